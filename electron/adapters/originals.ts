/** The imported files, once per content: `originals/<sha256>.<extension>`. */
import { stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { AppError } from '../contract/errors'
import { codeOf, namesIn, syncFolder, writeAtomically, type Disk } from './atomic-write'

export const ORIGINALS_FOLDER = 'originals'

export interface Originals {
  readonly size: number
  /** @throws DISK_FULL, LIBRARY_UNWRITABLE, INVALID_REQUEST for what is no SHA-256 */
  keep(sha256: string, fileName: string, bytes: Uint8Array): Promise<void>
  erase(sha256s: readonly string[]): Promise<void>
}

/** @param folder the library's */
export async function openOriginals(folder: string, disk: Disk): Promise<Originals> {
  const names = new Map<string, string>()
  for (const name of await namesIn(join(folder, ORIGINALS_FOLDER))) {
    const [, sha256] = /^([0-9a-f]{64})\.[a-z0-9]+$/.exec(name) ?? []
    if (sha256 !== undefined) names.set(sha256, name)
  }
  return {
    get size() {
      return names.size
    },
    async keep(sha256, fileName, bytes) {
      if (!/^[0-9a-f]{64}$/.test(sha256)) {
        throw new AppError('INVALID_REQUEST', { reason: `SHA-256 ${sha256}` })
      }
      const name = names.get(sha256) ?? `${sha256}${safeExtension(fileName)}`
      if ((await sizeOf(join(folder, ORIGINALS_FOLDER, name))) !== bytes.length) {
        await writeAtomically(folder, join(ORIGINALS_FOLDER, name), bytes, disk)
      }
      names.set(sha256, name)
    },
    async erase(sha256s) {
      const erased = sha256s.filter((sha256) => names.has(sha256))
      for (const sha256 of erased) {
        const name = names.get(sha256)
        if (name !== undefined) {
          await disk.rm(join(folder, ORIGINALS_FOLDER, name), { force: true })
        }
        names.delete(sha256)
      }
      if (erased.length > 0) await syncFolder(join(folder, ORIGINALS_FOLDER), disk)
    },
  }
}

/** File names come from outside: of the extension only plain letters and digits become part of a path. */
function safeExtension(fileName: string): string {
  const extension = extname(fileName).toLowerCase()
  return /^\.[a-z0-9]{1,8}$/.test(extension) ? extension : '.bin'
}

async function sizeOf(file: string): Promise<number | undefined> {
  try {
    return (await stat(file)).size
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return undefined
    throw cause
  }
}
