/** The questions that were asked, in `history.json` beside the list of articles. */
import { join } from 'node:path'
import type { HistoryEntry, Repair } from '../contract/entities'
import { AppError } from '../contract/errors'
import type { HistoryStore } from '../engine/ports'
import {
  createWriteQueue,
  namesIn,
  nodeDisk,
  removeLeftovers,
  stamp,
  syncFolder,
  writeAtomically,
  type Disk,
} from './atomic-write'
import { jsonFile } from './json-file'
import { isObject, isString, oneOf } from './library-list'

const HISTORY_FILE = 'history.json'

/** Raise when an older program would misread the history. */
const SCHEMA = 1

const KINDS: readonly HistoryEntry['kind'][] = ['found', 'related', 'none']

export interface HistoryOptions {
  readonly writable: boolean
  /** Makes the error that every write of a read-only store throws. */
  readonly refuse: () => AppError
  readonly disk?: Disk
}

export interface OpenedHistory {
  readonly store: HistoryStore
  /** What was found damaged, and set aside. */
  readonly repairs: readonly Repair[]
}

/**
 * Opens the history of the library in `folder`. One that cannot be read is set aside and begins
 * anew: a library opens without its history rather than not at all.
 */
export async function openHistoryFile(
  folder: string,
  { writable, refuse, disk = nodeDisk }: HistoryOptions,
): Promise<OpenedHistory> {
  const inTurn = createWriteQueue(folder)
  if (writable) await removeLeftovers(folder, HISTORY_FILE)
  const { found, repairs } = await read(folder, disk)
  if (writable && repairs.length > 0) await setAside(folder, disk)
  let kept = found

  return {
    repairs,
    store: {
      list: () => kept,
      save: async (entries) => {
        if (!writable) throw refuse()
        await inTurn(async () => {
          if (entries.length === 0) await eraseAll(folder, disk)
          else {
            const content = JSON.stringify({ schema: SCHEMA, entries })
            await writeAtomically(folder, HISTORY_FILE, content, disk)
          }
          kept = entries
        })
      },
    },
  }
}

async function read(
  folder: string,
  disk: Disk,
): Promise<{ readonly found: readonly HistoryEntry[]; readonly repairs: readonly Repair[] }> {
  try {
    const found = await jsonFile(folder, HISTORY_FILE, accept, disk).read()
    return { found: found ?? [], repairs: [] }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const reason = String(error.details['reason'])
    return { found: [], repairs: [{ what: 'history-reset', detail: HISTORY_FILE, reason }] }
  }
}

/** Where even that cannot be done, the next save says why. */
async function setAside(folder: string, disk: Disk): Promise<void> {
  const file = join(folder, HISTORY_FILE)
  await disk.rename(file, `${file}.damaged-${stamp()}`).catch(() => undefined)
}

async function eraseAll(folder: string, disk: Disk): Promise<void> {
  const own = (await namesIn(folder)).filter((name) => name.startsWith(HISTORY_FILE))
  for (const name of own) await disk.rm(join(folder, name), { force: true, recursive: true })
  if (own.length > 0) await syncFolder(folder, disk)
}

/** @throws LIBRARY_DAMAGED */
function accept(value: unknown): readonly HistoryEntry[] {
  const entries = isObject(value) && value.schema === SCHEMA ? value.entries : undefined
  if (!Array.isArray(entries) || !entries.every(isEntry)) {
    throw new AppError('LIBRARY_DAMAGED', { file: HISTORY_FILE, reason: 'NOT_A_LIST' })
  }
  return entries
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
