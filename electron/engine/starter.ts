/**
 * Which starter articles to put into a library: new ones, and new versions of those that the user
 * has neither changed nor removed. What the user did is never undone by an update.
 */
import type { ArticleRecord, ShippedArticle, StarterState } from './ports'

export interface StarterPlan {
  readonly put: readonly ShippedArticle[]
  /** Versions to remember once that is done. */
  readonly versions: Readonly<Record<string, string>>
}

export function planStarter(
  shipped: readonly ShippedArticle[],
  versions: StarterState['versions'],
  rows: readonly ArticleRecord[],
): StarterPlan {
  const put = shipped.filter(({ id, sha256 }) => {
    const row = rows.find((candidate) => candidate.id === id)
    const known = versions[id]
    if (known === undefined) return row === undefined
    return known !== sha256 && row?.sha256 === known && row.removedAt === undefined
  })
  return {
    put,
    versions: {
      ...versions,
      ...Object.fromEntries(shipped.map(({ id, sha256 }) => [id, sha256])),
    },
  }
}
