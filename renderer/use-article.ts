import { useEffect, useState } from 'react'
import type { Article, ErrorBody } from '../electron/contract/entities'
import { toErrorBody } from '../electron/contract/errors'
import { useApp, type Reading } from './app-context'

export type LoadedArticle =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly article: Article }
  | { readonly state: 'failed'; readonly error: ErrorBody }

/** The article of `reading`, read again (from memory when unchanged) whenever it is opened anew. */
export function useArticle(reading: Reading): LoadedArticle {
  const { articles } = useApp()
  const [loaded, setLoaded] = useState<LoadedArticle & { readonly id?: string }>({
    state: 'loading',
  })

  useEffect(() => {
    let current = true
    const id = reading.articleId
    articles.read(id).then(
      (article) => {
        if (current) setLoaded({ state: 'ready', article, id })
      },
      (thrown: unknown) => {
        if (current) setLoaded({ state: 'failed', error: toErrorBody(thrown), id })
      },
    )
    return () => {
      current = false
    }
  }, [articles, reading])

  return loaded.id === reading.articleId ? loaded : { state: 'loading' }
}
