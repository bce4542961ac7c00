/**
 * A list of the user's in a JSON file of its own beside the list of articles. One that cannot be
 * read is set aside and begins anew: a library opens without it rather than not at all.
 */
import { join } from 'node:path'
import type { Repair } from '../contract/entities'
import { AppError } from '../contract/errors'
import type { ListStore } from '../engine/ports'
import {
  createWriteQueue,
  nodeDisk,
  removeLeftovers,
  stamp,
  writeAtomically,
  type Disk,
} from './atomic-write'
import { jsonFile } from './json-file'
import { isObject } from './library-list'

export interface ListFileOptions {
  readonly writable: boolean
  /** Makes the error that every write of a read-only store throws. */
  readonly refuse: () => AppError
  readonly disk?: Disk
}

export interface ListFileKind<Item> {
  readonly name: string
  /** Raised when an older program would misread the file. */
  readonly schema: number
  /** The field that holds the items. */
  readonly field: string
  readonly isItem: (value: unknown) => value is Item
  /** What is noted of a file that was set aside. */
  readonly repair: Repair['what']
  /** In place of writing an empty list. */
  readonly erase?: (folder: string, disk: Disk) => Promise<void>
}

export interface OpenedList<Item> {
  readonly store: ListStore<Item>
  /** What was found damaged, and set aside. */
  readonly repairs: readonly Repair[]
}

/** @throws LIBRARY_UNWRITABLE for a leftover of an earlier write that cannot be taken away */
export async function openListFile<Item>(
  folder: string,
  kind: ListFileKind<Item>,
  { writable, refuse, disk = nodeDisk }: ListFileOptions,
): Promise<OpenedList<Item>> {
  const { name, schema, field, erase } = kind
  const inTurn = createWriteQueue(folder)
  if (writable) await removeLeftovers(folder, name)
  const { found, repairs } = await read(folder, kind, disk)
  if (writable && repairs.length > 0) await setAside(join(folder, name), disk)
  let kept = found

  return {
    repairs,
    store: {
      list: () => kept,
      save: async (items) => {
        if (!writable) throw refuse()
        await inTurn(async () => {
          if (items.length === 0 && erase) await erase(folder, disk)
          else await writeAtomically(folder, name, JSON.stringify({ schema, [field]: items }), disk)
          kept = items
        })
      },
    },
  }
}

async function read<Item>(
  folder: string,
  kind: ListFileKind<Item>,
  disk: Disk,
): Promise<{ readonly found: readonly Item[]; readonly repairs: readonly Repair[] }> {
  try {
    const found = await jsonFile(folder, kind.name, accepting(kind), disk).read()
    return { found: found ?? [], repairs: [] }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const reason = String(error.details['reason'])
    return { found: [], repairs: [{ what: kind.repair, detail: kind.name, reason }] }
  }
}

/** Where even that cannot be done, the next save says why. */
async function setAside(file: string, disk: Disk): Promise<void> {
  await disk.rename(file, `${file}.damaged-${stamp()}`).catch(() => undefined)
}

/** What it makes throws LIBRARY_DAMAGED. */
function accepting<Item>({ name, schema, field, isItem }: ListFileKind<Item>) {
  return (value: unknown): readonly Item[] => {
    const items: unknown = isObject(value) && value.schema === schema ? value[field] : undefined
    if (!Array.isArray(items) || !items.every(isItem)) {
      throw new AppError('LIBRARY_DAMAGED', { file: name, reason: 'NOT_A_LIST' })
    }
    return items
  }
}
