/** The questions that were asked, in `history.json` beside the list of articles. */
import { join } from 'node:path'
import type { HistoryEntry } from '../contract/entities'
import { namesIn, syncFolder, type Disk } from './atomic-write'
import { isObject, isString, oneOf } from './library-list'
import { openListFile, type ListFileOptions, type OpenedList } from './list-file'

const HISTORY_FILE = 'history.json'
const KINDS: readonly HistoryEntry['kind'][] = ['found', 'related', 'none']

/** Opens the history of the library in `folder`. */
export function openHistoryFile(
  folder: string,
  options: ListFileOptions,
): Promise<OpenedList<HistoryEntry>> {
  return openListFile(
    folder,
    {
      name: HISTORY_FILE,
      schema: 1,
      field: 'entries',
      isItem: isEntry,
      repair: 'history-reset',
      erase: eraseAll,
    },
    options,
  )
}

/** Of an erased history nothing stays, not even what could not be read. */
async function eraseAll(folder: string, disk: Disk): Promise<void> {
  const own = (await namesIn(folder)).filter((name) => name.startsWith(HISTORY_FILE))
  for (const name of own) await disk.rm(join(folder, name), { force: true, recursive: true })
  if (own.length > 0) await syncFolder(folder, disk)
}

function isEntry(value: unknown): value is HistoryEntry {
  return (
    isObject(value) &&
    isString(value.id) &&
    isString(value.question) &&
    isString(value.askedAt) &&
    oneOf(value.kind, KINDS) !== undefined
  )
}
