/** What the palette offers for what is typed, in the order shown. */
import type { ArticleSummary, HistoryEntry, Settings } from '../electron/contract/entities'
import type { Wording } from '../electron/contract/wording/zh'
import { fill } from '../electron/contract/wording/wording'
import { screens, type Screen } from './app-context'
import { containsWords } from './contains-words'

export type PaletteAction =
  | { readonly does: 'show'; readonly screen: Screen }
  | { readonly does: 'open'; readonly articleId: string; readonly title: string }
  | { readonly does: 'ask'; readonly question: string }
  | { readonly does: 'set'; readonly change: Partial<Settings> }

export interface PaletteEntry {
  readonly id: string
  readonly label: string
  readonly action: PaletteAction
}

export interface PaletteGroup {
  readonly name: keyof Wording['palette']['groups']
  readonly entries: readonly PaletteEntry[]
}

export interface PaletteSources {
  readonly words: Wording
  readonly articles: readonly ArticleSummary[]
  readonly history: readonly HistoryEntry[]
  readonly settings: Settings
}

/** As many as are seen without scrolling far: whoever wants others types another word. */
const ARTICLES_SHOWN = 8
const QUESTIONS_SHOWN = 5

/** Groups without an entry are left out; articles come only once something is typed. */
export function paletteGroups(typed: string, sources: PaletteSources): readonly PaletteGroup[] {
  const query = typed.trim()
  const { words, articles, history, settings } = sources
  const fits = ({ label }: PaletteEntry) => containsWords(label, query)
  const pages = screens.map((screen): PaletteEntry => ({
    id: `page-${screen}`,
    label: words.nav[screen],
    action: { does: 'show', screen },
  }))
  const titles = articles
    .filter(({ state }) => state !== 'removed')
    .map(({ id, title }): PaletteEntry => ({
      id: `article-${id}`,
      label: title,
      action: { does: 'open', articleId: id, title },
    }))
  const questions = history.map(({ id, question }): PaletteEntry => ({
    id: `question-${id}`,
    label: question,
    action: { does: 'ask', question },
  }))
  const asking: PaletteEntry = {
    id: 'ask',
    label: fill(words.palette.askThis, { question: query }),
    action: { does: 'ask', question: query },
  }
  const groups: readonly PaletteGroup[] = [
    { name: 'pages', entries: pages.filter(fits) },
    { name: 'articles', entries: query ? titles.filter(fits).slice(0, ARTICLES_SHOWN) : [] },
    { name: 'questions', entries: questions.filter(fits).slice(0, QUESTIONS_SHOWN) },
    { name: 'looks', entries: looks(words, settings).filter(fits) },
    { name: 'ask', entries: query ? [asking] : [] },
  ]
  return groups.filter(({ entries }) => entries.length > 0)
}

/** The looks that are not in force now. */
function looks({ palette }: Wording, settings: Settings): readonly PaletteEntry[] {
  const themes = (['light', 'dark', 'system'] as const)
    .filter((theme) => theme !== settings.theme)
    .map((theme): PaletteEntry => {
      const action = { does: 'set', change: { theme } } as const
      return { id: `theme-${theme}`, label: palette.themes[theme], action }
    })
  const languages = (['zh', 'en', 'system'] as const)
    .filter((language) => language !== settings.language)
    .map((language): PaletteEntry => {
      const action = { does: 'set', change: { language } } as const
      return { id: `language-${language}`, label: palette.languages[language], action }
    })
  return [...themes, ...languages]
}
