import fc from 'fast-check'
import { mkdir, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { defaultSettings } from '../contract/settings'
import { damage, damages } from './suites/damage'
import { sampleArticle } from './suites/sample-article'
import {
  filledFolder,
  idsOf,
  openReadOnly,
  openStore,
  REMOVED_AT,
  treeOf,
} from './suites/sample-library'
import { temporaryFolder } from './suites/temporary-folder'

describe('a damaged library', () => {
  it.each([
    ['deleted', (file: string) => rm(file)],
    ['emptied', (file: string) => writeFile(file, '')],
    ['no list', (file: string) => writeFile(file, '{"schema":1,"articles":{}}')],
    ['another list', (file: string) => writeFile(file, '{"schema":1,"articles":[{"id":"../a"}]}')],
    ['garbage', (file: string) => writeFile(file, Buffer.from([0xff, 0, 0xfe, 1]))],
  ])('has its list made anew from the articles when it was %s', async (_, harm) => {
    const folder = await filledFolder()
    const { store: before } = await openStore(folder)
    await before.setRemoved('b', REMOVED_AT)
    await harm(join(folder, 'library.json'))
    const { store, repairs } = await openStore(folder)
    expect(repairs.map((repair) => repair.what)).toEqual(['list-rebuilt'])
    expect(store.list()).toEqual(before.list())
    expect(store.settings()).toEqual(defaultSettings)
    expect((await openStore(folder)).repairs).toEqual([])
  })

  it('keeps the damaged list aside', async () => {
    const folder = await filledFolder()
    await writeFile(join(folder, 'library.json'), '{"schema":1,"art')
    await openStore(folder)
    const aside = (await readdir(folder)).filter((name) => name.startsWith('library.json.damaged-'))
    expect(aside).toHaveLength(1)
    expect(await readFile(join(folder, aside[0] ?? ''), 'utf8')).toBe('{"schema":1,"art')
  })

  it('finds an article that the list does not know, and drops no setting', async () => {
    const folder = await filledFolder(['a'])
    const other = await filledFolder(['b'])
    await writeFile(join(folder, 'articles/b.json'), await readFile(join(other, 'articles/b.json')))
    const { store, repairs } = await openStore(folder)
    expect(repairs.map((repair) => repair.what)).toEqual(['list-rebuilt'])
    expect(idsOf(store)).toEqual(['a', 'b'])
    expect(await store.read('b')).toEqual(sampleArticle('b'))
    expect(store.settings().theme).toBe('dark')
  })

  it('keeps the row of an article whose file is missing, and says so', async () => {
    const folder = await filledFolder()
    await rm(join(folder, 'articles/b.json'))
    const { store, repairs } = await openStore(folder)
    expect(repairs).toEqual([
      { what: 'article-unreadable', detail: 'articles/b.json', reason: 'FILE_MISSING' },
    ])
    expect(idsOf(store)).toEqual(['a', 'b', 'c'])
    await expect(store.read('b')).rejects.toMatchObject({
      code: 'LIBRARY_DAMAGED',
      details: { file: 'articles/b.json', reason: 'FILE_MISSING' },
    })
  })

  it('can still remove an article that cannot be read, or take it in again', async () => {
    const folder = await filledFolder()
    for (const id of ['a', 'b']) await writeFile(join(folder, `articles/${id}.json`), '')
    const { store } = await openStore(folder)
    await store.setRemoved('a', REMOVED_AT)
    await store.purge()
    await store.save(sampleArticle('b'))
    expect(idsOf(store)).toEqual(['b', 'c'])
    expect(await store.read('b')).toEqual(sampleArticle('b'))
  })

  it('does not pass off a changed text as the article', async () => {
    const folder = await filledFolder()
    const file = join(folder, 'articles/a.json')
    const text = await readFile(file, 'utf8')
    await writeFile(file, text.replace('先联系平台', '先不理平台'))
    const { store } = await openStore(folder)
    await expect(store.read('a')).rejects.toMatchObject({ code: 'LIBRARY_DAMAGED' })
  })

  it('gives an article without its passages when those are of another shape', async () => {
    const folder = await temporaryFolder()
    const { store } = await openStore(folder)
    const sample = sampleArticle('a')
    const passages = sample.passages.map((passage) => ({ ...passage, end: 10_000 }))
    await store.save({ ...sample, passages })
    expect(await store.read('a')).toEqual({ article: sample.article, passages: [], splitter: '' })
  })

  it('refuses an article that leads outside of its own text', async () => {
    const folder = await temporaryFolder()
    const { store } = await openStore(folder)
    const { article, ...rest } = sampleArticle('a')
    await store.save({ ...rest, article: { ...article, text: article.text.slice(0, -1) } })
    await expect(store.read('a')).rejects.toMatchObject({ code: 'LIBRARY_DAMAGED' })
  })

  it('brings a row up to date that a killed run left behind its article', async () => {
    const folder = await filledFolder()
    const list = await readFile(join(folder, 'library.json'))
    const { store: before } = await openStore(folder)
    await before.save(sampleArticle('b', '改过'))
    await writeFile(join(folder, 'library.json'), list)
    const { store } = await openStore(folder)
    expect(await store.read('b')).toEqual(sampleArticle('b', '改过'))
    expect(store.list()).toEqual(before.list())
  })

  it('takes each unusable setting for one never chosen', async () => {
    const folder = await filledFolder()
    const file = join(folder, 'library.json')
    await writeFile(file, (await readFile(file, 'utf8')).replace('"dark"', '"pink"'))
    const { store, repairs } = await openStore(folder)
    expect(repairs).toEqual([])
    expect(store.settings()).toEqual({ ...defaultSettings, language: 'zh' })
  })

  it('is not opened by a program that is too old for it', async () => {
    const folder = await filledFolder()
    const file = join(folder, 'library.json')
    const newer = (await readFile(file, 'utf8')).replace('"schema":1', '"schema":2')
    await writeFile(file, newer)
    await expect(openStore(folder)).rejects.toMatchObject({
      code: 'LIBRARY_TOO_NEW',
      details: { found: 2, supported: 1 },
    })
    expect(await readFile(file, 'utf8')).toBe(newer)
  })

  it('loses no article, whatever happens to one of its files', async () => {
    const folder = await filledFolder()
    const whole = new Map<string, Buffer>()
    for (const name of await treeOf(folder)) {
      if ((await stat(join(folder, name))).isFile()) {
        whole.set(name, await readFile(join(folder, name)))
      }
    }
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...whole.keys()), damages, async (name, harm) => {
        await rm(folder, { recursive: true })
        for (const sub of ['articles', 'originals']) {
          await mkdir(join(folder, sub), { recursive: true })
        }
        for (const [file, bytes] of whole) await writeFile(join(folder, file), bytes)
        await damage(join(folder, name), harm)

        for (const open of [openReadOnly, openStore]) {
          const { store, repairs } = await open(folder)
          expect(idsOf(store)).toEqual(['a', 'b', 'c'])
          const unreadable: string[] = []
          for (const id of idsOf(store)) {
            try {
              expect(await store.read(id)).toEqual(sampleArticle(id))
            } catch (error) {
              expect(error).toMatchObject({ code: 'LIBRARY_DAMAGED' })
              unreadable.push(`articles/${id}.json`)
            }
          }
          const changed = !(await readFile(join(folder, name)).catch(() => undefined))?.equals(
            whole.get(name) ?? Buffer.alloc(0),
          )
          expect(unreadable).toEqual(changed && name.startsWith('articles/') ? [name] : [])
          if (open === openReadOnly && changed && name === 'library.json') {
            expect(repairs).toHaveLength(1)
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  it('forgets no article when the list and one article are damaged together', async () => {
    const folder = await filledFolder()
    await writeFile(join(folder, 'library.json'), '')
    await writeFile(join(folder, 'articles/b.json'), 'x')
    await utimes(join(folder, 'articles/b.json'), 0, 0)
    const { store, repairs } = await openStore(folder)
    expect(repairs.map((repair) => repair.what)).toEqual(['list-rebuilt', 'article-unreadable'])
    expect([...idsOf(store)].sort()).toEqual(['a', 'b', 'c'])
    await store.save(sampleArticle('b'))
    expect(await store.read('b')).toEqual(sampleArticle('b'))
  })
})
