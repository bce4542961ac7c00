import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { jsonFile } from './json-file'
import { temporaryFolder } from './suites/temporary-folder'

const asIs = (value: unknown) => value

it('gives null for a file that is not there, and afterwards what was written', async () => {
  const adapter = jsonFile(await temporaryFolder(), '表.json', asIs)
  expect(await adapter.read()).toBeNull()
  await adapter.write({ words: '问据 \ud800' })
  expect(await adapter.read()).toEqual({ words: '问据 \ud800' })
})

it.each(['', '{', '{"a":1}}', '\ufeff{}'])('takes %j for damaged', async (content) => {
  const folder = await temporaryFolder()
  await writeFile(join(folder, 'list.json'), content)
  await expect(jsonFile(folder, 'list.json', asIs).read()).rejects.toMatchObject({
    code: 'LIBRARY_DAMAGED',
    details: { file: 'list.json' },
  })
})

it('does not take for damaged what cannot be opened', async () => {
  const folder = await temporaryFolder()
  await mkdir(join(folder, 'list.json'))
  await expect(jsonFile(folder, 'list.json', asIs).read()).rejects.toMatchObject({
    code: 'LIBRARY_UNWRITABLE',
  })
})
