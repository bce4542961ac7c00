import fc from 'fast-check'
import { appendFile, mkdir, readFile, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openReadingFile } from './reading-file'
import { hashOf } from './suites/sample-article'
import { readingMemorySuite, sampleReadings } from './suites/reading-memory.suite'
import { temporaryFolder } from './suites/temporary-folder'

const newPath = async () => join(await temporaryFolder(), 'readings.jsonl')

readingMemorySuite('readings in a file', async () => openReadingFile(await newPath()))

async function filled() {
  const path = await newPath()
  const memory = await openReadingFile(path)
  for (const [place, reading] of sampleReadings.entries()) {
    await memory.add(hashOf(String(place)), reading)
  }
  return path
}

/** Places of the samples that a file still gives back, each as it was added. */
async function keptIn(path: string) {
  const memory = await openReadingFile(path)
  return sampleReadings.flatMap((reading, place) => {
    const found = memory.get(hashOf(String(place)))
    if (found) expect(found).toEqual(reading)
    return found ? [place] : []
  })
}

describe('a file of readings', () => {
  it('gives everything back after another opening, and takes more', async () => {
    const path = await filled()
    expect(await keptIn(path)).toEqual([0, 1, 2, 3])
    await (await openReadingFile(path)).add(hashOf('more'), { score: 1, sentences: [] })
    expect((await openReadingFile(path)).get(hashOf('more'))?.score).toBe(1)
    expect(await keptIn(path)).toEqual([0, 1, 2, 3])
  })

  it('leaves a key that is there already as it is, and the file as long as it was', async () => {
    const path = await filled()
    const before = await readFile(path)
    const memory = await openReadingFile(path)
    await memory.add(hashOf('0'), { score: 99, sentences: [] })
    expect(memory.get(hashOf('0'))).toEqual(sampleReadings[0])
    expect(await readFile(path)).toEqual(before)
  })

  it('loses no more than the last line when it is cut anywhere, and goes on', async () => {
    const path = await filled()
    const whole = await readFile(path)
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: whole.length }), async (length) => {
        await writeFile(path, whole)
        await truncate(path, length)
        const lines = whole.subarray(0, length).filter((byte) => byte === 0x0a).length
        expect((await keptIn(path)).length).toBeGreaterThanOrEqual(lines)
        await (await openReadingFile(path)).add(hashOf('more'), { score: 1, sentences: [] })
        expect((await openReadingFile(path)).get(hashOf('more'))?.score).toBe(1)
        expect((await keptIn(path)).length).toBeGreaterThanOrEqual(lines)
      }),
      { numRuns: 40 },
    )
  })

  it.each([
    ['not JSON', 'x'],
    ['another value', '{"key":1}'],
    ['a score that is none', `["${hashOf('x')}","1",[]]`],
    ['a span that is none', `["${hashOf('x')}",1,[[1,5,2]]]`],
    ['a sentence that is none', `["${hashOf('x')}",1,[7]]`],
  ])('passes over a line with %s', async (_, line) => {
    const path = await filled()
    await appendFile(path, `${line}\n`)
    await (await openReadingFile(path)).add(hashOf('more'), { score: 1, sentences: [] })
    const memory = await openReadingFile(path)
    expect(memory.get(hashOf('x'))).toBeUndefined()
    expect(memory.get(hashOf('more'))?.score).toBe(1)
    expect(await keptIn(path)).toEqual([0, 1, 2, 3])
  })

  it('says why it cannot be read or written', async () => {
    const folder = await temporaryFolder()
    await mkdir(join(folder, 'taken'))
    await expect(openReadingFile(join(folder, 'taken'))).rejects.toThrow('EISDIR')
    const nowhere = await openReadingFile(join(folder, 'none', 'readings.jsonl'))
    await expect(nowhere.add(hashOf('a'), { score: 1, sentences: [] })).rejects.toMatchObject({
      code: 'LIBRARY_UNWRITABLE',
    })
    expect(nowhere.get(hashOf('a'))).toBeUndefined()
  })
})
