/**
 * Writing that leaves the old file or the new one, never half of either:
 * temporary file → fsync → rename → fsync of the folder.
 */
import { randomBytes } from 'node:crypto'
import * as fs from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { AppError } from '../contract/errors'

/** The calls that change a disk; a test puts failing ones in their place. */
export type Disk = Pick<typeof fs, 'open' | 'rename' | 'rm'>

export const nodeDisk: Disk = { open: fs.open, rename: fs.rename, rm: fs.rm }

/** Windows refuses to replace a file that another program (a virus scanner) has open: waits in ms. */
const RENAME_WAITS = [10, 20, 40, 80, 160, 320]

const LEFTOVER = /^(.+)\.[0-9a-f]{12}\.tmp$/

/**
 * Replaces or makes one file; durable when the promise resolves.
 * @param folder the library's, named in errors; it must be there
 * @param name of the file, relative to the folder
 * @throws DISK_FULL, LIBRARY_UNWRITABLE
 */
export async function writeAtomically(
  folder: string,
  name: string,
  content: Uint8Array | string | Iterable<Uint8Array>,
  disk: Disk = nodeDisk,
): Promise<void> {
  const file = join(folder, name)
  const temporary = `${file}.${randomBytes(6).toString('hex')}.tmp`
  try {
    await writeSynced(temporary, content, disk)
    await replace(temporary, file, disk)
    await syncFolder(dirname(file), disk)
  } catch (cause) {
    await removeQuietly(temporary, disk)
    throw diskError(cause, folder)
  }
}

/**
 * Removes what a killed run left half written.
 * @param base only leftovers of this file name; without it all in the folder
 */
export async function removeLeftovers(folder: string, base?: string): Promise<void> {
  for (const name of await namesIn(folder)) {
    const [, owner] = LEFTOVER.exec(name) ?? []
    if (owner !== undefined && (base === undefined || owner === base)) {
      await fs.rm(join(folder, name), { force: true })
    }
  }
}

/** Names of what a folder holds; none where there is no such folder. */
export async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await fs.readdir(folder)
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return []
    throw diskError(cause, folder)
  }
}

/** Makes renames and removals in a folder durable, where the platform can. */
export async function syncFolder(folder: string, disk: Disk = nodeDisk): Promise<void> {
  let handle: fs.FileHandle | undefined
  try {
    handle = await disk.open(folder, 'r')
    await handle.sync()
  } catch (cause) {
    if (!cannotSyncFolders(cause)) throw cause
  } finally {
    await handle?.close()
  }
}

/** What a failure of the disk means to the user; anything else comes back as it is. */
export function diskError(cause: unknown, folder: string): unknown {
  const code = codeOf(cause)
  if (code === undefined) return cause
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new AppError('DISK_FULL', { folder }, { cause })
  const reason = code === 'ENOENT' ? 'FOLDER_GONE' : reasonOf(cause)
  return new AppError('LIBRARY_UNWRITABLE', { folder, reason }, { cause })
}

/** The system's code ('ENOENT') of an error that came from it. */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  return typeof error.code === 'string' && /^E[A-Z0-9]+$/.test(error.code) ? error.code : undefined
}

/** The system's own words, without the call and path that Node adds. */
export function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return message.split(',')[0] ?? message
}

/** A time that may stand in a file name. */
export function stamp(): string {
  return new Date().toISOString().replace(/[-:.]/g, '')
}

async function writeSynced(
  file: string,
  content: Uint8Array | string | Iterable<Uint8Array>,
  disk: Disk,
): Promise<void> {
  const whole = typeof content === 'string' || content instanceof Uint8Array
  const handle = await disk.open(file, 'wx')
  try {
    for (const piece of whole ? [content] : content) await handle.writeFile(piece)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function replace(from: string, to: string, disk: Disk): Promise<void> {
  for (const wait of RENAME_WAITS) {
    try {
      await disk.rename(from, to)
      return
    } catch (cause) {
      if (!['EPERM', 'EACCES', 'EBUSY'].includes(codeOf(cause) ?? '')) throw cause
      await sleep(wait)
    }
  }
  await disk.rename(from, to)
}

function cannotSyncFolders(error: unknown): boolean {
  return ['EISDIR', 'EPERM', 'EACCES', 'EINVAL', 'ENOTSUP'].includes(codeOf(error) ?? '')
}

/** Never hides the error that made it necessary; what stays is removed at the next opening. */
async function removeQuietly(file: string, disk: Disk): Promise<void> {
  await disk.rm(file, { force: true }).catch(() => undefined)
}

/** Runs writes to `folder` one after the other, as they were asked for; a failed one is a `diskError`. */
export function createWriteQueue(folder: string): (task: () => Promise<void>) => Promise<void> {
  let last: Promise<void> = Promise.resolve()
  return (task) => {
    const mapped = async () => {
      try {
        await task()
      } catch (cause) {
        throw diskError(cause, folder)
      }
    }
    last = last.then(mapped, mapped)
    return last
  }
}
