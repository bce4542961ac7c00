import fc from 'fast-check'
import { appendFile, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { nodeDisk, type Disk } from './atomic-write'
import { damage, damages } from './suites/damage'
import { fullDisk } from './suites/failing-disk'
import { hashOf } from './suites/sample-article'
import { SAMPLE_DIMS, sampleVector } from './suites/sample-vector'
import { temporaryFolder } from './suites/temporary-folder'
import { vectorStoreSuite } from './suites/vector-store.suite'
import { openVectorFile, type VectorFile, type VectorFileOptions } from './vector-file'

const RECORD = 32 + SAMPLE_DIMS * 4 + 4
const usual: VectorFileOptions = { fingerprint: 'model 模型', dims: SAMPLE_DIMS, writable: true }
const reopen = (path: string, options: Partial<VectorFileOptions> = {}) =>
  openVectorFile(path, { ...usual, ...options })

async function newPath(): Promise<string> {
  return join(await temporaryFolder(), 'vectors')
}

async function addAll(vectors: VectorFile, seeds: readonly number[]): Promise<void> {
  await Promise.all(seeds.map((seed) => vectors.add(hashOf(String(seed)), sampleVector(seed))))
}

function seedsIn(vectors: VectorFile, upTo = 100): readonly number[] {
  const seeds = Array.from({ length: upTo }, (_, seed) => seed)
  return seeds.filter((seed) => {
    const vector = vectors.get(hashOf(String(seed)))
    if (vector) expect(vector).toEqual(sampleVector(seed))
    return vector !== undefined
  })
}

async function filled(seeds: readonly number[]): Promise<string> {
  const path = await newPath()
  const { vectors } = await reopen(path)
  for (const seed of seeds) await addAll(vectors, [seed])
  await vectors.close()
  return path
}

vectorStoreSuite('vectors on disk', async () => (await reopen(await newPath())).vectors)
vectorStoreSuite(
  'vectors on disk, read-only',
  async () => (await reopen(await newPath(), { writable: false })).vectors,
)

describe('a vector file that is opened again', () => {
  it('has all that was added', async () => {
    const path = await filled([1, 2, 3])
    const { vectors, repairs } = await reopen(path)
    expect(repairs).toEqual([])
    expect(seedsIn(vectors)).toEqual([1, 2, 3])
    await addAll(vectors, [4])
    expect(seedsIn((await reopen(path)).vectors)).toEqual([1, 2, 3, 4])
  })

  it('has all of ten thousand vectors of 384 values', async () => {
    const path = await newPath()
    const options = { dims: 384 }
    const { vectors } = await reopen(path, options)
    const seeds = Array.from({ length: 10_000 }, (_, seed) => seed)
    await Promise.all(
      seeds.map((seed) => vectors.add(hashOf(String(seed)), sampleVector(seed, 384))),
    )
    const again = await reopen(path, options)
    expect(again.vectors.size).toBe(10_000)
    for (const seed of [0, 1, 5000, 9999]) {
      expect(again.vectors.get(hashOf(String(seed)))).toEqual(sampleVector(seed, 384))
    }
  })

  it('refuses a vector of another length', async () => {
    const { vectors } = await reopen(await newPath())
    await expect(vectors.add(hashOf('a'), Float32Array.of(1))).rejects.toThrow(RangeError)
  })

  it('takes nothing more once closed, and closes only when all is written', async () => {
    const path = await newPath()
    const { vectors } = await reopen(path)
    const added = addAll(vectors, [1, 2])
    await vectors.close()
    expect(seedsIn((await reopen(path)).vectors)).toEqual([1, 2])
    await added
    await expect(vectors.add(hashOf('3'), sampleVector(3))).rejects.toMatchObject({
      code: 'ENGINE_STOPPED',
    })
  })

  it('writes additions that wait together at once', async () => {
    let opened = 0
    const disk: Disk = {
      ...nodeDisk,
      open: (...args) => {
        opened++
        return nodeDisk.open(...args)
      },
    }
    const { vectors } = await reopen(await newPath(), { disk })
    opened = 0
    await addAll(
      vectors,
      Array.from({ length: 100 }, (_, seed) => seed),
    )
    expect(opened).toBe(1)
  })
})

describe('a damaged vector file', () => {
  it('loses the record that was not finished, and goes on from there', async () => {
    const path = await filled([1, 2, 3])
    await truncate(path, (await stat(path)).size - 5)
    const { vectors, repairs } = await reopen(path)
    expect(repairs).toEqual([{ what: 'vectors-cut', detail: `vectors: 0 × 68 B + 63 B` }])
    expect(seedsIn(vectors)).toEqual([1, 2])
    await addAll(vectors, [3, 4])
    const again = await reopen(path)
    expect(again.repairs).toEqual([])
    expect(seedsIn(again.vectors)).toEqual([1, 2, 3, 4])
  })

  it('loses what a power cut left as zeros at the end', async () => {
    const path = await filled([1, 2])
    await appendFile(path, Buffer.alloc(RECORD * 3 + 7))
    const { vectors, repairs } = await reopen(path)
    expect(repairs.map((repair) => repair.what)).toEqual(['vectors-cut'])
    expect(seedsIn(vectors)).toEqual([1, 2])
  })

  it('leaves out a damaged record in the middle and takes its vector in again', async () => {
    const path = await filled([1, 2, 3])
    const bytes = await readFile(path)
    bytes.writeUInt8(bytes.readUInt8(bytes.length - RECORD - 20) ^ 1, bytes.length - RECORD - 20)
    await writeFile(path, bytes)
    const { vectors, repairs } = await reopen(path)
    expect(repairs).toEqual([{ what: 'vectors-cut', detail: `vectors: 1 × 68 B + 0 B` }])
    expect(seedsIn(vectors)).toEqual([1, 3])
    await addAll(vectors, [2])
    const again = await reopen(path)
    expect(again.repairs).toEqual([])
    expect(seedsIn(again.vectors)).toEqual([1, 2, 3])
  })

  it.each([
    ['another fingerprint', { fingerprint: 'another model' }],
    ['other dimensions', { dims: 4 }],
  ])('is set aside for %s, one at most', async (_, options) => {
    const path = await filled([1, 2])
    const whole = await readFile(path)
    const { vectors, repairs } = await reopen(path, options)
    expect(repairs).toEqual([{ what: 'vectors-reset', detail: 'vectors' }])
    expect(vectors.size).toBe(0)
    const asideOf = async () =>
      (await readdir(join(path, '..'))).filter((name) => name.startsWith('vectors.old-'))
    expect(await asideOf()).toHaveLength(1)
    expect(await readFile(join(path, '..', (await asideOf())[0] ?? ''))).toEqual(whole)
    await reopen(path)
    expect(await asideOf()).toHaveLength(1)
  })

  it('gives nothing but true vectors, whatever happened to it', async () => {
    const path = await filled([1, 2, 3, 4, 5])
    const whole = await readFile(path)
    await fc.assert(
      fc.asyncProperty(damages, async (harm) => {
        await writeFile(path, whole)
        await damage(path, harm)
        const harmed = await readFile(path).catch(() => undefined)

        const readOnly = await reopen(path, { writable: false })
        const seen = seedsIn(readOnly.vectors)
        expect(await readFile(path).catch(() => undefined)).toEqual(harmed)

        const { vectors, repairs } = await reopen(path)
        expect(seedsIn(vectors)).toEqual(seen)
        expect(repairs.length).toBe(harmed === undefined || harmed.equals(whole) ? 0 : 1)
        await addAll(vectors, [1, 2, 3, 4, 5, 6])
        const again = await reopen(path)
        expect(again.repairs).toEqual([])
        expect(seedsIn(again.vectors)).toEqual([1, 2, 3, 4, 5, 6])
      }),
      { numRuns: 60 },
    )
  })

  it.each([
    ['deleted', (path: string) => rm(path)],
    ['cut', (path: string) => truncate(path, 50)],
    ['made longer', (path: string) => appendFile(path, 'x')],
  ])('is written again from memory when it was %s in use', async (_, harm) => {
    const path = await filled([1, 2])
    const { vectors } = await reopen(path)
    await addAll(vectors, [3])
    await harm(path)
    await addAll(vectors, [4])
    await addAll(vectors, [5])
    const again = await reopen(path)
    expect(again.repairs).toEqual([])
    expect(seedsIn(again.vectors)).toEqual([1, 2, 3, 4, 5])
  })
})

describe('erasing vectors', () => {
  it('forgets all but those to keep, on the disk too', async () => {
    const path = await filled([1, 2, 3])
    const { vectors } = await reopen(path)
    const size = (await stat(path)).size
    await vectors.compact(new Set([hashOf('1'), hashOf('3')]))
    expect(seedsIn(vectors)).toEqual([1, 3])
    expect((await stat(path)).size).toBe(size - RECORD)
    await addAll(vectors, [4])
    const again = await reopen(path)
    expect(again.repairs).toEqual([])
    expect(seedsIn(again.vectors)).toEqual([1, 3, 4])
  })

  it('keeps what is added after the call, and drops what was added before', async () => {
    const path = await newPath()
    const { vectors } = await reopen(path)
    const before = addAll(vectors, [1, 2])
    const compacted = vectors.compact(new Set([hashOf('2')]))
    await Promise.all([before, compacted, addAll(vectors, [3])])
    expect(seedsIn(vectors)).toEqual([2, 3])
    expect(seedsIn((await reopen(path)).vectors)).toEqual([2, 3])
  })
})

describe('a disk that is full', () => {
  it('fails the additions, keeps the file in order, and goes on when there is room', async () => {
    const path = await filled([1])
    const size = (await stat(path)).size
    let room = RECORD * 2 + 11
    const { vectors } = await reopen(path, { disk: fullDisk(() => room) })
    const added = await Promise.allSettled(
      [2, 3, 4].map((seed) => vectors.add(hashOf(String(seed)), sampleVector(seed))),
    )
    for (const result of added) {
      expect(result).toMatchObject({ status: 'rejected', reason: { code: 'DISK_FULL' } })
    }
    expect(seedsIn(vectors)).toEqual([1])
    expect((await stat(path)).size).toBe(size)
    room = Infinity
    await addAll(vectors, [2, 3])
    const again = await reopen(path)
    expect(again.repairs).toEqual([])
    expect(seedsIn(again.vectors)).toEqual([1, 2, 3])
  })

  it('keeps every vector when there is no room to erase some', async () => {
    const path = await filled([1, 2])
    const { vectors } = await reopen(path, { disk: fullDisk(() => 10) })
    await expect(vectors.compact(new Set())).rejects.toMatchObject({ code: 'DISK_FULL' })
    expect(seedsIn(vectors)).toEqual([1, 2])
    expect(seedsIn((await reopen(path)).vectors)).toEqual([1, 2])
  })
})

it('says that there is no folder for the file', async () => {
  const path = join(await temporaryFolder(), 'none', 'vectors')
  await expect(reopen(path)).rejects.toMatchObject({
    code: 'LIBRARY_UNWRITABLE',
    details: { folder: join(path, '..') },
  })
})

describe('a vector file opened read-only', () => {
  it('can be read while another program appends, and is never changed', async () => {
    const path = await filled([1, 2])
    await appendFile(path, Buffer.alloc(RECORD - 1, 7))
    const before = await readFile(path)
    const { vectors, repairs } = await reopen(path, { writable: false })
    expect(repairs).toEqual([])
    await addAll(vectors, [3])
    expect(seedsIn(vectors)).toEqual([1, 2, 3])
    await vectors.compact(new Set([hashOf('3')]))
    expect(seedsIn(vectors)).toEqual([3])
    await vectors.close()
    expect(await readFile(path)).toEqual(before)
  })

  it('does not make a file, and sets none aside', async () => {
    const path = await newPath()
    await reopen(path, { writable: false })
    await expect(stat(path)).rejects.toMatchObject({ code: 'ENOENT' })
    const other = await filled([1])
    const { repairs } = await reopen(other, { writable: false, fingerprint: 'another' })
    expect(repairs.map((repair) => repair.what)).toEqual(['vectors-reset'])
    expect(seedsIn((await reopen(other)).vectors)).toEqual([1])
  })
})
