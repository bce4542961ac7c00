import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { nodeDisk, removeLeftovers, writeAtomically } from './atomic-write'
import { fullDisk, systemError } from './suites/failing-disk'
import { temporaryFolder } from './suites/temporary-folder'

it('makes and replaces a file, and leaves nothing else behind', async () => {
  const folder = await temporaryFolder()
  await writeAtomically(folder, '文 件', 'old')
  await writeAtomically(folder, '文 件', [Buffer.from('ne'), Buffer.from('w')])
  expect(await readFile(join(folder, '文 件'), 'utf8')).toBe('new')
  expect(await readdir(folder)).toEqual(['文 件'])
})

it.each([
  ['ENOSPC', 'DISK_FULL'],
  ['EDQUOT', 'DISK_FULL'],
  ['EROFS', 'LIBRARY_UNWRITABLE'],
  ['EIO', 'LIBRARY_UNWRITABLE'],
])('keeps the old file when %s stops the writing', async (code, expected) => {
  const folder = await temporaryFolder()
  await writeAtomically(folder, 'file', 'old')
  const disk = fullDisk(() => 1, code)
  await expect(writeAtomically(folder, 'file', 'new', disk)).rejects.toMatchObject({
    code: expected,
    details: { folder },
  })
  expect(await readFile(join(folder, 'file'), 'utf8')).toBe('old')
  expect(await readdir(folder)).toEqual(['file'])
})

it('says that the folder is gone', async () => {
  const folder = await temporaryFolder()
  const gone = join(folder, 'gone')
  await expect(writeAtomically(gone, 'file', 'x')).rejects.toMatchObject({
    code: 'LIBRARY_UNWRITABLE',
    details: { folder: gone, reason: 'FOLDER_GONE' },
  })
})

it('gives the reason of a place that is no folder, without its path', async () => {
  const folder = await temporaryFolder()
  await writeFile(join(folder, 'file'), '')
  const below = join(folder, 'file')
  await expect(writeAtomically(below, 'file', 'x')).rejects.toMatchObject({
    code: 'LIBRARY_UNWRITABLE',
    details: { folder: below, reason: 'ENOTDIR: not a directory' },
  })
})

it('tries again while another program holds the file', async () => {
  const folder = await temporaryFolder()
  let refusals = 3
  const disk: typeof nodeDisk = {
    ...nodeDisk,
    rename: (from, to) =>
      refusals-- > 0 ? Promise.reject(systemError('EPERM')) : nodeDisk.rename(from, to),
  }
  await writeAtomically(folder, 'file', 'new', disk)
  expect(await readFile(join(folder, 'file'), 'utf8')).toBe('new')
})

it('gives up when the file stays held, and leaves nothing behind', async () => {
  const folder = await temporaryFolder()
  const rename = () => Promise.reject(systemError('EACCES'))
  await expect(writeAtomically(folder, 'file', 'x', { ...nodeDisk, rename })).rejects.toMatchObject(
    { code: 'LIBRARY_UNWRITABLE' },
  )
  expect(await readdir(folder)).toEqual([])
})

it('does without syncing folders where they cannot be opened', async () => {
  const folder = await temporaryFolder()
  const open: typeof nodeDisk.open = (path, ...rest) =>
    path === folder ? Promise.reject(systemError('EISDIR')) : nodeDisk.open(path, ...rest)
  await writeAtomically(folder, 'file', 'new', { ...nodeDisk, open })
  expect(await readFile(join(folder, 'file'), 'utf8')).toBe('new')
})

it('removes the leftovers of a killed run and nothing else', async () => {
  const folder = await temporaryFolder()
  const kept = ['file', 'file.tmp', 'other.0123456789ab.tmp', 'file.0123456789ab.tmp.md']
  for (const name of [...kept, 'file.0123456789ab.tmp']) await writeFile(join(folder, name), '')
  await removeLeftovers(folder, 'file')
  expect((await readdir(folder)).sort()).toEqual([...kept].sort())
  await mkdir(join(folder, 'sub'))
  await removeLeftovers(folder)
  expect(await readdir(folder)).not.toContain('other.0123456789ab.tmp')
})
