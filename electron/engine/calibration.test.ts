import { expect, it } from 'vitest'
import { calibration } from './calibration'
import { evidenceNames } from './evidence'
import { signalNames } from './rank-signals'
import { sentenceSignalNames } from './sentence-signals'
import type { Tree } from './trees'

const signalsIn = (tree: Tree): readonly number[] =>
  typeof tree === 'number' ? [] : [tree[0], ...signalsIn(tree[2]), ...signalsIn(tree[3])]
const leavesIn = (tree: Tree): readonly number[] =>
  typeof tree === 'number' ? [tree] : [...leavesIn(tree[2]), ...leavesIn(tree[3])]

it.each([
  ['ranker', calibration.trees, signalNames.length],
  ['claims', calibration.claims.trees, evidenceNames.length],
] as const)('%s: trees of the rows that there are', (_, trees, width) => {
  expect(trees.length).toBeGreaterThan(0)
  expect(Math.max(...trees.flatMap(signalsIn))).toBeLessThan(width)
  expect(trees.flatMap(leavesIn).every(Number.isFinite)).toBe(true)
})

it('has a weight for each signal of a sentence', () => {
  const { read, plain } = calibration.sentences
  expect(read).toHaveLength(sentenceSignalNames.length)
  expect(plain).toHaveLength(sentenceSignalNames.length)
})

it('claims from a higher sureness than it mentions', () => {
  const { found, related } = calibration.claims
  expect(related).toBeGreaterThan(0)
  expect(found).toBeGreaterThanOrEqual(related)
  expect(found).toBeLessThan(1)
})
