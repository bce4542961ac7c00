/** What every VectorStore does. */
import { describe, expect, it } from 'vitest'
import type { VectorStore } from '../../engine/ports'
import { hashOf } from './sample-article'
import { SAMPLE_DIMS, sampleVector } from './sample-vector'

export function vectorStoreSuite(name: string, create: () => Promise<VectorStore>) {
  describe(name, () => {
    it('is empty at first', async () => {
      const store = await create()
      expect(store.size).toBe(0)
      expect(store.get(hashOf('a'))).toBeUndefined()
    })

    it('gives back what was added, though the caller uses the array again', async () => {
      const store = await create()
      const vector = sampleVector(1)
      const added = store.add(hashOf('a'), vector)
      vector.fill(0)
      await added
      expect(store.get(hashOf('a'))).toEqual(sampleVector(1))
      expect(store.get(hashOf('b'))).toBeUndefined()
    })

    it('keeps all of many vectors added at once', async () => {
      const store = await create()
      const seeds = Array.from({ length: 300 }, (_, seed) => seed)
      await Promise.all(seeds.map((seed) => store.add(hashOf(String(seed)), sampleVector(seed))))
      expect(store.size).toBe(300)
      for (const seed of seeds) expect(store.get(hashOf(String(seed)))).toEqual(sampleVector(seed))
    })

    it('leaves a hash that is there already as it is', async () => {
      const store = await create()
      await Promise.all([
        store.add(hashOf('a'), sampleVector(1)),
        store.add(hashOf('a'), sampleVector(2)),
      ])
      await store.add(hashOf('a'), sampleVector(3))
      expect(store.size).toBe(1)
      expect(store.get(hashOf('a'))).toEqual(sampleVector(1))
    })

    it.each([
      ['NaN', Float32Array.of(Number.NaN, 0, 0, 0, 0, 0, 0, 0)],
      ['infinity', Float32Array.of(Infinity, 0, 0, 0, 0, 0, 0, 0)],
      ['zeros', new Float32Array(SAMPLE_DIMS)],
      ['a length of 2', Float32Array.of(2, 0, 0, 0, 0, 0, 0, 0)],
    ])('refuses %s', async (_, vector) => {
      const store = await create()
      await expect(store.add(hashOf('a'), vector)).rejects.toThrow(RangeError)
      expect(store.size).toBe(0)
    })

    it.each(['', 'a', hashOf('a').toUpperCase(), '0'.repeat(64)])(
      'refuses the hash %j',
      async (hash) => {
        const store = await create()
        await expect(store.add(hash, sampleVector(1))).rejects.toThrow(RangeError)
        expect(store.size).toBe(0)
      },
    )
  })
}
