import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { QuestionOutcome } from '../contract/dataset'
import { bitsOf, packBits, unpackBits } from './outcome-bits'

it('gives back what was packed, whatever its length', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { maxLength: 40 }), (bits) => {
      expect(unpackBits(packBits(bits))).toEqual(bits)
    }),
  )
})

it('packs the first question into the highest bit', () => {
  expect(packBits([true, false, false])).toBe(`3:${Buffer.from([0x80]).toString('base64')}`)
})

it.each(['', '9:gA==', 'x:gA=='])('refuses %j, which nobody packed', (packed) => {
  expect(() => unpackBits(packed)).toThrow(RangeError)
})

const outcome = (given: Partial<QuestionOutcome>): QuestionOutcome => ({
  id: 'q',
  answerable: true,
  ranks: {},
  recalls: { hybrid: 0, fused: 0, dense: 0, lexical: 0 },
  kind: 'none',
  took_ms: { embedding: 0, hits: 0, whole: 0 },
  ...given,
})

it('counts every measure over the questions that it is about', () => {
  const bits = bitsOf(
    [
      outcome({ ranks: { hybrid: 1 }, kind: 'found', leadRight: true }),
      outcome({ ranks: { hybrid: 2 }, kind: 'related' }),
      outcome({ answerable: false, kind: 'none' }),
    ],
    [outcome({ answerable: false, kind: 'found' })],
  )
  expect(
    Object.fromEntries(Object.entries(bits).map(([name, b]) => [name, unpackBits(b)])),
  ).toEqual({
    'hit@1': [true, false],
    sentence: [true],
    claimed: [true, false],
    'off-topic refused': [true],
    'foreign refused': [false],
  })
})

it('leaves out a measure that no question has', () => {
  expect(Object.keys(bitsOf([outcome({})], []))).toEqual(['hit@1', 'claimed'])
})
