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
    let node = tree
    while (typeof node !== 'number') node = (row[node[0]] ?? 0) <= node[1] ? node[2] : node[3]
    sum += node
  }
  return sum
}
