import { describe, expect, it } from 'vitest'
import { sumOfTrees } from '../engine/trees'
import { fitSentences } from './fit-sentences'
import { trainClaims } from './train-claims'
import { trainRanker } from './train-ranker'

const options = { trees: 40, leaves: 4, rate: 0.2, leafWeight: 0.01, ridge: 0.1, share: 1 }

/** Numbers from 0 to 1 that look like chance and are the same at every run. */
const chance = (seed: number) => (Math.sin(seed * 12.9898) * 43758.5453) % 1

describe('ranker', () => {
  const examples = Array.from({ length: 60 }, (_, question) => {
    const rows = Array.from({ length: 6 }, (_, place) => [
      Math.abs(chance(question * 7 + place)),
      place === question % 6 ? 1 : 0,
    ])
    return {
      rows,
      base: rows.map(([noise = 0]) => noise),
      right: rows.map(([, sign]) => sign === 1),
      weight: 1,
    }
  })

  it('learns the sign that marks the right candidate, against the order it was given', () => {
    const trees = trainRanker(examples, options)
    const firstIsRight = examples.map(({ rows, base, right }) => {
      const scores = rows.map((row, place) => (base[place] ?? 0) + sumOfTrees(trees, row))
      return right[scores.indexOf(Math.max(...scores))]
    })
    expect(firstIsRight.filter(Boolean)).toHaveLength(examples.length)
  })

  it('gives the same trees at every run', () => {
    expect(trainRanker(examples, options)).toEqual(trainRanker(examples, options))
  })

  it('leaves the order alone where every candidate is right', () => {
    const same = examples.map((example) => ({ ...example, right: example.right.map(() => true) }))
    expect(sumOfTrees(trainRanker(same, options), [0.5, 1])).toBeCloseTo(0)
  })
})

it('a claim learns where answerable questions lie', () => {
  const examples = Array.from({ length: 80 }, (_, place) => ({
    row: [place / 80, Math.abs(chance(place))],
    answerable: place >= 40,
    weight: 1,
  }))
  const trees = trainClaims(examples, options)
  expect(sumOfTrees(trees, [0.9, 0.5])).toBeGreaterThan(1)
  expect(sumOfTrees(trees, [0.1, 0.5])).toBeLessThan(-1)
})

it('weights of sentences favour the signal that tells, and keep what is to be kept', () => {
  const examples = Array.from({ length: 50 }, (_, place) => ({
    rows: [
      [1, chance(place), 1],
      [0, chance(place + 99), 0],
      [0, chance(place + 7), 0],
    ],
    right: [true, false, false],
    weight: 1,
  }))
  const [tells = 0, noise = 0, kept] = fitSentences(examples, [0, 0, -1], new Set([2]))
  expect(tells).toBeGreaterThan(1)
  expect(Math.abs(noise)).toBeLessThan(tells / 3)
  expect(kept).toBe(-1)
})
