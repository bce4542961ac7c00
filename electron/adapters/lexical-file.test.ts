import fc from 'fast-check'
import { mkdir, mkdtemp, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createLexicalFile, INDEX_FOLDER, LEXICAL_FILE } from './lexical-file'
import { createMemoryIndexFile } from './memory-index-file'
import { damage, damages } from './suites/damage'
import { fullDisk } from './suites/failing-disk'
import { indexFileSuite } from './suites/index-file.suite'
import { temporaryFolder } from './suites/temporary-folder'

indexFileSuite('the lexical file', async () => createLexicalFile(await temporaryFolder()))
indexFileSuite('the lexical file in memory', () => Promise.resolve(createMemoryIndexFile()))

const content = Buffer.from('催收 上门 '.repeat(60))

describe('a lexical file', () => {
  it('that was damaged in any way reads as none, or as what it was', async () => {
    const parent = await temporaryFolder()
    await fc.assert(
      fc.asyncProperty(damages, async (harm) => {
        const library = await mkdtemp(join(parent, 'library'))
        const file = createLexicalFile(library)
        await file.write([content])
        await damage(join(library, INDEX_FOLDER, LEXICAL_FILE), harm)
        const read = await file.read()
        if (read !== undefined) expect(Buffer.from(read)).toEqual(content)
        await file.write([content])
        expect(Buffer.from((await file.read()) ?? [])).toEqual(content)
      }),
    )
  })

  it('that cannot be read as a file reads as none', async () => {
    const library = await temporaryFolder()
    await mkdir(join(library, INDEX_FOLDER, LEXICAL_FILE), { recursive: true })
    expect(await createLexicalFile(library).read()).toBeUndefined()
  })

  it('on a full disk keeps what was there, and says that it was not written', async () => {
    const library = await temporaryFolder()
    await createLexicalFile(library).write([content])
    const file = createLexicalFile(
      library,
      fullDisk(() => 10),
    )
    expect(await file.write([Buffer.from('other')])).toBe(false)
    expect(Buffer.from((await file.read()) ?? [])).toEqual(content)
  })

  it('whose folder cannot be made is not written, and the library goes on', async () => {
    const library = await temporaryFolder()
    await writeFile(join(library, INDEX_FOLDER), 'a file in its place')
    expect(await createLexicalFile(library).write([content])).toBe(false)
  })

  it('clears away what a killed run left half written', async () => {
    const library = await temporaryFolder()
    const folder = join(library, INDEX_FOLDER)
    await mkdir(folder)
    await writeFile(join(folder, `${LEXICAL_FILE}.0123456789ab.tmp`), 'half')
    await createLexicalFile(library).write([content])
    expect(await readdir(folder)).toEqual([LEXICAL_FILE])
  })
})
