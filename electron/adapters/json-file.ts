/** A lowdb adapter that survives a power cut; lowdb's own renames without fsync. */
import type { Adapter } from 'lowdb'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../contract/errors'
import type { ReasonCode } from '../contract/reasons'
import { codeOf, diskError, nodeDisk, writeAtomically, type Disk } from './atomic-write'

/**
 * @param accept checks what was read, and throws when it is not what it should be
 * @returns an adapter whose `read` gives `null` for a missing file, throws LIBRARY_DAMAGED for one
 *   that is not JSON, LIBRARY_UNWRITABLE for one that may not be opened, and whatever `accept` throws
 */
export function jsonFile<Data>(
  folder: string,
  name: string,
  accept: (value: unknown) => Data,
  disk: Disk = nodeDisk,
): Adapter<Data> {
  return {
    async read() {
      let text: string
      try {
        text = await readFile(join(folder, name), 'utf8')
      } catch (cause) {
        if (codeOf(cause) === 'ENOENT') return null
        throw diskError(cause, folder)
      }
      return accept(parse(name, text))
    },
    write: (data) => writeAtomically(folder, name, JSON.stringify(data), disk),
  }
}

function parse(file: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    const reason: ReasonCode = text === '' ? 'FILE_EMPTY' : 'NOT_JSON'
    throw new AppError('LIBRARY_DAMAGED', { file, reason }, { cause })
  }
}
