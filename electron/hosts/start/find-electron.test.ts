import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { electronPackage, findElectron } from './find-electron'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wenju 窗口 '))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function put(...path: readonly string[]) {
  const file = join(folder, ...path)
  await mkdir(join(file, '..'), { recursive: true })
  await writeFile(file, path.at(-1) === 'path.txt' ? 'electron' : '')
  return file
}

it('finds a whole binary only', async () => {
  const absent = { kind: 'absent', folder }
  expect(findElectron(folder, undefined, 'linux')).toEqual(absent)
  const path = await put('dist', 'electron')
  expect(findElectron(folder, undefined, 'linux')).toEqual(absent)
  await put('path.txt')
  expect(findElectron(folder, undefined, 'linux')).toEqual({ kind: 'there', path })
  await rm(path)
  expect(findElectron(folder, undefined, 'linux')).toEqual(absent)
})

it('heeds ELECTRON_OVERRIDE_DIST_PATH, and fetches nothing into it', async () => {
  await put('path.txt')
  await put('dist', 'electron')
  const other = join(folder, 'other')
  expect(findElectron(folder, other, 'linux')).toEqual({
    kind: 'impossible',
    trouble: { name: 'override-empty', details: { folder: other } },
  })
  const path = await put('other', 'electron')
  expect(findElectron(folder, other, 'linux')).toEqual({ kind: 'there', path })
  expect(findElectron(undefined, other, 'linux')).toEqual({ kind: 'there', path })
})

it('knows the name of the binary on each platform', async () => {
  const windows = await put('win', 'electron.exe')
  const mac = await put('mac', 'Electron.app', 'Contents', 'MacOS', 'Electron')
  expect(findElectron(undefined, join(folder, 'win'), 'win32')).toMatchObject({ path: windows })
  expect(findElectron(undefined, join(folder, 'mac'), 'darwin')).toMatchObject({ path: mac })
})

it('says that the package is not installed', async () => {
  const program = await put('out', 'start.js')
  expect(electronPackage(program)).toBeUndefined()
  expect(findElectron(undefined, undefined, 'linux')).toMatchObject({
    trouble: { name: 'not-installed' },
  })
  await mkdir(join(folder, 'node_modules', 'electron'), { recursive: true })
  await writeFile(join(folder, 'node_modules', 'electron', 'package.json'), '{}')
  expect(electronPackage(program)).toMatch(/node_modules.electron$/)
})
