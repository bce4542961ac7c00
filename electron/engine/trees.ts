/**
 * Boosted regression trees as plain values. The score of a row is the sum of one leaf of each.
 */

/** Signal's place in the row, threshold, tree for values up to it, tree for values above. */
export type Split = readonly [
  signal: number,
  threshold: number,
  low: Split | number,
  high: Split | number,
]

/** A number is a leaf. */
export type Tree = Split | number

export function sumOfTrees(trees: readonly Tree[], row: ArrayLike<number>): number {
  let sum = 0
  for (const tree of trees) {
    let branch = tree
    while (typeof branch !== 'number') {
      branch = (row[branch[0]] ?? 0) <= branch[1] ? branch[2] : branch[3]
    }
    sum += branch
  }
  return sum
}
