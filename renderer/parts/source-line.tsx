import type { ArticleSource } from '../../electron/contract/entities'
import { fill } from '../../electron/contract/wording/wording'
import { useApp } from '../app-context'
import { shownDate } from '../shown-date'

/** Where the article came from: its own address as text (the window opens no pages), else its file. */
export function SourceLine({ source }: { readonly source: ArticleSource }) {
  const { words, language } = useApp()
  return (
    <p className="source-line">
      {fill(words.article.source, { source: source.url ?? source.fileName })}
      {' · '}
      {fill(words.article.added, { date: shownDate(source.addedAt, language) })}
    </p>
  )
}
