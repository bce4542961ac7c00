import type { Client } from '../electron/contract/client'
import type { Article } from '../electron/contract/entities'

/** A book may be tens of megabytes, so only the last few articles stay. */
const KEPT = 8

export interface ArticleCache {
  /** The article, from memory when it was read lately. Rejects as `readArticle` does. */
  readonly read: (id: string) => Promise<Article>
  readonly clear: () => void
}

export function createArticleCache(client: Pick<Client, 'readArticle'>): ArticleCache {
  const kept = new Map<string, Promise<Article>>()
  return {
    read(id) {
      const known = kept.get(id)
      if (known) return known
      const asked = client.readArticle({ id })
      kept.set(id, asked)
      asked.catch(() => {
        if (kept.get(id) === asked) kept.delete(id)
      })
      for (const oldest of kept.keys()) {
        if (kept.size <= KEPT) break
        kept.delete(oldest)
      }
      return asked
    },
    clear() {
      kept.clear()
    },
  }
}
