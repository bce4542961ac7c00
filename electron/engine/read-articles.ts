/** The articles of a library at its opening: one that cannot be read keeps none of the others out. */
import type { ErrorBody, Repair } from '../contract/entities'
import { toErrorBody } from '../contract/errors'
import type { ArticleStore, StoredArticle } from './ports'

export interface ReadArticles {
  readonly articles: readonly StoredArticle[]
  /** Articles whose file could not be read, by id, and why. */
  readonly unread: ReadonlyMap<string, ErrorBody>
  /** Those of them that opening the store has not told of. */
  readonly repairs: readonly Repair[]
}

/** @param told what opening the store found and repaired */
export async function readArticles(
  store: Pick<ArticleStore, 'list' | 'read'>,
  told: () => readonly Repair[],
): Promise<ReadArticles> {
  const articles: StoredArticle[] = []
  const unread = new Map<string, ErrorBody>()
  const repairs: Repair[] = []
  for (const record of store.list()) {
    if (record.removedAt) continue
    try {
      const stored = await store.read(record.id)
      if (stored) articles.push(stored)
    } catch (thrown) {
      const error = toErrorBody(thrown)
      unread.set(record.id, error)
      if (!told().some(({ detail }) => detail.includes(record.id)))
        repairs.push({ what: 'article-unreadable', detail: describe(error, record.title) })
    }
  }
  return { articles, unread, repairs }
}

function describe({ code, details }: ErrorBody, title: string): string {
  return `${title}: ${String(details['file'] ?? code)}`
}
