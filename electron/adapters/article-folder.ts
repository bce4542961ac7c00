/** The articles of a library as files: `articles/<id>.json`. */
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../contract/errors'
import type { ArticleRecord } from '../engine/ports'
import { decodeArticle, encodeArticle, recordOf, type ArticleFile } from './article-file'
import { codeOf, namesIn, reasonOf, syncFolder, writeAtomically, type Disk } from './atomic-write'
import { isArticleId } from './library-list'

export const ARTICLES_FOLDER = 'articles'

/** A file's name in the library, as it is shown. */
export function articleFileName(id: string): string {
  return `${ARTICLES_FOLDER}/${id}.json`
}

/** Ids of the articles that have a file. @param folder the library's */
export async function articleIdsIn(folder: string): Promise<readonly string[]> {
  const names = await namesIn(join(folder, ARTICLES_FOLDER))
  return names
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .filter(isArticleId)
}

/** @throws LIBRARY_DAMAGED for a file that is missing, may not be read, or is not whole */
export async function readArticleFile(folder: string, id: string): Promise<ArticleFile> {
  const file = articleFileName(id)
  let bytes: Uint8Array
  try {
    bytes = await readFile(join(folder, file))
  } catch (cause) {
    const reason = codeOf(cause) === 'ENOENT' ? 'FILE_MISSING' : reasonOf(cause)
    throw new AppError('LIBRARY_DAMAGED', { file, reason }, { cause })
  }
  return decodeArticle(bytes, file, id)
}

/** @throws DISK_FULL, LIBRARY_UNWRITABLE */
export function writeArticleFile(folder: string, file: ArticleFile, disk: Disk): Promise<void> {
  return writeAtomically(folder, articleFileName(file.article.id), encodeArticle(file), disk)
}

export async function eraseArticleFiles(
  folder: string,
  ids: readonly string[],
  disk: Disk,
): Promise<void> {
  for (const id of ids) await disk.rm(join(folder, articleFileName(id)), { force: true })
  await syncFolder(join(folder, ARTICLES_FOLDER), disk)
}

/**
 * The list's row for an article of which only the file is known. A file that cannot be read still
 * gets a row under its id, so that the article is missed and not forgotten.
 */
export async function rowFromFile(
  folder: string,
  id: string,
): Promise<{ readonly row: ArticleRecord; readonly damage?: AppError }> {
  try {
    return { row: recordOf(await readArticleFile(folder, id)) }
  } catch (damage) {
    if (!isDamage(damage)) throw damage
    const { mtime } = await stat(join(folder, articleFileName(id)))
    const unknown = { title: id, language: 'und', fileName: `${id}.json`, sha256: '' }
    const row = { id, ...unknown, addedAt: mtime.toISOString(), characters: 0, passages: 0 }
    return { row, damage }
  }
}

export function isDamage(error: unknown): error is AppError {
  return error instanceof AppError && error.code === 'LIBRARY_DAMAGED'
}
