/**
 * LambdaMART: boosted trees whose slope asks, for each pair of a right and a wrong candidate of one
 * question, to move them apart, the more the higher they stand (Burges, From RankNet to LambdaRank to
 * LambdaMART, 2010). The first score is the fusion's own, so that a question in a region which no
 * example covered keeps the order it had.
 */
import type { Tree } from '../engine/trees'
import { boost, type TrainingOptions } from './boost'

/** One question's candidates. */
export interface RankingExample {
  readonly rows: readonly ArrayLike<number>[]
  /** Score before the first tree. */
  readonly base: readonly number[]
  readonly right: readonly boolean[]
  readonly weight: number
}

/** Pairs beyond this place move nothing that anyone sees. */
const DEPTH = 10

export function trainRanker(
  examples: readonly RankingExample[],
  options: TrainingOptions,
): readonly Tree[] {
  return boost(
    examples.map(({ rows }) => rows),
    examples.flatMap(({ base }) => base),
    (group, offset, scores, slopes, curvatures) => {
      const example = examples[group]
      if (example) addPairs(example, offset, scores, slopes, curvatures)
    },
    options,
  )
}

function addPairs(
  { rows, right, weight }: RankingExample,
  offset: number,
  scores: Float64Array,
  slopes: Float64Array,
  curvatures: Float64Array,
): void {
  const order = rows
    .map((_, place) => place)
    .sort((a, b) => (scores[offset + b] ?? 0) - (scores[offset + a] ?? 0))
  const discount = new Float64Array(rows.length)
  order.forEach((place, rank) => {
    discount[place] = rank < DEPTH ? 1 / Math.log2(2 + rank) : 0
  })
  const wanted = right.filter(Boolean).length
  if (wanted === 0 || wanted === rows.length) return
  let ideal = 0
  for (let rank = 0; rank < Math.min(wanted, DEPTH); rank++) ideal += 1 / Math.log2(2 + rank)
  for (let good = 0; good < rows.length; good++) {
    if (!right[good]) continue
    for (let bad = 0; bad < rows.length; bad++) {
      if (right[bad]) continue
      const gain = (weight * Math.abs((discount[good] ?? 0) - (discount[bad] ?? 0))) / ideal
      if (gain === 0) continue
      const apart = (scores[offset + good] ?? 0) - (scores[offset + bad] ?? 0)
      const pull = 1 / (1 + Math.exp(apart))
      const bend = gain * pull * (1 - pull)
      slopes[offset + good] = (slopes[offset + good] ?? 0) + gain * pull
      slopes[offset + bad] = (slopes[offset + bad] ?? 0) - gain * pull
      curvatures[offset + good] = (curvatures[offset + good] ?? 0) + bend
      curvatures[offset + bad] = (curvatures[offset + bad] ?? 0) + bend
    }
  }
}
