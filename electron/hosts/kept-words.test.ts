/** The words of a library outlive the program, and any harm to their file goes unnoticed. */
import { copyFile, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { damage, type Damage } from '../adapters/suites/damage'
import { temporaryFolder } from '../adapters/suites/temporary-folder'
import { openLibrary } from './open'

const before = process.env['WENJU_MODELS']
beforeAll(() => {
  process.env['WENJU_MODELS'] = '/nowhere'
})
afterAll(() => {
  if (before === undefined) delete process.env['WENJU_MODELS']
  else process.env['WENJU_MODELS'] = before
})

const wordsOf = (folder: string) => join(folder, 'index', 'lexical')
const guide = (topic: string) =>
  Buffer.from(`# ${topic}\n\n## ${topic}怎么办\n\n${topic}的时候，先联系平台，再谈分期。\n`)

async function withLibrary<Result>(
  folder: string,
  use: (library: Awaited<ReturnType<typeof openLibrary>>) => Promise<Result>,
): Promise<Result> {
  const library = await openLibrary({ folder, empty: true })
  try {
    return await use(library)
  } finally {
    await library.close()
  }
}

const hitsFor = (folder: string, query: string) =>
  withLibrary(folder, async ({ handlers }) => {
    const { hits } = await handlers.search({ query, top: 10 })
    return hits.map(({ title, score }) => ({ title, score }))
  })

async function filled(): Promise<string> {
  const folder = await temporaryFolder()
  await withLibrary(folder, async ({ addBytes }) => {
    for (const topic of ['催收上门', '征信异议', '法院传票']) {
      await addBytes(`${topic}.md`, guide(topic))
    }
  })
  return folder
}

describe('the words of a library', () => {
  it('are written at its closing, and not again while nothing changes', async () => {
    const folder = await filled()
    const written = await stat(wordsOf(folder))
    expect((await hitsFor(folder, '传票')).map(({ title }) => title)).toContain('法院传票')
    expect((await stat(wordsOf(folder))).ino).toBe(written.ino)
  })

  it.each<Damage>([
    { what: 'deleted' },
    { what: 'emptied' },
    { what: 'cut', share: 0.5 },
    { what: 'garbage', bytes: Uint8Array.of(1, 2, 3) },
    { what: 'overwritten', share: 0.7, bytes: Uint8Array.of(0, 255, 0, 255) },
  ])('are made again from the articles after: $what', async (harm) => {
    const folder = await filled()
    const [hits, content] = [await hitsFor(folder, '征信异议'), await readFile(wordsOf(folder))]
    await damage(wordsOf(folder), harm)
    expect(await hitsFor(folder, '征信异议')).toEqual(hits)
    expect(await readFile(wordsOf(folder))).toEqual(content)
  })

  it('follow the articles where their file is older', async () => {
    const folder = await filled()
    const old = join(await temporaryFolder(), 'old')
    await copyFile(wordsOf(folder), old)
    await withLibrary(folder, async ({ addBytes, handlers }) => {
      const [first] = await handlers.listArticles({})
      await handlers.removeArticle({ id: first?.id ?? '' })
      await addBytes('工资.md', guide('工资扣划'))
    })
    const hits = await hitsFor(folder, '工资 催收 征信 传票')
    await copyFile(old, wordsOf(folder))
    expect(await hitsFor(folder, '工资 催收 征信 传票')).toEqual(hits)
    expect(hits).toHaveLength(3)
  })

  it('are read, and never written, by a program that may not write', async () => {
    const folder = await filled()
    await withLibrary(folder, async () => {
      await damage(wordsOf(folder), { what: 'deleted' })
      expect((await hitsFor(folder, '传票')).map(({ title }) => title)).toContain('法院传票')
      await expect(stat(wordsOf(folder))).rejects.toMatchObject({ code: 'ENOENT' })
    })
  })
})
