/** Many outcomes as figures. */
import type { QuestionOutcome, RankedList, RetrievalFigures } from '../contract/dataset'
import { mean, percentile } from './statistics'

/** Over the answerable questions; 0 where there is none. */
export function retrievalFigures(
  outcomes: readonly QuestionOutcome[],
  list: RankedList,
): RetrievalFigures {
  const answerable = outcomes.filter((outcome) => outcome.answerable)
  const within = (places: number) =>
    mean(answerable.map(({ ranks }) => Number((ranks[list] ?? Infinity) <= places)))
  return {
    'hit@1': within(1),
    'hit@3': within(3),
    'hit@10': within(10),
    'mrr@10': mean(answerable.map(({ ranks }) => 1 / (ranks[list] ?? Infinity))),
    'recall@10': mean(answerable.map(({ recalls }) => recalls[list])),
  }
}

/** `undefined` where no outcome says whether its lead is right. */
export function leadFigures(
  outcomes: readonly QuestionOutcome[],
): { readonly right: number; readonly characters: number } | undefined {
  const judged = outcomes.filter(({ leadRight }) => leadRight !== undefined)
  if (judged.length === 0) return undefined
  return {
    right: mean(judged.map(({ leadRight }) => Number(leadRight))),
    characters: mean(judged.flatMap(({ leadLength }) => leadLength ?? [])),
  }
}

/** Share that got 'related' or 'none'. */
export function refusedShare(outcomes: readonly QuestionOutcome[]): number {
  return mean(outcomes.map(({ kind }) => Number(kind !== 'found')))
}

/** Milliseconds. */
export function spread(values: readonly number[]): { readonly p50: number; readonly p95: number } {
  return { p50: percentile(values, 0.5), p95: percentile(values, 0.95) }
}
