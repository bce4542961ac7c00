import { Button } from '@mantine/core'
import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react'
import { fill } from '../../electron/contract/wording/wording'
import { useApp } from '../app-context'
import {
  isNarrowed,
  languagesOf,
  libraryRows,
  noFilter,
  openingOrder,
  type Filter,
  type Order,
} from '../library-rows'
import { useRemoval } from '../use-removal'
import { ChangeBar } from './change-bar'
import { LibraryFilters } from './library-filters'
import { LibraryRow } from './library-row'
import { PageSteps } from './page-steps'
import { SortHeader } from './sort-header'

/** Rows drawn at a time: a browser lays them out without a pause however long the list is. */
const PAGE = 100

/** Every article: narrowed, sorted, a page at a time; rows selected, removed and brought back. */
export function ArticleTable() {
  const { words, shelf } = useApp()
  const { library } = words
  const [filter, setFilter] = useState(noFilter)
  const [order, setOrder] = useState(openingOrder)
  const [wantedPage, setPage] = useState(0)
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set())
  const removal = useRemoval()
  const count = useRef<HTMLParagraphElement>(null)
  const wanted = useDeferredValue(filter)
  const articles = useMemo(() => shelf.articles ?? [], [shelf.articles])
  const rows = useMemo(() => libraryRows(articles, wanted, order), [articles, wanted, order])
  const languages = useMemo(() => languagesOf(articles), [articles])

  const onSelect = useCallback((id: string, selected: boolean) => {
    setMarked((before) => {
      const after = new Set(before)
      if (selected) after.add(id)
      else after.delete(id)
      return after
    })
  }, [])

  const turnPage = useCallback((next: number) => {
    setPage(next)
    // To where the page begins: its first row is what comes next.
    count.current?.focus()
    count.current?.scrollIntoView()
  }, [])

  if (articles.length === 0) return <p className="empty-shelf">{library.empty}</p>

  const page = Math.min(wantedPage, Math.max(0, Math.ceil(rows.length / PAGE) - 1))
  const present = rows.filter(({ state }) => state !== 'removed')
  const selected = present.filter(({ id }) => marked.has(id)).map(({ id }) => id)
  const undoable = articles
    .filter(({ id, state }) => state === 'removed' && removal.removed.includes(id))
    .map(({ id }) => id)
  const selectNone = () => {
    setMarked(new Set())
  }
  const onFilter = (change: Partial<Filter>) => {
    setFilter({ ...filter, ...change })
    setPage(0)
  }
  const onOrder = (next: Order) => {
    setOrder(next)
    setPage(0)
  }
  const paging = { page, size: PAGE, total: rows.length }
  const header = (by: Order['by']) => <SortHeader by={by} order={order} onOrder={onOrder} />

  return (
    <>
      <LibraryFilters
        filter={filter}
        order={order}
        languages={languages}
        onFilter={onFilter}
        onOrder={onOrder}
      />
      <div className="list-count">
        <p ref={count} role="status" tabIndex={-1}>
          {isNarrowed(wanted)
            ? fill(library.countOf, { shown: rows.length, total: articles.length })
            : fill(library.count, { total: articles.length })}
        </p>
        {isNarrowed(filter) && (
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => {
              onFilter(noFilter)
            }}
          >
            {library.filterClear}
          </Button>
        )}
        <PageSteps place="above" {...paging} onPage={setPage} />
      </div>
      {rows.length === 0 ? (
        <p className="quiet">{library.filterNone}</p>
      ) : (
        <table className="articles">
          <thead>
            <tr>
              <td className="row-select">
                <label>
                  <input
                    type="checkbox"
                    aria-label={library.selectAll}
                    checked={present.length > 0 && selected.length === present.length}
                    onChange={(event) => {
                      const all = event.currentTarget.checked ? present.map(({ id }) => id) : []
                      setMarked(new Set(all))
                    }}
                  />
                  <span className="select-words" aria-hidden>
                    {library.selectAll}
                  </span>
                </label>
              </td>
              {header('title')}
              {header('passages')}
              {header('language')}
              {header('added')}
              {header('state')}
              <td />
            </tr>
          </thead>
          <tbody>
            {rows.slice(page * PAGE, (page + 1) * PAGE).map((article) => (
              <LibraryRow
                key={article.id}
                article={article}
                selected={marked.has(article.id)}
                onSelect={onSelect}
                onRemove={removal.remove}
                onRestore={removal.restore}
              />
            ))}
          </tbody>
        </table>
      )}
      <PageSteps place="below" {...paging} onPage={turnPage} />
      <ChangeBar
        selected={selected}
        removal={removal}
        undoable={undoable}
        onSelectNone={selectNone}
        beyond={count}
      />
    </>
  )
}
