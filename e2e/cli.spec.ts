/** The command line as a person or a script uses it, over the built program. No browser. */
import { spawn } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'playwright/test'
import type { Answer, Article } from '../electron/contract/entities'
import { program, wenju, type Ended } from './command'

const here = fileURLToPath(new URL('.', import.meta.url))
const root = join(here, '..')
const guide = join(here, 'fixtures', '两千元借款逾期上门.txt')
let folder: string

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wenju 命令行 '))
})
test.afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const library = () => join(folder, '书架')
const json = <Value>(ended: Ended) => JSON.parse(ended.out) as Value

test('add, list, ask, search, remove: one library from end to end', async () => {
  const added = await wenju(['add', guide, '--library', library(), '--empty', '--json'])
  expect(added.code).toBe(0)
  const { files } = json<{ files: { outcome: string; article: { id: string } }[] }>(added)
  expect(files[0]?.outcome).toBe('added')

  const again = await wenju(['add', guide, '--library', library()])
  expect(again.out).toContain('已有，没有变化')

  const asked = await wenju([
    'ask',
    '金额不大的逾期会有人上门吗？',
    '--library',
    library(),
    '--json',
    '--top',
    '3',
  ])
  const answer = json<Answer>(asked)
  expect(answer.kind).toBe('found')
  expect(answer.hits.length).toBeLessThanOrEqual(3)
  expect(answer.sentences[0]?.role).toBe('lead')
  const stored = readdirSync(join(library(), 'articles')).map((name) =>
    join(library(), 'articles', name),
  )
  expect(stored).toHaveLength(1)

  const shown = await wenju(['ask', '金额不大的逾期会有人上门吗？', '--library', library()])
  expect(shown.out).toContain('【有依据】')
  expect(shown.out).toContain(answer.sentences[0]?.text ?? 'no lead')

  const found = await wenju(['search', '征信', '--library', library(), '--json'])
  expect(json<Answer>(found).hits.length).toBeGreaterThan(0)

  const removed = await wenju(['remove', files[0]?.article.id ?? '', '--library', library()])
  expect(removed.code).toBe(0)
  expect((await wenju(['list', '--library', library()])).out).toContain('书架是空的')
})

test('questions by lines: answers in the same order, a bad line gets an error of its own', async () => {
  await wenju(['add', guide, '--library', library(), '--empty'])
  const input = [
    '会上门吗',
    '{"id":"二","text":"征信怎么修复"}',
    '',
    '{"id":',
    '{"id":"五","text":"\\ud800"}',
    '最后一个问题',
  ].join('\n')
  const { out, code } = await wenju(['ask', '--stdin', '--json', '--library', library()], { input })
  const lines = out
    .trim()
    .split('\n')
    .map(
      (line) =>
        JSON.parse(line) as {
          id?: string
          kind?: string
          error?: { code: string; message: string }
        },
    )
  expect(code).toBe(0)
  expect(lines.map((line) => line.error?.code ?? 'answer')).toEqual([
    'answer',
    'answer',
    'EMPTY_QUESTION',
    'INVALID_REQUEST',
    'INVALID_TEXT',
    'answer',
  ])
  expect(lines.map((line) => line.id)).toEqual([
    undefined,
    '二',
    undefined,
    undefined,
    '五',
    undefined,
  ])
  expect(lines[2]?.error?.message).toContain('还没有写问题')
})

test('bad input: each a typed error with its own exit code, and nothing lost', async () => {
  await wenju(['add', guide, '--library', library(), '--empty'])
  writeFileSync(join(folder, 'picture.md'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1, 2, 3]))
  writeFileSync(join(folder, 'blank.txt'), ' \n\t\n')
  writeFileSync(join(folder, 'table.xlsx'), 'x')
  const codeOf = async (words: readonly string[]) => {
    const ended = await wenju([...words, '--library', library(), '--json'])
    const body = json<{ error?: { code: string }; files?: { error: { code: string } }[] }>(ended)
    expect(ended.code).toBeGreaterThan(1)
    return body.error?.code ?? body.files?.[0]?.error.code
  }
  expect(await codeOf(['ask', '  '])).toBe('EMPTY_QUESTION')
  expect(await codeOf(['ask', '问'.repeat(30_000)])).toBe('QUESTION_TOO_LONG')
  expect(await codeOf(['add', join(folder, 'picture.md')])).toBe('NOT_TEXT')
  expect(await codeOf(['add', join(folder, 'blank.txt')])).toBe('EMPTY_FILE')
  expect(await codeOf(['add', join(folder, 'table.xlsx')])).toBe('UNSUPPORTED_FORMAT')
  expect(await codeOf(['add', join(folder, 'nowhere.txt')])).toBe('FILE_NOT_FOUND')
  expect(await codeOf(['remove', 'no-such-id'])).toBe('ARTICLE_NOT_FOUND')
  const long = await wenju(['ask', '--stdin', '--json', '--library', library()], {
    input: '问'.repeat(100_000),
  })
  expect(json<{ error: { code: string } }>(long).error.code).toBe('QUESTION_TOO_LONG')
  expect((await wenju(['nonsense'])).code).toBe(2)
  expect((await wenju(['ask', 'x', '--top', 'many'])).code).toBe(2)
  const { articles } = json<{ articles: unknown[] }>(
    await wenju(['list', '--library', library(), '--json']),
  )
  expect(articles).toHaveLength(1)
})

