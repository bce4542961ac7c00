/** What really happens to a library's folder: it goes away, is locked, is full. */
import { execFile } from 'node:child_process'
import { chmod, rename } from 'node:fs/promises'
import { promisify } from 'node:util'
import { expect, fixture, test } from './wenju'
import { LOAN_TITLE, pattern, withLoan } from './window'

const DOOR_FILE = '催收员敲门时.md'

const run = promisify(execFile)

test('a library folder that goes away is missed, and taken up again when it is back', async ({
  page,
  wenju,
}) => {
  test.skip(process.platform === 'win32', 'an open file keeps its folder there')
  await wenju.open(page)
  const { words, goTo, add } = await withLoan(page, 'zh')
  await goTo('library')
  const away = `${wenju.library}-away`
  await rename(wenju.library, away)
  await add(fixture(DOOR_FILE))
  const report = page.getByRole('region', { name: words.library.report.title })
  await expect(report).toContainText(new RegExp(pattern(words.errors.LIBRARY_UNWRITABLE)))
  await rename(away, wenju.library)
  await add(fixture(DOOR_FILE))
  await expect(report.getByText(words.library.report.added, { exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: LOAN_TITLE, exact: true })).toBeVisible()
})

test('a library that may not be written to can be read and asked, and says why nothing is added until that is mended', async ({
  page,
  wenju,
}) => {
  test.skip(process.platform === 'win32', 'folders have no such mode there')
  test.skip(process.getuid?.() === 0, 'root may write everywhere')
  await wenju.open(page)
  const { words, goTo, add } = await withLoan(page, 'zh')
  await wenju.stop()
  await chmod(wenju.library, 0o500)
  await wenju.restart()
  await wenju.open(page)
  await goTo('library')
  await expect(page.getByRole('button', { name: LOAN_TITLE, exact: true })).toBeVisible()
  await add(fixture(DOOR_FILE))
  const report = page.getByRole('region', { name: words.library.report.title })
  await expect(report).toContainText(new RegExp(pattern(words.errors.LIBRARY_UNWRITABLE)))
  await chmod(wenju.library, 0o700)
  await wenju.restart()
  await wenju.open(page)
  await goTo('library')
  await expect(page.getByRole('button', { name: LOAN_TITLE, exact: true })).toBeVisible()
})

test('a disk that is full takes nothing, loses nothing, and takes what fits', async ({
  page,
  wenju,
}) => {
  await wenju.stop()
  const size = 'size=512k'
  const mounted = await run('mount', ['-t', 'tmpfs', '-o', size, 'tmpfs', wenju.library]).then(
    () => true,
    () => false,
  )
  test.skip(!mounted, 'a small disk can be made by root on Linux only')
  try {
    await wenju.restart()
    await wenju.open(page)
    const { words, goTo, add, whole } = await withLoan(page, 'zh')
    await goTo('library')
    const report = page.getByRole('region', { name: words.library.report.title })
    const buffer = Buffer.from('还款以前先核对金额。\n\n'.repeat(20_000))
    await add({ name: '一本书.txt', mimeType: 'text/plain', buffer })
    await expect(report).toContainText(new RegExp(pattern(words.errors.DISK_FULL)))
    await expect(page.getByRole('button', { name: LOAN_TITLE, exact: true })).toBeVisible()
    await add(fixture(DOOR_FILE))
    await expect(report.getByText(words.library.report.added, { exact: true })).toBeVisible()
    await whole()
  } finally {
    await wenju.stop()
    await run('umount', [wenju.library])
  }
})
