/** This result against an earlier one, question by question. */
import { pairedBootstrap, type Difference } from '../engine/statistics'
import { unpackBits } from './outcome-bits'
import type { Baseline, Measure, SetResult } from './set-result'

export interface Change extends Difference {
  readonly set: string
  readonly measure: Measure
  /** Questions that both results hold. */
  readonly questions: number
  /** 95 of 100 resamples agree on its direction. */
  readonly verdict: 'fell' | 'rose' | 'noise'
}

export interface Comparison {
  readonly changes: readonly Change[]
  /** Sets whose questions are not those of the earlier result, or that it does not have. */
  readonly incomparable: readonly string[]
}

/** @throws RangeError for bits that nobody packed */
export function compareResults(
  before: Baseline,
  after: readonly Pick<SetResult, 'name' | 'digests' | 'bits'>[],
): Comparison {
  const changes: Change[] = []
  const incomparable: string[] = []
  for (const set of after) {
    const earlier = before.sets.find(({ name }) => name === set.name)
    if (earlier?.digests.own !== set.digests.own) {
      incomparable.push(set.name)
      continue
    }
    for (const [measure, packed] of Object.entries(set.bits) as [Measure, string][]) {
      const packedBefore = earlier.bits[measure]
      const isForeign = measure === 'foreign refused'
      if (packedBefore === undefined) continue
      if (isForeign && earlier.digests.foreign !== set.digests.foreign) continue
      changes.push({ set: set.name, measure, ...changeOf(packedBefore, packed) })
    }
  }
  return { changes, incomparable }
}

function changeOf(before: string, after: string): Omit<Change, 'set' | 'measure'> {
  const [then, now] = [unpackBits(before), unpackBits(after)]
  const questions = Math.min(then.length, now.length)
  const difference = pairedBootstrap(
    then.slice(0, questions).map(Number),
    now.slice(0, questions).map(Number),
  )
  const verdict = difference.to < 0 ? 'fell' : difference.from > 0 ? 'rose' : 'noise'
  return { ...difference, questions, verdict }
}
