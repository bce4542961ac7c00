import type { Article } from '../../electron/contract/entities'
import { useApp } from '../app-context'
import { ArticleDetails } from './article-details'

/** Details of the open article, folded until somebody wants them. */
export function AboutArticle({ article }: { readonly article: Article }) {
  const { words, shelf } = useApp()
  const summary = shelf.articles?.find(({ id }) => id === article.id)
  if (!summary) return null
  return (
    <details className="about-article">
      <summary>{words.details.about}</summary>
      <ArticleDetails summary={summary} article={article} />
    </details>
  )
}
