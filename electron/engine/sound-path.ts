/**
 * The likeliest characters of a stretch, as an input method finds them (Viterbi), with the library
 * as its only book: two characters are likely together as far as passages have them together.
 */
import type { Step, Stretch } from './sound-stretches'

/** What the path loses at two characters that no passage has together. */
const UNSEEN = 0.3
/** How much two characters count between which a typed word ends. */
const ACROSS = 0.3
/** What it costs to take another character than the typed one, and one more right after it. */
const CHANGE = 0.45
const CHANGE_MORE = 0.1

export interface Chosen {
  readonly step: Step
  readonly character: string
}

interface Arrival extends Chosen {
  readonly score: number
  readonly before: Arrival | undefined
}

/**
 * @param weight of two characters that stand together: 0 for never, 1 for in every passage
 * @returns in reading order; undefined where a syllable's characters are all unknown to the library
 */
export function likeliestPath(
  { steps }: Stretch,
  weight: (pair: string) => number,
): readonly Chosen[] | undefined {
  const arrivals: Arrival[][] = Array.from({ length: steps.length + 1 }, () => [])
  for (const [from, leading] of steps.entries()) {
    const earlier = from === 0 ? [undefined] : (arrivals[from] ?? [])
    for (const step of leading) {
      for (const character of step.candidates) {
        const best = bestArrival(earlier, { step, character }, weight)
        if (best) arrivals[step.to]?.push(best)
      }
    }
  }
  const path: Chosen[] = []
  for (let at = highest(arrivals[steps.length] ?? []); at; at = at.before) path.unshift(at)
  return path.length > 0 ? path : undefined
}

export function isChanged({ step, character }: Chosen): boolean {
  return step.typed !== undefined && step.typed !== character
}

function bestArrival(
  earlier: readonly (Arrival | undefined)[],
  chosen: Chosen,
  weight: (pair: string) => number,
): Arrival | undefined {
  return highest(
    earlier.map((before) => {
      if (!before) return { ...chosen, score: isChanged(chosen) ? -CHANGE : 0, before }
      const pair = weight(before.character + chosen.character)
      const together = chosen.step.begins ? ACROSS * pair : pair === 0 ? -UNSEEN : pair
      const cost = !isChanged(chosen) ? 0 : isChanged(before) ? CHANGE_MORE : CHANGE
      return { ...chosen, score: before.score + together - cost, before }
    }),
  )
}

function highest(arrivals: readonly Arrival[]): Arrival | undefined {
  return arrivals.reduce<Arrival | undefined>(
    (best, arrival) => (best && best.score >= arrival.score ? best : arrival),
    undefined,
  )
}
