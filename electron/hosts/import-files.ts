/** Paths named on the command line to files, folders opened up. */
import { readdir, readFile, realpath, stat } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { codeOf } from '../adapters/atomic-write'
import { AppError } from '../contract/errors'
import { endingOf, readableEndings } from '../contract/formats'
import { FILE_LIMIT } from '../contract/limits'

/** Holds what programs brought along, never articles. */
const FOREIGN = 'node_modules'

export interface FoundPath {
  readonly path: string
  /** Why this entry of a folder cannot be had; the others are not touched by it. */
  readonly error?: AppError
}

export interface FoundFiles {
  /** In the order of their names, each folder's entries together. */
  readonly found: readonly FoundPath[]
  /** Files of a folder that cannot be read, counted by their ending ('.pdf'; '' for none). */
  readonly leftOut: ReadonlyMap<string, number>
}

/**
 * A file is taken as it is named; of a folder, every file that can be read, folders within
 * included, hidden ones and `node_modules` left out. Links are followed, each folder is taken
 * once, and a link that leads in a circle is passed over.
 * @throws FILE_NOT_FOUND, FILE_UNREADABLE for `path` itself
 */
export async function filesOf(path: string): Promise<FoundFiles> {
  const entry = await attempt(path, () => stat(path))
  if (!entry.isDirectory()) return { found: [{ path }], leftOut: new Map() }
  const found: FoundPath[] = []
  const leftOut = new Map<string, number>()
  const seen = new Set<string>()

  const openFolder = async (folder: string) => {
    const place = await attempt(folder, () => realpath(folder))
    if (seen.has(place)) return
    seen.add(place)
    const names = (await attempt(folder, () => readdir(folder))).sort()
    for (const name of names) {
      if (name.startsWith('.') || name === FOREIGN) continue
      const inner = join(folder, name)
      try {
        await take(inner, name)
      } catch (thrown) {
        if (!(thrown instanceof AppError)) throw thrown
        if (!isCircle(thrown)) found.push({ path: inner, error: thrown })
      }
    }
  }

  const take = async (inner: string, name: string) => {
    const kind = await attempt(inner, () => stat(inner))
    if (kind.isDirectory()) await openFolder(inner)
    else if (kind.isFile() && readableEndings.includes(endingOf(name) ?? ''))
      found.push({ path: inner })
    else if (kind.isFile()) {
      const ending = extname(name).toLowerCase()
      leftOut.set(ending, (leftOut.get(ending) ?? 0) + 1)
    }
  }

  await openFolder(path)
  return { found, leftOut }
}

/** @throws FILE_NOT_FOUND, FILE_UNREADABLE, FILE_TOO_LARGE */
export async function readSource(path: string): Promise<{ name: string; bytes: Uint8Array }> {
  const name = basename(path)
  const { size } = await attempt(path, () => stat(path))
  if (size > FILE_LIMIT) {
    throw new AppError('FILE_TOO_LARGE', { name, bytes: size, limit: FILE_LIMIT })
  }
  return { name, bytes: await attempt(path, () => readFile(path)) }
}

async function attempt<Result>(path: string, read: () => Promise<Result>): Promise<Result> {
  try {
    return await read()
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') throw new AppError('FILE_NOT_FOUND', { path }, { cause })
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new AppError('FILE_UNREADABLE', { path, reason }, { cause })
  }
}

function isCircle({ cause }: AppError): boolean {
  return codeOf(cause) === 'ELOOP'
}
