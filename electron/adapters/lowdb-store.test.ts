import { readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { defaultSettings } from '../contract/settings'
import { articleStoreSuite } from './suites/article-store.suite'
import { fullDisk } from './suites/failing-disk'
import { hashOf, originalOf, sampleArticle } from './suites/sample-article'
import {
  filledFolder,
  idsOf,
  openReadOnly,
  openStore,
  REMOVED_AT,
  treeOf,
} from './suites/sample-library'
import { temporaryFolder } from './suites/temporary-folder'

articleStoreSuite('articles on disk', async () => (await openStore(await temporaryFolder())).store)

describe('a library that is opened again', () => {
  it('has all that was saved, under a long path too', async () => {
    const folder = join(
      await temporaryFolder(),
      ...Array.from({ length: 8 }, () => '书'.repeat(60)),
    )
    const { store } = await openStore(folder)
    await store.save(sampleArticle('a'), originalOf('第 a 篇'))
    await store.save(sampleArticle('b'))
    await store.setRemoved('b', REMOVED_AT)
    await store.saveSettings({ ...defaultSettings, language: 'en', theme: 'light' })

    const again = await openStore(folder)
    expect(again.repairs).toEqual([])
    expect(again.store.list()).toEqual(store.list())
    expect(await again.store.read('a')).toEqual(sampleArticle('a'))
    expect(again.store.settings()).toEqual({ ...defaultSettings, language: 'en', theme: 'light' })
  })

  it('keeps an original once per content, and as long as an article stands on it', async () => {
    const folder = await temporaryFolder()
    const { store } = await openStore(folder)
    const [one, other] = ['同样', '不同'].map((words) => `originals/${hashOf(words)}.md`)
    await store.save(sampleArticle('a', '同样'), originalOf('同样'))
    await store.save(sampleArticle('b', '同样'), originalOf('同样'))
    expect((await treeOf(folder)).filter((name) => name.endsWith('.md'))).toEqual([one])
    expect(await readFile(join(folder, one ?? ''), 'utf8')).toBe('同样')

    await store.setRemoved('a', REMOVED_AT)
    await store.purge()
    expect(await treeOf(folder)).toContain(one)
    await store.save(sampleArticle('b', '不同'), originalOf('不同'))
    expect(await treeOf(folder)).not.toContain(one)
    expect(await treeOf(folder)).toContain(other)

    await store.setRemoved('b', REMOVED_AT)
    await store.purge()
    expect(await treeOf(folder)).toEqual(['articles', 'library.json', 'originals'])
  })

  it('takes nothing but letters and digits of an extension into a path', async () => {
    const folder = await temporaryFolder()
    const { store } = await openStore(folder)
    const sample = sampleArticle('a', 'x')
    const source = { ...sample.article.source, fileName: '../../x.m/d' }
    await store.save({ ...sample, article: { ...sample.article, source } }, originalOf('x'))
    expect(await treeOf(folder)).toContain(`originals/${hashOf('x')}.bin`)
    const hostile = { ...source, sha256: '../../x' }
    await expect(
      store.save({ ...sample, article: { ...sample.article, source: hostile } }, originalOf('x')),
    ).rejects.toMatchObject({ code: 'INVALID_REQUEST' })
  })

  it('writes an original that was cut once more', async () => {
    const folder = await filledFolder(['a'])
    const file = join(folder, 'originals', `${hashOf('第 a 篇')}.md`)
    await writeFile(file, '')
    const { store } = await openStore(folder)
    await store.save(sampleArticle('a'), originalOf('第 a 篇'))
    expect(await readFile(file, 'utf8')).toBe('第 a 篇')
  })
})

describe('a disk that is full', () => {
  it('keeps what was there, says so, and takes more when there is room again', async () => {
    const folder = await filledFolder(['a'])
    let room = Infinity
    const { store } = await openStore(
      folder,
      fullDisk(() => room),
    )
    const before = await treeOf(folder)
    for (room of [0, 10, 400]) {
      await expect(
        store.save(sampleArticle('b', '新的'), originalOf('新的')),
      ).rejects.toMatchObject({ code: 'DISK_FULL', details: { folder } })
    }
    room = 0
    await expect(
      store.saveSettings({ ...defaultSettings, language: 'en', theme: 'dark' }),
    ).rejects.toMatchObject({
      code: 'DISK_FULL',
    })
    expect(idsOf(store)).toEqual(['a'])
    expect(store.settings().language).toBe('zh')
    expect((await treeOf(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([])
    expect(await treeOf(folder)).toEqual(expect.arrayContaining([...before]))
    expect(await store.read('a')).toEqual(sampleArticle('a'))

    room = Infinity
    await store.save(sampleArticle('b', '新的'), originalOf('新的'))
    const again = await openStore(folder)
    expect(idsOf(again.store)).toEqual(['a', 'b'])
    expect(again.repairs).toEqual([])
  })

  it('does not stop a save that waits behind a failed one', async () => {
    const folder = await filledFolder([])
    let writes = 0
    const { store } = await openStore(
      folder,
      fullDisk(() => (writes++ === 0 ? 0 : Infinity)),
    )
    const [first, second] = await Promise.allSettled([
      store.save(sampleArticle('a')),
      store.save(sampleArticle('b')),
    ])
    expect([first.status, second.status]).toEqual(['rejected', 'fulfilled'])
    expect(idsOf((await openStore(folder)).store)).toEqual(['b'])
  })
})

it('says that a folder cannot be made', async () => {
  const folder = await temporaryFolder()
  await writeFile(join(folder, 'file'), '')
  await expect(openStore(join(folder, 'file', 'library'))).rejects.toMatchObject({
    code: 'LIBRARY_UNWRITABLE',
  })
})

it('says that the folder is gone when it vanishes in use', async () => {
  const folder = await filledFolder(['a'])
  const { store } = await openStore(folder)
  await rm(folder, { recursive: true })
  await expect(store.save(sampleArticle('b'))).rejects.toMatchObject({
    code: 'LIBRARY_UNWRITABLE',
    details: { folder, reason: 'FOLDER_GONE' },
  })
})

describe('a library opened read-only', () => {
  it('refuses every write with the error it was given, and touches nothing', async () => {
    const folder = await filledFolder(['a'])
    await rm(join(folder, 'library.json'))
    await writeFile(join(folder, 'library.json.0123456789ab.tmp'), '')
    const before = await treeOf(folder)
    const { store } = await openReadOnly(folder)
    for (const attempt of [
      () => store.save(sampleArticle('b')),
      () => store.setRemoved('a', REMOVED_AT),
      () => store.purge(),
      () => store.saveSettings({ ...defaultSettings, language: 'zh', theme: 'dark' }),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: 'LIBRARY_IN_USE' })
    }
    expect(await store.read('a')).toEqual(sampleArticle('a'))
    expect(await treeOf(folder)).toEqual(before)
  })

  it('is empty where there is none', async () => {
    const folder = join(await temporaryFolder(), 'none')
    const { store, repairs } = await openReadOnly(folder)
    expect(store.list()).toEqual([])
    expect(repairs).toEqual([])
    await expect(stat(folder)).rejects.toMatchObject({ code: 'ENOENT' })
  })
})
