import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { filesOf, readSource } from './import-files'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'wenju 导入 '))
})
afterEach(() => {
  rmSync(root, { recursive: true })
})

function put(...path: string[]): string {
  const file = join(root, ...path)
  mkdirSync(join(file, '..'), { recursive: true })
  writeFileSync(file, '正文')
  return file
}

/** Paths below the folder in reading order, with the code of the error where there is one. */
async function found(path = root) {
  const { found: entries } = await filesOf(path)
  return entries.map((entry) =>
    [relative(root, entry.path), ...(entry.error ? [entry.error.code] : [])].join(' '),
  )
}

describe('a folder', () => {
  it('gives what can be read, by name, folders within included', async () => {
    put('二.txt')
    put('一', '甲.MD')
    put('a.markdown')
    expect(await found()).toEqual(['a.markdown', join('一', '甲.MD'), '二.txt'])
  })

  it('leaves hidden entries and node_modules out', async () => {
    put('.git', 'notes.md')
    put('.hidden.md')
    put('tool', 'node_modules', 'package', 'README.md')
    put('kept.md')
    expect(await found()).toEqual(['kept.md'])
  })

  it('counts what cannot be read by its ending', async () => {
    for (const name of ['a.pdf', 'b.PDF', 'c.docx', 'LICENSE', 'kept.md']) put(name)
    const { leftOut } = await filesOf(root)
    expect(Object.fromEntries(leftOut)).toEqual({ '.pdf': 2, '.docx': 1, '': 1 })
  })

  it('reports a link that leads nowhere by itself, and the rest goes on', async () => {
    put('a.md')
    symlinkSync(join(root, 'nowhere.md'), join(root, 'b.md'))
    put('c.md')
    expect(await found()).toEqual(['a.md', 'b.md FILE_NOT_FOUND', 'c.md'])
  })

  it('passes over links that lead in a circle, and takes a folder once', async () => {
    put('inner', 'a.md')
    symlinkSync(root, join(root, 'inner', 'up'))
    symlinkSync(join(root, 'self.md'), join(root, 'self.md'))
    symlinkSync(join(root, 'inner'), join(root, 'twin'))
    expect(await found()).toEqual([join('inner', 'a.md')])
  })

  it('follows a link to a file', async () => {
    const elsewhere = put('.kept', 'a.md')
    symlinkSync(elsewhere, join(root, 'link.md'))
    expect(await found()).toEqual(['link.md'])
  })
})

describe('a path that is named', () => {
  it('is taken whatever its ending, and also when it is hidden', async () => {
    expect(await found(put('table.pdf'))).toEqual(['table.pdf'])
    put('.notes', 'a.md')
    expect(await found(join(root, '.notes'))).toEqual([join('.notes', 'a.md')])
  })

  it('is refused when it is not there', async () => {
    await expect(filesOf(join(root, 'nowhere'))).rejects.toMatchObject({ code: 'FILE_NOT_FOUND' })
    await expect(readSource(join(root, 'x.md'))).rejects.toMatchObject({ code: 'FILE_NOT_FOUND' })
  })

  it('is read with its name alone', async () => {
    const { name, bytes } = await readSource(put('一', '甲.md'))
    expect([name, new TextDecoder().decode(bytes)]).toEqual(['甲.md', '正文'])
  })

  it('is refused with the system’s reason when it is no file', async () => {
    await expect(readSource(root)).rejects.toMatchObject({
      code: 'FILE_UNREADABLE',
      details: { path: root, reason: expect.stringContaining('EISDIR') as string },
    })
  })
})
