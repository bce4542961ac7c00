import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { builderOf, buildState } from './built.mjs'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'wenju-built-'))
  for (const source of [
    'package.json',
    'electron.vite.config.ts',
    'electron/hosts/cli.ts',
    'electron/hosts/cli.test.ts',
    'renderer/parts/answer.tsx',
  ]) {
    put(source, 1_000)
  }
  for (const output of outputs) put(output, 2_000)
})
afterEach(() => {
  rmSync(root, { recursive: true })
})

const outputs = [
  'out/main/cli.js',
  'out/main/engine-process.js',
  'out/main/main.js',
  'out/main/start.js',
  'out/preload/preload.cjs',
  'out/renderer/index.html',
]

/** A file as if it had been written `seconds` after the epoch. */
function put(path: string, seconds: number) {
  const full = join(root, path)
  mkdirSync(dirname(full), { recursive: true })
  writeFileSync(full, '{}')
  utimesSync(full, seconds, seconds)
}

describe('buildState', () => {
  it('is fresh when every output is newer than every source', () => {
    expect(buildState(root)).toBe('fresh')
  })

  it.each(outputs)('is missing without %s', (output) => {
    rmSync(join(root, output))
    expect(buildState(root)).toBe('missing')
  })

  it.each([
    'package.json',
    'electron.vite.config.ts',
    'electron/hosts/cli.ts',
    'renderer/parts/answer.tsx',
    'renderer/parts/new.css',
  ])('is stale when %s is newer', (source) => {
    put(source, 3_000)
    expect(buildState(root)).toBe('stale')
  })

  it('is stale when one output is older than the sources', () => {
    put('out/main/engine-process.js', 500)
    expect(buildState(root)).toBe('stale')
  })

  it('does not look at tests', () => {
    put('electron/hosts/cli.test.ts', 3_000)
    expect(buildState(root)).toBe('fresh')
  })
})

describe('builderOf', () => {
  it('finds the build program, or nothing where it is not installed', () => {
    expect(builderOf(root)).toBeUndefined()
    put('node_modules/electron-vite/package.json', 1_000)
    expect(builderOf(root)).toMatch(/electron-vite.bin.electron-vite\.js$/)
  })
})
