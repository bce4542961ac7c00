/** What every Embedder, with its Tokenizer, does. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { Embedder, Tokenizer } from '../../engine/ports'

interface Pair {
  readonly embedder: Embedder
  readonly tokenizer: Tokenizer
}

export function embedderSuite(name: string, load: () => Promise<Pair>) {
  describe(`${name}, as any embedder`, () => {
    let pair: Pair
    beforeAll(async () => {
      pair = await load()
    })

    it('gives unit vectors of its dims, the same for the same text', async () => {
      const { embedder } = pair
      for (const text of ['逾期会上门吗', 'a', '😀', '']) {
        const vector = await embedder.embedPassage(text)
        expect(vector).toHaveLength(embedder.dims)
        if (text !== '') expect(Math.hypot(...vector)).toBeCloseTo(1, 4)
        expect(await embedder.embedPassage(text)).toEqual(vector)
      }
    })

    it('does not let one text change another that is embedded at the same time', async () => {
      const { embedder } = pair
      const alone = await embedder.embedQuery('怎样协商')
      const [together] = await Promise.all([
        embedder.embedQuery('怎样协商'),
        embedder.embedPassage('征信记录保留五年。'),
      ])
      expect(together).toEqual(alone)
    })

    it('counts more tokens for more text, and none for none', () => {
      const { tokenizer } = pair
      expect(tokenizer.count('')).toBe(0)
      expect(tokenizer.count('逾期会上门吗')).toBeGreaterThan(0)
      expect(tokenizer.count('逾期会上门吗'.repeat(20))).toBeGreaterThan(
        tokenizer.count('逾期会上门吗'),
      )
      expect(tokenizer.limit).toBeGreaterThan(64)
    })
  })
}
