import { Button, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useDeferredValue, useMemo, useState } from 'react'
import type { HistoryEntry } from '../../electron/contract/entities'
import { HISTORY_LIMIT } from '../../electron/contract/limits'
import { fill } from '../../electron/contract/wording/wording'
import { useApp } from '../app-context'
import { containsWords } from '../contains-words'
import { EraseHistory } from '../parts/erase-history'
import { ErrorLine } from '../parts/error-line'
import { HistoryRow } from '../parts/history-row'
import { ShowMore } from '../parts/show-more'
import { useHistory } from '../use-history'
import { useRowRemoval } from '../use-row-removal'

/** Rows drawn at a time. */
const PAGE = 200

/** The questions asked so far: asking one again, taking one out, erasing all. */
export function HistoryScreen() {
  const { words } = useApp()
  const { history, error, remove, clear } = useHistory()
  const entries = history?.entries
  return (
    <div className="page sheet">
      <div className="history-head">
        <h1>{words.history.title}</h1>
        {entries && <EraseHistory count={entries.length} onErase={clear} />}
      </div>
      <p className="quiet">{fill(words.history.about, { limit: HISTORY_LIMIT })}</p>
      <Hindrances />
      {history?.trouble && (
        <div>
          <p>{words.history.trouble}</p>
          <ErrorLine error={history.trouble} />
        </div>
      )}
      {error && <ErrorLine error={error} />}
      {!entries && !error && <p className="waiting">{words.history.loading}</p>}
      {entries && entries.length > 0 && <Questions entries={entries} onRemove={remove} />}
      {entries?.length === 0 && <p className="empty-shelf">{words.history.empty}</p>}
    </div>
  )
}

/** Why new questions are not kept, when they are not. */
function Hindrances() {
  const { words, shelf, show } = useApp()
  if (!shelf.settings.history) {
    return (
      <div className="history-off">
        <p>{words.history.off}</p>
        <Button
          variant="default"
          size="compact-md"
          onClick={() => {
            show('settings')
          }}
        >
          {words.history.toSettings}
        </Button>
      </div>
    )
  }
  if (shelf.status?.library.writable === false) {
    return <p className="quiet">{words.history.readOnly}</p>
  }
  return null
}

function Questions(props: {
  readonly entries: readonly HistoryEntry[]
  readonly onRemove: (id: string) => Promise<boolean>
}) {
  const { history } = useApp().words
  const { entries, onRemove } = props
  const [filter, setFilter] = useState('')
  const [shown, setShown] = useState(PAGE)
  const [removed, setRemoved] = useState('')
  const { list, removeAt } = useRowRemoval(entries)
  const wanted = useDeferredValue(filter)
  const rows = useMemo(
    () => entries.filter(({ question }) => containsWords(question, wanted)),
    [entries, wanted],
  )

  const removeRow = async ({ id, question }: HistoryEntry) => {
    const place = rows.findIndex((row) => row.id === id)
    if (await removeAt(place, () => onRemove(id))) setRemoved(fill(history.removed, { question }))
  }

  return (
    <>
      <TextInput
        className="history-filter"
        aria-label={history.filter}
        placeholder={history.filter}
        leftSection={<IconSearch size={16} stroke={1.6} aria-hidden />}
        value={filter}
        onChange={(event) => {
          setFilter(event.currentTarget.value)
          setShown(PAGE)
        }}
      />
      <p className="visually-hidden" role="status">
        {removed}
      </p>
      {rows.length === 0 && (
        <p className="quiet">{fill(history.filterNone, { text: wanted.trim() })}</p>
      )}
      <ul ref={list} className="history-rows" aria-label={history.list}>
        {rows.slice(0, shown).map((entry) => (
          <HistoryRow
            key={entry.id}
            entry={entry}
            onRemove={() => {
              void removeRow(entry)
            }}
          />
        ))}
      </ul>
      <ShowMore
        total={rows.length}
        shown={shown}
        page={PAGE}
        label={history.showMore}
        look={{ variant: 'default' }}
        onShow={setShown}
      />
    </>
  )
}
