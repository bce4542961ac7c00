/** An ArticleStore that forgets everything at the end: for tests and for evaluation runs. */
import { AppError } from '../contract/errors'
import { defaultSettings } from '../contract/settings'
import type { ArticleRecord, ArticleStore, StarterState, StoredArticle } from '../engine/ports'
import { recordOf } from './article-file'
import { checkArticleId, markRow, withRow } from './library-list'

export function createMemoryStore(): ArticleStore {
  const articles = new Map<string, StoredArticle>()
  let rows: readonly ArticleRecord[] = []
  let settings = defaultSettings
  let starter: StarterState | undefined

  return {
    list: () => rows,
    read: (id) => Promise.resolve(articles.get(id)),
    async save(stored) {
      checkArticleId(stored.article.id)
      await Promise.resolve()
      articles.set(stored.article.id, stored)
      const removedAt = rows.find((row) => row.id === stored.article.id)?.removedAt
      rows = withRow(rows, markRow(recordOf(stored), removedAt))
    },
    async setRemoved(id, removedAt) {
      await Promise.resolve()
      const row = rows.find((known) => known.id === id)
      if (!row) throw new AppError('ARTICLE_NOT_FOUND', { id })
      rows = withRow(rows, markRow(row, removedAt))
    },
    async purge() {
      await Promise.resolve()
      for (const row of rows) if (row.removedAt !== undefined) articles.delete(row.id)
      rows = rows.filter((row) => row.removedAt === undefined)
    },
    starter: () => starter,
    async saveStarter(state) {
      await Promise.resolve()
      starter = state
    },
    settings: () => settings,
    async saveSettings(changed) {
      await Promise.resolve()
      settings = changed
    },
  }
}
