import { useState } from 'react'
import type { ArticleSummary } from '../../electron/contract/entities'
import { fill } from '../../electron/contract/wording/wording'
import { useApp } from '../app-context'
import { plainReading } from '../readings'
import { useArticle } from '../use-article'
import { ArticleDetails } from './article-details'
import { ErrorLine } from './error-line'
import { Outline } from './outline'

/** Details of a row's article, its sections to go to. One that is removed shows what the list knows. */
export function RowDetails({ summary }: { readonly summary: ArticleSummary }) {
  const readable = summary.state !== 'removed' && summary.state !== 'unreadable'
  return readable ? (
    <ReadDetails key={summary.id} summary={summary} />
  ) : (
    <ArticleDetails summary={summary} article={undefined} />
  )
}

function ReadDetails({ summary }: { readonly summary: ArticleSummary }) {
  const { words, open } = useApp()
  const { id, title } = summary
  const [reading] = useState(() => plainReading({ articleId: id, title }))
  const loaded = useArticle(reading)
  // All at once: what comes in pieces pushes the rows below about.
  if (loaded.state === 'loading') return <p className="waiting">{words.details.loading}</p>
  const article = loaded.state === 'ready' ? loaded.article : undefined
  return (
    <>
      <ArticleDetails summary={summary} article={article} />
      {loaded.state === 'failed' && <ErrorLine error={loaded.error} />}
      {article?.sections.some(({ heading }) => heading) && (
        <Outline
          article={article}
          label={fill(words.details.outline, { title })}
          onGo={(start) => {
            open({ ...reading, start })
          }}
        />
      )}
    </>
  )
}
