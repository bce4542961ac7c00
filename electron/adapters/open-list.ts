/**
 * Brings list and article files together when a library opens. The files are the truth: what the
 * list does not know is added to it, and a list that cannot be read is made anew from them.
 */
import type { Low } from 'lowdb'
import { join } from 'node:path'
import type { Repair } from '../contract/entities'
import type { AppError } from '../contract/errors'
import type { ArticleRecord } from '../engine/ports'
import { articleFileName, articleIdsIn, isDamage, rowFromFile } from './article-folder'
import { stamp, type Disk } from './atomic-write'
import { LIST_FILE, type LibraryList } from './library-list'

/**
 * Fills `low`.
 * @param low with its default data
 * @param disk absent: nothing is written, the list stands right in memory only
 * @param inhabited whether the folder holds more than article files; a library, then, not a new one
 * @throws LIBRARY_TOO_NEW, LIBRARY_UNWRITABLE, DISK_FULL
 */
export async function openList(
  low: Low<LibraryList>,
  folder: string,
  inhabited: boolean,
  disk: Disk | undefined,
): Promise<readonly Repair[]> {
  const fresh = low.data
  const damage = await readList(low)
  const hasList = low.data !== fresh
  const ids = new Set(await articleIdsIn(folder))
  const listed = new Set(low.data.articles.map((row) => row.id))
  const unlisted = [...ids].filter((id) => !listed.has(id))
  const found: { row: ArticleRecord; damage?: AppError }[] = []
  for (const id of unlisted) found.push(await rowFromFile(folder, id))

  const repairs: Repair[] = []
  const lost = !hasList && (damage !== undefined || inhabited || ids.size > 0)
  // Read-only, an article ahead of the list is another program's save under way and no damage.
  if (lost || (disk && unlisted.length > 0)) {
    const reason = damage?.details.reason ?? (hasList ? 'NOT_ALL_LISTED' : 'FILE_MISSING')
    const detail = `${LIST_FILE} (+${String(found.length)})`
    repairs.push({ what: 'list-rebuilt', detail, reason: String(reason) })
  }
  for (const row of low.data.articles) {
    if (!ids.has(row.id) && row.removedAt === undefined) {
      repairs.push(unreadable(row.id, 'FILE_MISSING'))
    }
  }
  for (const { row, damage: why } of found) {
    if (why) repairs.push(unreadable(row.id, String(why.details.reason)))
  }

  const rows = found.map(({ row }) => row).sort(byAddition)
  low.data = { ...low.data, articles: [...low.data.articles, ...rows] }
  if (disk && damage) await setAside(folder, disk)
  if (disk && (!hasList || rows.length > 0)) await low.write()
  return repairs
}

async function readList(low: Low<LibraryList>): Promise<AppError | undefined> {
  try {
    await low.read()
    return undefined
  } catch (error) {
    if (isDamage(error)) return error
    throw error
  }
}

async function setAside(folder: string, disk: Disk): Promise<void> {
  await disk.rename(join(folder, LIST_FILE), join(folder, `${LIST_FILE}.damaged-${stamp()}`))
}

function byAddition(one: ArticleRecord, other: ArticleRecord): number {
  const [a, b] = [`${one.addedAt} ${one.id}`, `${other.addedAt} ${other.id}`]
  return a < b ? -1 : Number(a > b)
}

function unreadable(id: string, reason: string): Repair {
  return { what: 'article-unreadable', detail: articleFileName(id), reason }
}
