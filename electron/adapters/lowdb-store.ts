/**
 * Articles and settings on disk. The list (`library.json`) is lowdb's; every article has a file of
 * its own, and the imported original lies beside it.
 *
 *   save   original → article file → list      killed in between: the next opening finds the file
 *   purge  article files → originals → list    killed in between: the rows are still there to purge
 */
import { Low } from 'lowdb'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Repair } from '../contract/entities'
import { AppError } from '../contract/errors'
import type { ArticleRecord, ArticleStore, StoredArticle } from '../engine/ports'
import { recordOf } from './article-file'
import {
  ARTICLES_FOLDER,
  eraseArticleFiles,
  isDamage,
  readArticleFile,
  writeArticleFile,
} from './article-folder'
import { createWriteQueue, diskError, nodeDisk, removeLeftovers, type Disk } from './atomic-write'
import { jsonFile } from './json-file'
import {
  acceptList,
  checkArticleId,
  emptyList,
  LIST_FILE,
  markRow,
  withRow,
  type LibraryList,
} from './library-list'
import { openList } from './open-list'
import { openOriginals, ORIGINALS_FOLDER, type Originals } from './originals'

export interface StoreOptions {
  readonly writable: boolean
  /** Makes the error that every write of a read-only store throws. */
  readonly refuse: () => AppError
  readonly disk?: Disk
}

export interface OpenedStore {
  readonly store: ArticleStore
  /** What was found damaged, and repaired. */
  readonly repairs: readonly Repair[]
}

/**
 * Opens the library in `folder`, a new one where there is none. Only one writable store may be
 * open at a time: take the lock first. Read-only, nothing is made or changed on disk.
 * @throws LIBRARY_TOO_NEW, LIBRARY_UNWRITABLE, DISK_FULL
 */
export async function openLowdbStore(folder: string, options: StoreOptions): Promise<OpenedStore> {
  const { disk = nodeDisk } = options
  try {
    if (options.writable) await prepare(folder)
    const low = new Low(jsonFile(folder, LIST_FILE, acceptList, disk), emptyList)
    const originals = await openOriginals(folder, disk)
    const inhabited = originals.size > 0
    const repairs = await openList(low, folder, inhabited, options.writable ? disk : undefined)
    return { store: createStore(folder, low, originals, disk, options), repairs }
  } catch (cause) {
    throw diskError(cause, folder)
  }
}

async function prepare(folder: string): Promise<void> {
  for (const name of [ARTICLES_FOLDER, ORIGINALS_FOLDER]) {
    await mkdir(join(folder, name), { recursive: true })
    await removeLeftovers(join(folder, name))
  }
  await removeLeftovers(folder, LIST_FILE)
}

function createStore(
  folder: string,
  low: Low<LibraryList>,
  originals: Originals,
  disk: Disk,
  options: StoreOptions,
): ArticleStore {
  const inTurn = createWriteQueue(folder)

  async function write(task: () => Promise<void>): Promise<void> {
    if (!options.writable) throw options.refuse()
    return inTurn(task)
  }

  /** What did not reach the disk is not in the list either. */
  async function commit(change: Partial<LibraryList>): Promise<void> {
    const before = low.data
    low.data = { ...before, ...change }
    try {
      await low.write()
    } catch (cause) {
      low.data = before
      throw cause
    }
  }

  const rowOf = (id: string) => low.data.articles.find((row) => row.id === id)

  async function eraseUnused(sha256s: readonly string[], rows: readonly ArticleRecord[]) {
    const used = new Set(rows.map((row) => row.sha256))
    await originals.erase(sha256s.filter((sha256) => !used.has(sha256)))
  }

  return {
    list: () => low.data.articles,

    async read(id): Promise<StoredArticle | undefined> {
      const row = rowOf(id)
      if (!row) return undefined
      const { article, passages, splitter } = await readArticleFile(folder, id)
      const record = { ...row, ...recordOf({ article, passages, splitter }) }
      // A run that was killed between an article's file and the list left an outdated row.
      if (JSON.stringify(record) !== JSON.stringify(row) && rowOf(id) === row) {
        low.data = { ...low.data, articles: withRow(low.data.articles, record) }
      }
      return { article, passages, splitter }
    },

    save: (stored, original) =>
      write(async () => {
        const { id, source } = stored.article
        checkArticleId(id)
        const replaced = rowOf(id)
        if (original) await originals.keep(source.sha256, source.fileName, original)
        const file = { ...stored, ...removalOf(replaced) }
        await writeArticleFile(folder, file, disk)
        await commit({ articles: withRow(low.data.articles, recordOf(file)) })
        if (replaced) await eraseUnused([replaced.sha256], low.data.articles)
      }),

    setRemoved: (id, removedAt) =>
      write(async () => {
        const row = rowOf(id)
        if (!row) throw new AppError('ARTICLE_NOT_FOUND', { id })
        if (row.removedAt === removedAt) return
        const marked = markRow(row, removedAt)
        await markFile(folder, marked, disk)
        await commit({ articles: withRow(low.data.articles, marked) })
      }),

    purge: () =>
      write(async () => {
        const rest = low.data.articles.filter((row) => row.removedAt === undefined)
        const gone = low.data.articles.filter((row) => row.removedAt !== undefined)
        if (gone.length === 0) return
        await eraseArticleFiles(
          folder,
          gone.map((row) => row.id),
          disk,
        )
        await eraseUnused(
          gone.map((row) => row.sha256),
          rest,
        )
        await commit({ articles: rest })
      }),

    starter: () => low.data.starter,

    saveStarter: (starter) => write(() => commit({ starter })),

    settings: () => low.data.settings,

    saveSettings: (settings) => write(() => commit({ settings })),
  }
}

function removalOf(row: ArticleRecord | undefined): { readonly removedAt?: string } {
  return row?.removedAt === undefined ? {} : { removedAt: row.removedAt }
}

/** The mark stands in the file too, so that a list made anew from files forgets no removal. */
async function markFile(folder: string, row: ArticleRecord, disk: Disk): Promise<void> {
  try {
    const { article, passages, splitter } = await readArticleFile(folder, row.id)
    await writeArticleFile(folder, { article, passages, splitter, ...removalOf(row) }, disk)
  } catch (error) {
    // An article that cannot be read can still be removed.
    if (!isDamage(error)) throw error
  }
}
