import { Button, FileButton, TextInput, UnstyledButton } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPlus, IconSearch } from '@tabler/icons-react'
import { useDeferredValue, useMemo, useState } from 'react'
import { errorSentence, fill } from '../../electron/contract/wording/wording'
import { useApp } from '../app-context'
import { libraryRows, type Order } from '../library-rows'
import { AddingLine, AddReport } from '../parts/add-report'
import { ErrorLine } from '../parts/error-line'
import { LibraryRow } from '../parts/library-row'
import type { Additions } from '../use-additions'

/** Rows drawn at a time: a browser lays out a few hundred at once without a pause. */
const PAGE = 300

interface LibraryScreenProps {
  readonly additions: Additions
  readonly onFiles: (files: readonly File[]) => void
  readonly onReportRead: () => void
}

/** Every article of the library: adding, finding, opening, removing. */
export function LibraryScreen({ additions, onFiles, onReportRead }: LibraryScreenProps) {
  const { words, shelf } = useApp()
  const { library } = words
  return (
    <div className="library">
      <div className="library-head">
        <h1>{library.title}</h1>
        <FileButton
          multiple
          accept=".md,.markdown,.txt,text/markdown,text/plain"
          onChange={(files) => {
            if (files.length > 0) onFiles(files)
          }}
          disabled={additions.now !== undefined}
        >
          {(props) => (
            <Button {...props} leftSection={<IconPlus size={17} stroke={1.8} aria-hidden />}>
              {library.add}
            </Button>
          )}
        </FileButton>
      </div>
      <div className="add-words">
        <p className="quiet" data-hidden={additions.now !== undefined}>
          {library.addHint}
        </p>
        <AddingLine additions={additions} />
      </div>
      <AddReport additions={additions} onRead={onReportRead} />
      <Problems />
      {shelf.error && <ErrorLine error={shelf.error} />}
      {shelf.articles ? <ArticleTable /> : <p className="waiting">{library.loading}</p>}
    </div>
  )
}

function Problems() {
  const { words, shelf, language } = useApp()
  if (shelf.failures.length === 0) return null
  return (
    <section className="problems" aria-label={words.library.problems}>
      <h2 className="small-heading">{words.library.problems}</h2>
      <ul>
        {shelf.failures.map(({ articleId, error }) => (
          <li key={articleId}>
            {shelf.articles?.find(({ id }) => id === articleId)?.title ?? articleId}
            {': '}
            {errorSentence(error, language)}
          </li>
        ))}
      </ul>
    </section>
  )
}

function ArticleTable() {
  const { words, shelf } = useApp()
  const { library } = words
  const [filter, setFilter] = useState('')
  const [order, setOrder] = useState<Order>({ by: 'added', descending: true })
  const [shown, setShown] = useState(PAGE)
  const wanted = useDeferredValue(filter)
  const articles = shelf.articles ?? []
  const rows = useMemo(
    () => libraryRows(shelf.articles ?? [], wanted, order),
    [shelf.articles, wanted, order],
  )
  if (articles.length === 0) return <p className="empty-shelf">{library.empty}</p>

  const sortable = (by: Order['by']) => (
    <SortHeader
      name={library.columns[by]}
      direction={order.by === by ? (order.descending ? 'descending' : 'ascending') : 'none'}
      onSort={() => {
        setOrder({ by, descending: order.by === by ? !order.descending : by === 'added' })
      }}
    />
  )

  return (
    <>
      <TextInput
        className="library-filter"
        aria-label={library.filter}
        placeholder={library.filter}
        leftSection={<IconSearch size={16} stroke={1.6} aria-hidden />}
        value={filter}
        onChange={(event) => {
          setFilter(event.currentTarget.value)
          setShown(PAGE)
        }}
      />
      {rows.length === 0 ? (
        <p className="quiet">{fill(library.filterNone, { text: wanted.trim() })}</p>
      ) : (
        <div className="table-scroll">
          <table className="articles">
            <thead>
              <tr>
                {sortable('title')}
                <th scope="col" className="number">
                  {library.columns.passages}
                </th>
                <th scope="col">{library.columns.language}</th>
                {sortable('added')}
                <th scope="col">{library.columns.state}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, shown).map((article) => (
                <LibraryRow key={article.id} article={article} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {rows.length > shown && (
        <Button
          variant="default"
          onClick={() => {
            setShown(shown + PAGE)
          }}
        >
          {fill(library.showMore, { count: Math.min(PAGE, rows.length - shown) })}
        </Button>
      )}
    </>
  )
}

function SortHeader(props: {
  readonly name: string
  readonly direction: 'ascending' | 'descending' | 'none'
  readonly onSort: () => void
}) {
  const { library } = useApp().words
  const { name, direction } = props
  return (
    <th scope="col" aria-sort={direction}>
      <UnstyledButton
        className="sort"
        aria-label={fill(library.sortBy, { column: name })}
        onClick={props.onSort}
      >
        {name}
        {direction === 'ascending' && <IconArrowUp size={14} stroke={2} aria-hidden />}
        {direction === 'descending' && <IconArrowDown size={14} stroke={2} aria-hidden />}
      </UnstyledButton>
    </th>
  )
}
