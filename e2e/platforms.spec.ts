/** What differs between systems: no inference runtime, paths of every kind. Over the built command line. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'playwright/test'
import type { Answer, Status } from '../electron/contract/entities'
import { wenju } from './command'

const here = fileURLToPath(new URL('.', import.meta.url))
const guide = join(here, 'fixtures', '两千元借款逾期上门.txt')
let folder: string

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wenju 系统 '))
})
test.afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const withoutRuntime = {
  NODE_OPTIONS: `--import ${new URL('no-runtime.mjs', import.meta.url).href}`,
}

test('where the inference runtime has no build, words are found, and it is said why', async () => {
  const library = ['--library', join(folder, '书架')]
  const added = await wenju(['add', guide, '--empty', ...library], { env: withoutRuntime })
  expect(added, added.notes).toMatchObject({ code: 0 })
  const asked = await wenju(['ask', '逾期上门', '--json', ...library], { env: withoutRuntime })
  expect(asked, asked.notes).toMatchObject({ code: 0 })
  const answer = JSON.parse(asked.out) as Answer
  expect(answer.hits.length).toBeGreaterThan(0)
  expect(answer.lanes).not.toContain('meaning')
  expect(asked.notes).toContain(`（${process.platform} ${process.arch}）上不能运行`)
  const english = await wenju(['status', ...library], {
    env: { ...withoutRuntime, LC_ALL: 'en_US.UTF-8' },
  })
  expect(english.out).toContain(`does not run on this system (${process.platform}`)
  const told = await wenju(['status', '--json', ...library], { env: withoutRuntime })
  expect((JSON.parse(told.out) as Status).model).toMatchObject({
    state: 'failed',
    error: { code: 'MODEL_UNSUPPORTED' },
  })
  const whole = await wenju(['ask', '逾期上门', '--json', ...library])
  expect((JSON.parse(whole.out) as Answer).lanes).toContain('meaning')
})

test('a library in a folder with spaces, Han and great length', async () => {
  const deep = Array.from({ length: 8 }, (_, step) => `第 ${String(step)} 层 ${'深'.repeat(24)}`)
  const library = ['--library', join(folder, ...deep, '我的 书架')]
  expect(await wenju(['add', guide, '--empty', ...library])).toMatchObject({ code: 0 })
  const asked = await wenju(['ask', '金额不大的逾期会有人上门吗？', '--json', ...library])
  const answer = JSON.parse(asked.out) as Answer
  expect(answer.lanes).toContain('meaning')
  expect(answer.hits.length).toBeGreaterThan(0)
})

test('a library folder that denies being there is refused soon, and by name', async () => {
  test.skip(process.platform !== 'linux', '/proc is a Linux folder')
  const refused = await wenju(['status', '--library', '/proc/no-such/library', '--json'])
  expect(refused.code).not.toBe(0)
  expect(JSON.parse(refused.out)).toMatchObject({ error: { code: 'LIBRARY_UNWRITABLE' } })
})
