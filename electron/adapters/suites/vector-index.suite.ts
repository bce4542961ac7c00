/** What every VectorIndex does. */
import { describe, expect, it } from 'vitest'
import type { VectorIndex } from '../../engine/ports'

const DIMS = 8

function unit(seed: number): Float32Array {
  let state = seed * 7919 + 17
  const values = Array.from({ length: DIMS }, () => {
    state = (state * 1103515245 + 12345) % 2147483648
    return state / 2147483648 - 0.5
  })
  const length = Math.hypot(...values)
  return Float32Array.from(values, (value) => value / length)
}

export function vectorIndexSuite(name: string, create: (dims: number) => Promise<VectorIndex>) {
  describe(name, () => {
    it('finds nothing while empty', async () => {
      const index = await create(DIMS)
      expect(index.size).toBe(0)
      expect(index.search(unit(1), 5)).toEqual([])
    })

    it('finds each vector itself first, with cosine 1', async () => {
      const index = await create(DIMS)
      for (let label = 0; label < 1500; label++) index.add(label, unit(label))
      expect(index.size).toBe(1500)
      for (const label of [0, 7, 1499]) {
        const [first] = index.search(unit(label), 3)
        expect(first?.label).toBe(label)
        expect(first?.score).toBeCloseTo(1, 5)
      }
    })

    it('gives neighbours nearest first, and no more than there are', async () => {
      const index = await create(DIMS)
      for (let label = 0; label < 20; label++) index.add(label, unit(label))
      const found = index.search(unit(3), 50)
      expect(found).toHaveLength(20)
      const scores = found.map((neighbour) => neighbour.score)
      expect(scores).toEqual([...scores].sort((a, b) => b - a))
    })

    it('never finds what was removed, and finds it again when it is added again', async () => {
      const index = await create(DIMS)
      for (let label = 0; label < 10; label++) index.add(label, unit(label))
      index.remove(4)
      index.remove(4)
      index.remove(99)
      expect(index.size).toBe(9)
      expect(index.search(unit(4), 10).map((found) => found.label)).not.toContain(4)
      index.add(4, unit(4))
      expect(index.search(unit(4), 1)[0]?.label).toBe(4)
    })

    it('replaces the vector of a label', async () => {
      const index = await create(DIMS)
      index.add(1, unit(1))
      index.add(2, unit(2))
      index.add(1, unit(5))
      expect(index.size).toBe(2)
      expect(index.search(unit(5), 1)[0]?.label).toBe(1)
    })

    it('refuses a vector of another length', async () => {
      const index = await create(DIMS)
      expect(() => {
        index.add(0, new Float32Array(3))
      }).toThrow(RangeError)
    })
  })
}
