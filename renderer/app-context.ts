import { createContext, use, type KeyboardEvent } from 'react'
import type { Client } from '../electron/contract/client'
import type { Language } from '../electron/contract/entities'
import type { Wording } from '../electron/contract/wording/zh'
import type { Mark } from './arrange-answer'
import type { ArticleCache } from './article-cache'
import type { FactCache } from './fact-cache'
import type { Shelf } from './shelf'
import type { Asked } from './use-ask'
import type { Evaluation } from './use-evaluation'
import type { OwnQuestionsState } from './use-own-questions'
import type { ShelfActions } from './use-shelf'

/** What the reading pane shows, and where. */
export interface Reading {
  readonly articleId: string
  readonly title: string
  /** Cited stretches in reading order. */
  readonly marks: readonly Mark[]
  /** Index into `marks` of the one to look at. */
  readonly current: number | undefined
  /** Where to begin when nothing is marked. */
  readonly start: number
  /** It came with an answer and not because somebody opened it: the focus is not drawn. */
  readonly follows?: boolean
}

/** In the order of the side bar. */
export const screens = ['ask', 'library', 'history', 'evaluate', 'settings'] as const

export type Screen = (typeof screens)[number]

export interface AppValues {
  readonly client: Client
  readonly articles: ArticleCache
  readonly facts: FactCache
  readonly shelf: Shelf
  readonly actions: ShelfActions
  readonly own: OwnQuestionsState
  readonly evaluation: Evaluation
  readonly language: Language
  readonly words: Wording
  readonly asked: Asked
  readonly ask: (question: string) => Promise<void>
  /** Puts a question in the box of the ask screen, shows that screen and asks. */
  readonly askHere: (question: string) => void
  readonly open: (reading: Reading) => void
  /** Opens the source of the answer's sentence with this number, if there is one. */
  readonly openCitation: (number: number) => void
  readonly stepMark: (by: 1 | -1) => void
  readonly closeReading: () => void
  /** Whether copies name the statutes, until the window closes. */
  readonly withBasis: boolean
  readonly setWithBasis: (wanted: boolean) => void
  readonly show: (screen: Screen) => void
  readonly showKeys: () => void
  readonly showPalette: () => void
  /** A file is being added. */
  readonly adding: boolean
  /** For the answer and the article: acts on the keys that are pressed alone. */
  readonly onSingleKey: (event: KeyboardEvent) => void
}

export const AppContext = createContext<AppValues | undefined>(undefined)

export function useApp(): AppValues {
  const values = use(AppContext)
  if (!values) throw new Error('AppContext is missing above this part')
  return values
}