test('a folder: each bad entry is reported by itself, and what was not taken is named', async () => {
  const shelf = join(folder, '资料')
  mkdirSync(join(shelf, 'node_modules'), { recursive: true })
  cpSync(guide, join(shelf, '甲.txt'))
  symlinkSync(join(folder, 'nowhere'), join(shelf, '乙.txt'))
  symlinkSync(shelf, join(shelf, '圈'))
  writeFileSync(join(shelf, 'node_modules', 'package.md'), '# 别人的文字')
  for (const name of ['table.xlsx', 'scan.pdf']) writeFileSync(join(shelf, name), 'x')
  const added = await wenju(['add', shelf, '--library', library(), '--empty', '--no-wait'])
  expect(added.code).toBe(4)
  expect(added.out.trim().split('\n')).toEqual([expect.stringContaining('已加入')])
  expect(added.notes).toContain(`找不到文件 ${join(shelf, '乙.txt')}`)
  expect(added.notes).toContain('略过 2 个不能读的文件（.pdf 1 个，.xlsx 1 个）')
  expect(added.notes).toContain('新加入 1 篇，更新 0 篇，没有变化 0 篇，没有加入 1 个')
})

test('nothing found: an empty library says so, another lists the closest topics last', async () => {
  const question = '量子色动力学里的夸克禁闭是什么？'
  const empty = await wenju(['ask', question, '--library', library(), '--empty'])
  expect(empty.out).toBe('【书架里没有】书架是空的。用 wenju add 加入文章。\n')
  await wenju(['add', guide, '--library', library(), '--no-wait'])
  const { out } = await wenju(['ask', question, '--library', library()])
  const [head, ...rest] = out.trim().split('\n')
  expect(head).toBe('【书架里没有】书架里没有找到能回答的内容。')
  expect(rest.slice(rest.indexOf('最接近的主题：') + 1)).not.toEqual([])
  for (const line of rest.slice(rest.indexOf('最接近的主题：') + 1)) expect(line).toMatch(/^ {2}· /)
})

test('remove takes the beginning of an id, and a wrong one removes nothing', async () => {
  const added = await wenju([
    'add',
    guide,
    '--library',
    library(),
    '--empty',
    '--no-wait',
    '--json',
  ])
  const [file] = json<{ files: { article: { id: string } }[] }>(added).files
  const id = file?.article.id ?? ''
  const refused = await wenju(['remove', id.slice(0, 4), 'zzzz', '--library', library()])
  expect(refused.code).toBe(4)
  expect(refused.notes).toContain('“zzzz”')
  const removed = await wenju(['remove', id.slice(0, 4), '--library', library()])
  expect(removed.code).toBe(0)
  expect(removed.out).toContain(`已移除  ${id}`)
})

test('Ctrl-C while adding: what has been added stays, and the library is given back', async () => {
  test.skip(process.platform === 'win32', 'Windows has no signal that a program could send')
  const child = spawn(
    process.execPath,
    [program, 'add', guide, '--library', library(), '--empty'],
    { env: { ...process.env, LANG: 'zh_CN.UTF-8', LC_ALL: '' } },
  )
  let notes = ''
  child.stderr.on('data', (part: Buffer) => {
    notes += part.toString()
  })
  child.stdout.once('data', () => child.kill('SIGINT'))
  const code = await new Promise((resolve) => child.once('close', resolve))
  expect(code).toBe(130)
  expect(notes).toContain('已中断。已经加入的文章都在书架里')
  expect(existsSync(join(library(), 'lock'))).toBe(false)
  const { articles } = json<{ articles: unknown[] }>(
    await wenju(['list', '--library', library(), '--json']),
  )
  expect(articles).toHaveLength(1)
})

