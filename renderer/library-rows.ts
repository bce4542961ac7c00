import type { ArticleSummary } from '../electron/contract/entities'

export interface Order {
  readonly by: 'title' | 'added'
  readonly descending: boolean
}

const titles = new Intl.Collator(['zh-CN', 'en'], { numeric: true })

/** The rows whose title contains `filter` (letter case aside), in the wanted order. */
export function libraryRows(
  articles: readonly ArticleSummary[],
  filter: string,
  { by, descending }: Order,
): readonly ArticleSummary[] {
  const wanted = filter.trim().toLowerCase()
  const sign = descending ? -1 : 1
  return articles
    .filter(({ title }) => title.toLowerCase().includes(wanted))
    .toSorted(
      (a, b) =>
        sign * (by === 'title' ? titles.compare(a.title, b.title) : a.addedAt < b.addedAt ? -1 : 1),
    )
}
