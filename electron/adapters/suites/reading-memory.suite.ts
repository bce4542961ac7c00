/** What every ReadingMemory does. */
import { describe, expect, it } from 'vitest'
import type { Reading, ReadingMemory } from '../../engine/ports'
import { hashOf } from './sample-article'

export const sampleReadings: readonly Reading[] = [
  {
    score: 7.25,
    sentences: [
      { score: -3.062739372253418, span: [2, 9] },
      { score: 7.25, span: undefined },
    ],
  },
  { score: -4, sentences: [undefined, { score: -4, span: [0, 1] }, undefined] },
  { score: -Infinity, sentences: [undefined] },
  { score: -Infinity, sentences: [] },
]

export function readingMemorySuite(name: string, create: () => Promise<ReadingMemory>) {
  describe(name, () => {
    it('knows nothing at first', async () => {
      expect((await create()).get(hashOf('a'))).toBeUndefined()
    })

    it.each(sampleReadings)('gives back %j', async (reading) => {
      const memory = await create()
      await memory.add(hashOf('a'), reading)
      expect(memory.get(hashOf('a'))).toEqual(reading)
      expect(memory.get(hashOf('b'))).toBeUndefined()
    })

    it('keeps all of many readings added at once', async () => {
      const memory = await create()
      const scores = Array.from({ length: 50 }, (_, place) => place - 25.5)
      await Promise.all(
        scores.map((score) => memory.add(hashOf(String(score)), { score, sentences: [] })),
      )
      for (const score of scores) expect(memory.get(hashOf(String(score)))?.score).toBe(score)
    })
  })
}