test('a library folder that cannot be is refused by name', async () => {
  writeFileSync(join(folder, 'file'), '')
  const ended = await wenju(['add', guide, '--library', join(folder, 'file', 'library'), '--json'])
  expect(json<{ error: { code: string } }>(ended).error.code).toBe('LIBRARY_UNWRITABLE')
})

test('a damaged model file is named, the library stays whole', async () => {
  await wenju(['add', guide, '--library', library(), '--empty'])
  const models = join(folder, 'models')
  mkdirSync(join(models, 'multilingual-e5-small', 'onnx'), { recursive: true })
  const original = join(root, 'models', 'multilingual-e5-small')
  cpSync(join(root, 'models', 'manifest.json'), join(models, 'manifest.json'))
  for (const name of [
    ...readdirSync(original),
    ...readdirSync(join(original, 'onnx')).map((file) => join('onnx', file)),
  ]) {
    if (name !== 'onnx' && !name.endsWith('model_quantized.onnx')) {
      symlinkSync(join(original, name), join(models, 'multilingual-e5-small', name))
    }
  }
  const damaged = join(models, 'multilingual-e5-small', 'onnx', 'model_quantized.onnx')
  writeFileSync(damaged, 'cut')
  const env = { WENJU_MODELS: models }
  const asked = await wenju(['ask', '会上门吗', '--library', library(), '--json'], { env })
  expect(
    json<{ error: { code: string; details: { file: string }; message: string } }>(asked).error,
  ).toMatchObject({
    code: 'MODEL_DAMAGED',
    details: { file: damaged },
  })
  expect((await wenju(['status', '--library', library()], { env })).out).toContain('不可用')
  const healed = await wenju(['ask', '会上门吗', '--library', library(), '--json'])
  expect(json<Answer>(healed).hits.length).toBeGreaterThan(0)
})

test('two programs on one library: the second may ask, not change', async () => {
  await wenju(['add', guide, '--library', library(), '--empty'])
  const holder = spawn(process.execPath, [
    program,
    'serve',
    '--library',
    library(),
    '--port',
    '0',
    '--json',
  ])
  try {
    await new Promise((resolve) => holder.stdout.once('data', resolve))
    await expect.poll(() => existsSync(join(library(), 'lock'))).toBe(true)
    const asked = await wenju(['ask', '会上门吗', '--library', library(), '--json'])
    expect(json<Answer>(asked).hits.length).toBeGreaterThan(0)
    expect(asked.notes).toContain('正被另一个程序使用')
    const refused = await wenju(['add', join(root, 'README.md'), '--library', library(), '--json'])
    expect(json<{ files: { error: { code: string } }[] }>(refused).files[0]?.error.code).toBe(
      'LIBRARY_IN_USE',
    )
  } finally {
    holder.kill('SIGTERM')
    await new Promise((resolve) => holder.once('close', resolve))
  }
  expect(existsSync(join(library(), 'lock'))).toBe(false)
})

test('a lock left by a killed program is recognised, and what it had not read in is read in then', async () => {
  const holder = spawn(process.execPath, [
    program,
    'serve',
    '--library',
    library(),
    '--empty',
    '--port',
    '0',
    '--json',
  ])
  await new Promise((resolve) => holder.stdout.once('data', resolve))
  holder.kill('SIGKILL')
  await new Promise((resolve) => holder.once('close', resolve))
  await expect
    .poll(async () => (await wenju(['add', guide, '--library', library(), '--no-wait'])).code, {
      timeout: 30_000,
    })
    .toBe(0)
  const asked = await wenju([
    'ask',
    '金额不大的逾期会有人上门吗？',
    '--library',
    library(),
    '--json',
  ])
  expect(json<Answer>(asked)).toMatchObject({ pending: 0, kind: 'found' })
})

test('every sentence shown stands in the stored article at its offsets', async () => {
  await wenju(['add', guide, '--library', library(), '--empty'])
  const answer = json<Answer>(
    await wenju(['ask', '平台会派人上门吗？', '--library', library(), '--json']),
  )
  expect(answer.sentences.length).toBeGreaterThan(0)
  for (const { text, citation } of answer.sentences) {
    const file = join(library(), 'articles', `${citation.articleId}.json`)
    const { content } = JSON.parse(readFileSync(file, 'utf8')) as { content: { article: Article } }
    expect(content.article.text.slice(citation.start, citation.end)).toBe(text)
  }
})
