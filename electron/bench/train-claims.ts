/** Boosted trees for a yes or no: their sum is the logarithm of the odds (Friedman, 2001). */
import type { Tree } from '../engine/trees'
import { boost, type TrainingOptions } from './boost'

export interface ClaimExample {
  readonly row: ArrayLike<number>
  /** The library holds an answer. */
  readonly answerable: boolean
  readonly weight: number
}

export function trainClaims(
  examples: readonly ClaimExample[],
  options: TrainingOptions,
): readonly Tree[] {
  return boost(
    examples.map(({ row }) => [row]),
    examples.map(() => 0),
    (group, offset, scores, slopes, curvatures) => {
      const { answerable = false, weight = 0 } = examples[group] ?? {}
      const sure = 1 / (1 + Math.exp(-(scores[offset] ?? 0)))
      slopes[offset] = weight * ((answerable ? 1 : 0) - sure)
      curvatures[offset] = weight * sure * (1 - sure)
    },
    options,
  )
}
