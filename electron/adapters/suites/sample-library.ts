/** Libraries on disk made up for tests. */
import { readdir } from 'node:fs/promises'
import { AppError } from '../../contract/errors'
import { defaultSettings } from '../../contract/settings'
import type { ArticleStore } from '../../engine/ports'
import { nodeDisk, type Disk } from '../atomic-write'
import { openLowdbStore } from '../lowdb-store'
import { originalOf, sampleArticle } from './sample-article'
import { temporaryFolder } from './temporary-folder'

export const REMOVED_AT = '2026-02-03T04:05:06.000Z'

const refuse = () => new AppError('LIBRARY_IN_USE', { folder: 'x', pid: 1 })

export const openStore = (folder: string, disk: Disk = nodeDisk) =>
  openLowdbStore(folder, { writable: true, refuse, disk })

export const openReadOnly = (folder: string) => openLowdbStore(folder, { writable: false, refuse })

export const idsOf = (store: ArticleStore) => store.list().map((row) => row.id)

/** A library with these articles, their originals, and settings other than those of the system. */
export async function filledFolder(ids: readonly string[] = ['a', 'b', 'c']): Promise<string> {
  const folder = await temporaryFolder()
  const { store } = await openStore(folder)
  for (const id of ids) await store.save(sampleArticle(id), originalOf(`第 ${id} 篇`))
  await store.saveSettings({ ...defaultSettings, language: 'zh', theme: 'dark' })
  return folder
}

/** Paths of all that is in a folder, with '/', sorted. */
export async function treeOf(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder, { recursive: true })
  return names.map((name) => name.replaceAll('\\', '/')).sort()
}
