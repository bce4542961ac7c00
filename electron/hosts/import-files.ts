/** Paths named on the command line to files, folders opened up. */
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { AppError } from '../contract/errors'
import { FILE_LIMIT } from '../contract/limits'

const readable = /\.(md|markdown|mdown|txt|text)$/i

/**
 * A file is taken as it is named; of a folder, every file that can be read, folders within
 * included, hidden ones left out, in the order of their names.
 * @throws FILE_NOT_FOUND, FILE_UNREADABLE
 */
export async function filesOf(path: string): Promise<readonly string[]> {
  const entry = await attempt(path, () => stat(path))
  if (!entry.isDirectory()) return [path]
  const names = (await attempt(path, () => readdir(path))).sort()
  const found: string[] = []
  for (const name of names.filter((candidate) => !candidate.startsWith('.'))) {
    const inner = join(path, name)
    if ((await attempt(inner, () => stat(inner))).isDirectory())
      found.push(...(await filesOf(inner)))
    else if (readable.test(name)) found.push(inner)
  }
  return found
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
    const missing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT'
    if (missing) throw new AppError('FILE_NOT_FOUND', { path }, { cause })
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new AppError('FILE_UNREADABLE', { path, reason }, { cause })
  }
}
