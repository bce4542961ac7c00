import { expect, test } from 'vitest'
import type { Client } from '../electron/contract/client'
import { AppError } from '../electron/contract/errors'
import { createAdditionRun, isBusy, noAdditions, type Additions } from './addition-run'
import type { FoundFiles } from './found-files'
import { reportText } from './report-text'

const article = {
  id: 'a',
  title: '甲',
  language: 'zh',
  state: 'ready',
  passages: 1,
  embedded: 1,
  characters: 1,
  fileName: '甲.md',
  addedAt: '2026-01-01T00:00:00Z',
  origin: 'own',
} as const

/** A library that does with each file what its name says; reading a file is left to the browser. */
function setUp(does: (name: string) => Promise<void> = () => Promise.resolve()) {
  const tried: string[] = []
  const seen: Additions[] = []
  const client: Pick<Client, 'addFile'> = {
    async addFile({ name }) {
      tried.push(name)
      await does(name)
      return { outcome: 'added', article }
    },
  }
  const run = createAdditionRun({
    client,
    readFile: () => Promise.resolve(''),
    onChange: (additions) => seen.push(additions),
    afterEach: () => undefined,
  })
  return { run, tried, seen, now: () => seen.at(-1) ?? noAdditions }
}

const files = (...paths: readonly string[]): FoundFiles => ({
  files: paths.map((path) => ({
    path,
    open: () => Promise.resolve(new File([], path.split('/').at(-1) ?? '')),
  })),
  refused: [],
})
const search = (found: FoundFiles) => () => Promise.resolve(found)
const outcomes = ({ results }: Additions) => results.map(({ path, outcome }) => [path, outcome])

test('adds one after another and tells each file what became of it', async () => {
  const { run, now, seen, tried } = setUp((name) =>
    name === '空.md' ? Promise.reject(new AppError('EMPTY_FILE', { name })) : Promise.resolve(),
  )
  const refused = [{ path: '书/图.png', error: { code: 'UNSUPPORTED_FORMAT', details: {} } }]
  await run.add(search({ ...files('书/一.md', '书/空.md', '书/二.md'), refused }))
  expect(outcomes(now())).toEqual([
    ['书/图.png', 'refused'],
    ['书/一.md', 'added'],
    ['书/空.md', 'refused'],
    ['书/二.md', 'added'],
  ])
  expect(tried).toEqual(['一.md', '空.md', '二.md'])
  expect(now().results[2]?.error?.details['name']).toBe('书/空.md')
  expect(isBusy(now())).toBe(false)
  expect(seen.flatMap(({ now: at }) => at ?? []).at(-1)).toEqual({
    path: '书/二.md',
    done: 3,
    total: 3,
  })
})

test('stops after the file at hand, keeps what was added, and goes on with the rest', async () => {
  const { run, now, tried } = setUp((name) => {
    if (name === '二.md') run.stop()
    return Promise.resolve()
  })
  await run.add(search(files('一.md', '二.md', '三.md', '四.md')))
  expect(now()).toMatchObject({ left: 2, now: undefined, halted: undefined })
  expect(outcomes(now())).toHaveLength(2)
  await run.resume()
  expect(now()).toMatchObject({ left: 0 })
  expect(tried).toEqual(['一.md', '二.md', '三.md', '四.md'])
  expect(outcomes(now())).toHaveLength(4)
})

test('does not run into the same wall ten thousand times', async () => {
  let full = true
  const { run, now, tried } = setUp(() =>
    full ? Promise.reject(new AppError('DISK_FULL', { folder: '/shelf' })) : Promise.resolve(),
  )
  await run.add(search(files('一.md', '二.md', '三.md')))
  expect(tried).toEqual(['一.md'])
  expect(now()).toMatchObject({ left: 3, halted: { code: 'DISK_FULL' }, results: [] })
  full = false
  await run.resume()
  expect(now()).toMatchObject({ left: 0, halted: undefined })
  expect(tried).toEqual(['一.md', '一.md', '二.md', '三.md'])
  expect(outcomes(now())).toHaveLength(3)
})

test('files that come while others are added join them in one report', async () => {
  let letGo: () => void = () => undefined
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  const { run, now, tried } = setUp((name) => (name === '一.md' ? held : Promise.resolve()))
  const first = run.add(search(files('一.md')))
  const second = run.add(search(files('二.md')))
  letGo()
  await Promise.all([first, second])
  expect(tried).toEqual(['一.md', '二.md'])
  expect(outcomes(now())).toHaveLength(2)
  await run.add(search(files('三.md')))
  expect(outcomes(now())).toEqual([['三.md', 'added']])
})

test('says that there was nothing, and can be put away', async () => {
  const { run, now } = setUp()
  await run.add(search(files()))
  expect(now()).toMatchObject({ nothing: true, left: 0 })
  run.clear()
  expect(now()).toEqual(noAdditions)
})

test('the report as text counts, and puts refusals first with their reason', async () => {
  const { run, now } = setUp()
  const nameless = { code: 'UNSUPPORTED_FORMAT', details: { format: '', name: '书/LICENSE' } }
  await run.add(
    search({ ...files('书/一.md'), refused: [{ path: '书/LICENSE', error: nameless }] }),
  )
  const [counts, first, second] = reportText(now(), 'zh').split('\n')
  expect(counts).toBe('新加入 1，已更新 0，没有变化 0，没有加入 1。')
  expect(first).toMatch(/^书\/LICENSE：.*没有后缀/)
  expect(second).toBe('书/一.md：新加入')
  expect(reportText(now(), 'en')).toMatch(/^Added: 1\. .*\n书\/LICENSE: .*no ending/)
})
