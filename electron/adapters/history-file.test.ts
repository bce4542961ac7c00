import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { AppError } from '../contract/errors'
import { openHistoryFile } from './history-file'
import type { ListFileOptions } from './list-file'
import { fullDisk } from './suites/failing-disk'
import { listStoreSuite, sampleEntry } from './suites/list-store.suite'
import { temporaryFolder } from './suites/temporary-folder'

const refuse = () => new AppError('LIBRARY_IN_USE', { folder: 'f', pid: 1 })
const open = (folder: string, options: Partial<ListFileOptions> = {}) =>
  openHistoryFile(folder, { writable: true, refuse, ...options })

const ASKED = [sampleEntry('会有人上门吗？'), sampleEntry('保留几年？')]

listStoreSuite(
  'history on disk',
  async () => (await open(await temporaryFolder())).store,
  sampleEntry,
)

it('is there again at the next opening', async () => {
  const folder = await temporaryFolder()
  await (await open(folder)).store.save(ASKED)
  expect(await open(folder)).toMatchObject({ repairs: [] })
  expect((await open(folder)).store.list()).toEqual(ASKED)
})

it('leaves no trace of a question once all are erased', async () => {
  const folder = await temporaryFolder()
  await writeFile(join(folder, 'history.json'), '{"schema":1,"entries":[{"question":"会有人')
  await writeFile(join(folder, 'history.json.0123456789ab.tmp'), '会有人')
  const { store } = await open(folder)
  await store.save(ASKED)
  await store.save([])
  expect(await readdir(folder)).toEqual([])
})

describe.each([
  ['empty', '', 'FILE_EMPTY'],
  ['cut', '{"schema":1,"entr', 'NOT_JSON'],
  ['of another kind', '[]', 'NOT_A_LIST'],
  ['of a later schema', '{"schema":2,"entries":[]}', 'NOT_A_LIST'],
  ['with an entry that is none', '{"schema":1,"entries":[{"id":"a"}]}', 'NOT_A_LIST'],
])('a file that is %s', (_, content, reason) => {
  it('is set aside with a note, and the history begins anew', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'history.json'), content)
    const { store, repairs } = await open(folder)
    expect(repairs).toEqual([{ what: 'history-reset', detail: 'history.json', reason }])
    expect(store.list()).toEqual([])
    const [aside = ''] = await readdir(folder)
    expect(aside).toMatch(/^history\.json\.damaged-/)
    expect(await readFile(join(folder, aside), 'utf8')).toBe(content)
    await store.save(ASKED)
    expect((await open(folder)).store.list()).toEqual(ASKED)
  })
})

it('opens where the file is a folder, and can be written afterwards', async () => {
  const folder = await temporaryFolder()
  await mkdir(join(folder, 'history.json'))
  const { store, repairs } = await open(folder)
  expect(repairs).toMatchObject([{ what: 'history-reset' }])
  await store.save(ASKED)
  expect((await open(folder)).store.list()).toEqual(ASKED)
})

it('read-only, reads and changes nothing', async () => {
  const folder = await temporaryFolder()
  await writeFile(join(folder, 'history.json'), '{')
  const { store } = await open(folder, { writable: false })
  await expect(store.save(ASKED)).rejects.toMatchObject({ code: 'LIBRARY_IN_USE' })
  expect(await readdir(folder)).toEqual(['history.json'])
})

it('keeps the earlier list when the disk is full, and says so', async () => {
  const folder = await temporaryFolder()
  let room = 10_000
  const { store } = await open(folder, { disk: fullDisk(() => room) })
  await store.save(ASKED)
  room = 5
  await expect(store.save([])).resolves.toBeUndefined()
  room = 10_000
  await store.save(ASKED)
  room = 5
  await expect(store.save([...ASKED, sampleEntry('又一个问题')])).rejects.toMatchObject({
    code: 'DISK_FULL',
  })
  expect(store.list()).toEqual(ASKED)
  expect((await open(folder)).store.list()).toEqual(ASKED)
})
