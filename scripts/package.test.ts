/**
 * Packs around a stand-in for Electron, looks into the package, and asks the packed program a
 * question under plain Node. The stand-in is Linux's; what Electron itself does is not tested here.
 */
import { spawn } from 'node:child_process'
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import asar from '@electron/asar'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { build, builderOf, buildState } from './built.mjs'
import { checkContents, findResources, readContents, sizeTable } from './package-contents.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const TIMEOUT = 240_000
const question = '逾期记录会在征信里保留多久？'

interface Ended {
  readonly code: number | null
  readonly out: string
  readonly notes: string
}

function run(words: readonly string[], env: Record<string, string> = {}) {
  return new Promise<Ended>((resolve) => {
    const child = spawn(process.execPath, words, { cwd: tmpdir(), env: { ...process.env, ...env } })
    let [out, notes] = ['', '']
    child.stdout.setEncoding('utf8').on('data', (part: string) => (out += part))
    child.stderr.setEncoding('utf8').on('data', (part: string) => (notes += part))
    child.on('close', (code) => {
      resolve({ code, out, notes })
    })
  })
}

/** A folder with the files of Electron's Linux distribution that electron-builder asks for. */
function standIn(folder: string) {
  const names = ['LICENSE', 'LICENSES.chromium.html', 'chrome-sandbox', 'icudtl.dat']
  for (const part of ['locales', 'resources']) mkdirSync(join(folder, part), { recursive: true })
  for (const name of names) writeFileSync(join(folder, name), name)
  const manifest = join(root, 'node_modules', 'electron', 'package.json')
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }
  writeFileSync(join(folder, 'version'), version)
  writeFileSync(join(folder, 'electron'), '#!/bin/sh\n')
  chmodSync(join(folder, 'electron'), 0o755)
}

describe.skipIf(process.platform !== 'linux')('a package', () => {
  let folder = ''
  let resources = ''
  let packing: Ended = { code: null, out: '', notes: '' }

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'wenju 包 '))
    standIn(join(folder, 'electron'))
    const builder = builderOf(root)
    if (builder && buildState(root) !== 'fresh') await build(root, builder)
    const script = join(root, 'scripts', 'package.mjs')
    const options = ['--built', '--dist', join(folder, 'electron'), '--out', join(folder, 'out')]
    packing = await run([script, ...options])
    resources = findResources(join(folder, 'out')) ?? ''
  }, TIMEOUT)
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  it('is made, is right and is listed with its sizes', () => {
    expect(packing, packing.notes).toMatchObject({ code: 0 })
    for (const part of ['archive', 'unpacked natives', 'models', 'data', 'Electron', 'all']) {
      expect(packing.out).toContain(part)
    }
    expect(checkContents(readContents(resources))).toEqual([])
  })

  it(
    'answers a question under plain Node, in Chinese, from its own articles',
    async () => {
      // The archive unpacked under its own name: the program then finds the rest where it is packed.
      const place = join(folder, 'plain', 'resources')
      mkdirSync(place, { recursive: true })
      asar.extractAll(join(resources, 'app.asar'), join(place, 'app.asar'))
      for (const part of ['models', 'data']) symlinkSync(join(resources, part), join(place, part))
      const program = join(place, 'app.asar', 'bin', 'wenju.js')
      const library = join(folder, '书架')
      const asked = await run([program, 'ask', question, '--library', library, '--json'], {
        LC_ALL: 'zh_CN.UTF-8',
      })
      expect(asked, asked.notes).toMatchObject({ code: 0 })
      const answer = JSON.parse(asked.out) as { kind: string; lanes: string[]; hits: unknown[] }
      expect(answer.lanes).toContain('meaning')
      expect(answer.kind).not.toBe('none')
      expect(answer.hits.length).toBeGreaterThan(0)
    },
    TIMEOUT,
  )
})

describe('what the check refuses', () => {
  const right = {
    resources: '/nowhere',
    packed: [
      'package.json',
      'out/main/main.js',
      'out/main/cli.js',
      'out/main/engine-process.js',
      'out/preload/preload.cjs',
      'out/renderer/index.html',
      'node_modules/onnxruntime-node/bin/napi-v6/linux/x64/onnxruntime_binding.node',
      'node_modules/onnxruntime-node/bin/napi-v6/linux/x64/libonnxruntime.so.1',
      'node_modules/@node-rs/jieba-linux-x64-gnu/jieba.linux-x64-gnu.node',
    ],
    beside: ['data/facts.json', 'data/starter-vectors', 'LICENSE', 'THIRD-PARTY.md'],
    sizes: [],
  }
  const natives = right.packed.slice(-3)
  const check = (packed: readonly string[], beside: readonly string[] = []) =>
    checkContents(
      {
        ...right,
        packed: [...right.packed, ...packed],
        unpacked: natives,
        beside: [...right.beside, ...beside],
      },
      { platform: 'linux', arch: 'x64' },
    ) as string[]

  it('is a part that is missing', () => {
    expect(check([])).toEqual(['missing: models/manifest.json'])
  })

  it.each([
    'electron/hosts/main.ts',
    'out/main/start.js',
    'node_modules/electron/index.js',
    'node_modules/@mantine/core/index.js',
    'node_modules/@xenova/transformers/dist/transformers.web.js',
    'node_modules/a/b.test.js',
    'node_modules/onnxruntime-node/bin/napi-v6/linux/arm64/libonnxruntime.txt',
  ])('is %s', (path) => {
    expect(check([path])).toContain(`does not belong: ${path}`)
  })

  it('is a question of the evaluation, and a native part that Electron could not load', () => {
    expect(check([], ['data/eval/questions.jsonl'])).toContain(
      'does not belong: data/eval/questions.jsonl',
    )
    expect(check(['node_modules/a/b.node'])).toContain(
      'native, but inside the archive: node_modules/a/b.node',
    )
  })

  it('is told beside a table of sizes', () => {
    expect(sizeTable([{ part: 'archive', bytes: 1_500_000 }])).toBe('archive      1.5 MB')
  })
})
