/** Which rows of the library are shown, and in which order. */
import type { ArticleOrigin, ArticleState, ArticleSummary } from '../electron/contract/entities'
import { containsWords } from './contains-words'

export const sortKeys = ['title', 'passages', 'language', 'added', 'state'] as const
export type SortKey = (typeof sortKeys)[number]

export interface Order {
  readonly by: SortKey
  readonly descending: boolean
}

export const stateFilters = ['all', 'ready', 'unfinished', 'problem', 'removed'] as const
export type StateFilter = (typeof stateFilters)[number]

export const originFilters = ['all', 'starter', 'own'] as const

export interface Filter {
  /** Words that all stand in the title. */
  readonly title: string
  readonly state: StateFilter
  /** A language code; empty for every language. */
  readonly language: string
  readonly origin: ArticleOrigin | 'all'
}

export const noFilter: Filter = { title: '', state: 'all', language: '', origin: 'all' }

/** The newest first: what was just added is in sight. */
export const openingOrder: Order = { by: 'added', descending: true }

const titles = new Intl.Collator(['zh-CN', 'en'], { numeric: true })

/** What needs the reader's eye first. */
const stateRanks: Record<ArticleState, number> = {
  unreadable: 0,
  waiting: 1,
  embedding: 2,
  ready: 3,
  removed: 4,
}

const comparisons: Record<SortKey, (a: ArticleSummary, b: ArticleSummary) => number> = {
  title: (a, b) => titles.compare(a.title, b.title),
  passages: (a, b) => a.passages - b.passages,
  language: (a, b) => order(a.language, b.language),
  added: (a, b) => order(a.addedAt, b.addedAt),
  state: (a, b) => rank(a) - rank(b),
}

/** The rows that pass `filter`, sorted; equal ones by title, then by id. */
export function libraryRows(
  articles: readonly ArticleSummary[],
  filter: Filter,
  { by, descending }: Order,
): readonly ArticleSummary[] {
  const passes = filterOf(filter)
  const compare = comparisons[by]
  const sign = descending ? -1 : 1
  return articles
    .filter(passes)
    .toSorted(
      (a, b) => sign * compare(a, b) || titles.compare(a.title, b.title) || order(a.id, b.id),
    )
}

export function isNarrowed(filter: Filter): boolean {
  return (
    filter.title.trim() !== '' ||
    filter.state !== 'all' ||
    filter.language !== '' ||
    filter.origin !== 'all'
  )
}

/** Codes of the languages that occur. */
export function languagesOf(articles: readonly ArticleSummary[]): readonly string[] {
  return Array.from(new Set(articles.map(({ language }) => language))).toSorted()
}

function filterOf({ title, state, language, origin }: Filter): (row: ArticleSummary) => boolean {
  return (row) =>
    containsWords(row.title, title) &&
    (state === 'all' || fits(row, state)) &&
    (language === '' || row.language === language) &&
    (origin === 'all' || row.origin === origin)
}

function fits({ state, problem }: ArticleSummary, wanted: Exclude<StateFilter, 'all'>): boolean {
  switch (wanted) {
    case 'ready':
    case 'removed':
      return state === wanted
    case 'unfinished':
      return state === 'embedding' || state === 'waiting'
    case 'problem':
      return problem !== undefined
  }
}

const rank = ({ state, problem }: ArticleSummary) => (problem ? 0 : stateRanks[state])

const order = (one: string, other: string) => (one < other ? -1 : Number(one > other))
