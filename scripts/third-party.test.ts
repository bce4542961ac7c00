import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importedIn, packagesIn } from './third-party-packages.mjs'
import { noticeIn, thirdPartyText } from './third-party-text.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const read = (path: string) => readFileSync(join(root, path), 'utf8')

describe('THIRD-PARTY.md', () => {
  const { packages: locked } = JSON.parse(read('package-lock.json'))
  const packages = packagesIn(locked, importedIn(join(root, 'renderer')))
  const written = read('THIRD-PARTY.md')

  it('names every package, its version and its licence: else `npm run third-party`', () => {
    const rows = written.split('\n').map((line) =>
      line
        .split(/ *\| */)
        .slice(1, 4)
        .join(' '),
    )
    for (const { name, version, licence } of packages)
      expect(rows).toContain(`${name} ${version} ${licence}`)
  })

  it('is what the installed packages say: else `npm run third-party`', async (context) => {
    const missing = packages.filter((one) => !one.forOneSystem && !existsSync(join(root, one.path)))
    context.skip(missing.length > 0, `not installed: ${missing.map(({ name }) => name).join()}`)
    const made = await thirdPartyText(root, packages, read('models/NOTICE.md'))
    // Not compared as texts: the difference would fill the screen.
    expect(written === made).toBe(true)
  })
})

describe('packagesIn', () => {
  const mit = { version: '1.0.0', license: 'MIT' }
  const names = (locked: Record<string, object>, imported: readonly string[] = []) =>
    packagesIn(locked, imported).map(({ name, path }) => [name, path])

  it('takes what runs and, of what builds, only what the window imports and that needs', () => {
    const locked = {
      '': {},
      'node_modules/runs': mit,
      'node_modules/builds': { ...mit, dev: true },
      'node_modules/shown': { ...mit, dev: true, dependencies: { needed: '*' } },
      'node_modules/needed': { ...mit, dev: true },
      'node_modules/shown/node_modules/needed': { ...mit, dev: true },
      'node_modules/own': { link: true },
    }
    expect(names(locked, ['shown'])).toEqual([
      ['needed', 'node_modules/shown/node_modules/needed'],
      ['runs', 'node_modules/runs'],
      ['shown', 'node_modules/shown'],
    ])
  })

  it('calls a package that goes by another name here by its own', () => {
    expect(names({ 'node_modules/old': { ...mit, name: 'new' } })).toEqual([
      ['new', 'node_modules/old'],
    ])
  })

  it.each([{ version: '1.0.0' }, { ...mit, license: 'GPL-3.0' }])('refuses %j', (entry) => {
    expect(() => names({ 'node_modules/strange': entry })).toThrow(/strange: licence .* not known/)
  })
})

describe('in a folder', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'wenju-notices-'))
    mkdirSync(join(folder, 'parts'))
  })
  afterAll(() => {
    rmSync(folder, { recursive: true })
  })

  it('finds what is imported, by package', () => {
    writeFileSync(
      join(folder, 'parts', 'a.tsx'),
      [
        "import '@kit/core/styles.css'",
        "import {\n  one,\n  two,\n} from 'lib/deep'",
        "import type { Only } from 'types'",
        "import { own } from '../own'",
        "export const text = 'not-a-package'",
      ].join('\n'),
    )
    writeFileSync(join(folder, 'parts', 'a.test.tsx'), "import { it } from 'tests'")
    expect(importedIn(folder)).toEqual(['@kit/core', 'lib'])
  })

  it('reads who holds a package apart from the text of its licence', () => {
    expect(noticeIn(folder)).toBeUndefined()
    const text = 'Permission is granted.\nThe above copyright notice shall be included.'
    writeFileSync(
      join(folder, 'LICENSE'),
      `MIT License\n\nCopyright (c) 2026 Somebody\n\n${text}\n`,
    )
    expect(noticeIn(folder)).toEqual({ copyright: 'Copyright (c) 2026 Somebody', text })
  })
})
