/** Files and folders dropped together, folders opened up. */
import { AppError } from '../electron/contract/errors'
import { isPassedOver, sortOut, type FoundFile, type FoundFiles, type Refusal } from './found-files'

/** What is needed of the browser's FileSystemEntry. */
export interface DroppedEntry {
  readonly name: string
  readonly isDirectory: boolean
}

export interface DroppedFile extends DroppedEntry {
  file(found: (file: File) => void, failed: (reason: Error) => void): void
}

export interface DroppedFolder extends DroppedEntry {
  createReader(): {
    /** Some entries at a time; none when all have been given. */
    readEntries(found: (entries: DroppedEntry[]) => void, failed: (reason: Error) => void): void
  }
}

/**
 * Every file below `entries`, sorted out. A folder that cannot be opened is refused by itself and
 * the others are not touched by it. Ends early, with what was found so far, once `stop` is aborted.
 */
export async function walkEntries(
  entries: readonly DroppedEntry[],
  stop: AbortSignal,
): Promise<FoundFiles> {
  const files: FoundFile[] = []
  const refused: Refusal[] = []

  const walk = async (entry: DroppedEntry, path: string) => {
    if (stop.aborted) return
    if (isFile(entry)) files.push({ path, open: () => openFile(entry, path) })
    else if (isFolder(entry)) await openFolder(entry, path)
  }

  const openFolder = async (folder: DroppedFolder, path: string) => {
    try {
      for (const entry of await entriesOf(folder, stop)) {
        if (!isPassedOver(entry.name)) await walk(entry, `${path}/${entry.name}`)
      }
    } catch (thrown) {
      refused.push({ path, error: unreadable(path, thrown) })
    }
  }

  for (const entry of entries) await walk(entry, entry.name)
  const sorted = sortOut(files)
  return { files: sorted.files, refused: [...refused, ...sorted.refused] }
}

const isFolder = (entry: DroppedEntry): entry is DroppedFolder => entry.isDirectory
const isFile = (entry: DroppedEntry): entry is DroppedFile => !entry.isDirectory

async function entriesOf(
  folder: DroppedFolder,
  stop: AbortSignal,
): Promise<readonly DroppedEntry[]> {
  const reader = folder.createReader()
  const next = () =>
    new Promise<DroppedEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject)
    })
  const all: DroppedEntry[] = []
  for (let some = await next(); some.length > 0 && !stop.aborted; some = await next()) {
    all.push(...some)
  }
  return all
}

function openFile(entry: DroppedFile, path: string): Promise<File> {
  return new Promise((resolve, reject) => {
    entry.file(resolve, (reason) => {
      const { code, details } = unreadable(path, reason)
      reject(new AppError(code, details, { cause: reason }))
    })
  })
}

function unreadable(path: string, thrown: unknown) {
  const reason = thrown instanceof Error ? thrown.message : String(thrown)
  return { code: 'FILE_UNREADABLE', details: { path, reason } } as const
}
