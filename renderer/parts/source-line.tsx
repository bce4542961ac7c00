import type { Article } from '../../electron/contract/entities'
import { fill } from '../../electron/contract/wording/wording'
import { useApp } from '../app-context'
import { shownDate } from '../shown-date'

/**
 * Where the article came from: its own address as text (the window opens no pages), else its file;
 * and up to when it follows the law, where it says so.
 */
export function SourceLine({ article }: { readonly article: Article }) {
  const { words, language } = useApp()
  const { source, lawAsOf, written } = article
  const dated = [
    // The month is enough to judge by.
    ...(lawAsOf ? [fill(words.basis.lawAsOf, { date: lawAsOf.slice(0, 7) })] : []),
    ...(written ? [fill(words.basis.written, { date: shownDate(written, language) })] : []),
  ]
  return (
    <div className="source-line">
      {dated.length > 0 && <p>{dated.join(' · ')}</p>}
      <p>
        {fill(words.article.source, { source: source.url ?? source.fileName })}
        {' · '}
        {fill(words.article.added, { date: shownDate(source.addedAt, language) })}
      </p>
    </div>
  )
}
