import { expect, it } from 'vitest'
import { sumOfTrees, type Tree } from './trees'

it('adds one leaf of each tree, a value at the threshold going low', () => {
  const trees: readonly Tree[] = [[0, 1, -1, [1, 5, 2, 3]], 0.5]
  expect(sumOfTrees(trees, [1, 9])).toBe(-0.5)
  expect(sumOfTrees(trees, [2, 5])).toBe(2.5)
  expect(sumOfTrees(trees, [2, 6])).toBe(3.5)
})

it('says nothing without trees', () => {
  expect(sumOfTrees([], [1, 2, 3])).toBe(0)
})
