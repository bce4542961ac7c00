import type { Article, ArticleSummary, Language } from '../../electron/contract/entities'
import { fill } from '../../electron/contract/wording/wording'
import { useApp } from '../app-context'
import { languageName, shownDate } from '../shown-date'

const numbers: Record<Language, Intl.NumberFormat> = {
  zh: new Intl.NumberFormat('zh-CN'),
  en: new Intl.NumberFormat('en-GB'),
}

interface ArticleDetailsProps {
  readonly summary: ArticleSummary
  /** Absent while it is being read, and for one that cannot be. */
  readonly article: Article | undefined
}

/** What is known of an article besides its text. */
export function ArticleDetails({ summary, article }: ArticleDetailsProps) {
  const { words, language } = useApp()
  const { details } = words
  const number = (value: number) => numbers[language].format(value)
  const rows: readonly (readonly [name: string, value: string | undefined])[] = [
    [details.url, article?.source.url],
    [details.file, summary.fileName],
    [details.origin, details.origins[summary.origin]],
    [details.added, shownDate(summary.addedAt, language)],
    [details.written, article?.written && shownDate(article.written, language)],
    [details.lawAsOf, article?.lawAsOf && shownDate(article.lawAsOf, language)],
    [details.language, languageName(summary.language, language)],
    [details.passages, number(summary.passages)],
    [details.characters, number(summary.characters)],
    [details.sections, article && number(article.sections.length)],
    [details.size, article && fill(details.bytes, { count: number(article.source.bytes) })],
  ]
  return (
    <dl className="article-details">
      {rows.map(
        ([name, value]) =>
          value !== undefined && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  )
}
