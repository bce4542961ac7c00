import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { AppError } from '../contract/errors'
import type { ListFileOptions } from './list-file'
import { openOwnQuestionsFile } from './own-questions-file'
import { fullDisk } from './suites/failing-disk'
import { listStoreSuite, sampleOwnQuestion } from './suites/list-store.suite'
import { temporaryFolder } from './suites/temporary-folder'

const FILE = 'own-questions.json'
const refuse = () => new AppError('LIBRARY_IN_USE', { folder: 'f', pid: 1 })
const open = (folder: string, options: Partial<ListFileOptions> = {}) =>
  openOwnQuestionsFile(folder, { writable: true, refuse, ...options })

const MARKED = [sampleOwnQuestion('会有人上门吗？'), sampleOwnQuestion('月球有多远？', false)]

listStoreSuite(
  'own questions on disk',
  async () => (await open(await temporaryFolder())).store,
  (question, ofAnotherKind) => sampleOwnQuestion(question, !ofAnotherKind),
)

it('is there again at the next opening', async () => {
  const folder = await temporaryFolder()
  await (await open(folder)).store.save(MARKED)
  const { store, repairs } = await open(folder)
  expect(repairs).toEqual([])
  expect(store.list()).toEqual(MARKED)
  expect(await readdir(folder)).toEqual([FILE])
})

const entry = (change: object) =>
  JSON.stringify({ schema: 1, questions: [{ ...MARKED[0], ...change }] })

describe.each([
  ['empty', '', 'FILE_EMPTY'],
  ['cut', '{"schema":1,"quest', 'NOT_JSON'],
  ['of another kind', '[]', 'NOT_A_LIST'],
  ['of a later schema', '{"schema":2,"questions":[]}', 'NOT_A_LIST'],
  ['with a question that is none', entry({ question: 7 }), 'NOT_A_LIST'],
  ['with a place that has no words', entry({ right: [{ articleId: 'a' }] }), 'NOT_A_LIST'],
])('a file that is %s', (_, content, reason) => {
  it('is set aside with a note, and the questions begin anew', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, FILE), content)
    const { store, repairs } = await open(folder)
    expect(repairs).toEqual([{ what: 'own-questions-reset', detail: FILE, reason }])
    expect(store.list()).toEqual([])
    const [aside = ''] = await readdir(folder)
    expect(aside).toMatch(/^own-questions\.json\.damaged-/)
    expect(await readFile(join(folder, aside), 'utf8')).toBe(content)
    await store.save(MARKED)
    expect((await open(folder)).store.list()).toEqual(MARKED)
  })
})

it('opens where the file is a folder, and can be written afterwards', async () => {
  const folder = await temporaryFolder()
  await mkdir(join(folder, FILE))
  const { store, repairs } = await open(folder)
  expect(repairs).toMatchObject([{ what: 'own-questions-reset' }])
  await store.save(MARKED)
  expect((await open(folder)).store.list()).toEqual(MARKED)
})

it('read-only, reads and changes nothing', async () => {
  const folder = await temporaryFolder()
  await writeFile(join(folder, FILE), '{')
  const { store } = await open(folder, { writable: false })
  await expect(store.save(MARKED)).rejects.toMatchObject({ code: 'LIBRARY_IN_USE' })
  expect(await readdir(folder)).toEqual([FILE])
})

it('keeps the earlier list when the disk is full, and says so', async () => {
  const folder = await temporaryFolder()
  let room = 10_000
  const { store } = await open(folder, { disk: fullDisk(() => room) })
  await store.save(MARKED)
  room = 5
  await expect(store.save([])).rejects.toMatchObject({ code: 'DISK_FULL' })
  expect(store.list()).toEqual(MARKED)
  expect((await open(folder)).store.list()).toEqual(MARKED)
})
