/** What figures are made of: means, places, separation, honesty, and how far chance reaches. */

/** 0 for nothing. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}

/** @param share 0 to 1; 0 for nothing */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

/**
 * How well a number tells two groups apart: the chance that one of the first is above one of the
 * second, equals counting half. `undefined` where a group is empty.
 */
export function auroc(above: readonly number[], below: readonly number[]): number | undefined {
  if (above.length === 0 || below.length === 0) return undefined
  const all = [
    ...above.map((value) => ({ value, isAbove: true })),
    ...below.map((value) => ({ value, isAbove: false })),
  ].sort((a, b) => a.value - b.value)
  let won = 0
  let lower = 0
  for (let from = 0; from < all.length;) {
    let to = from
    let aboveHere = 0
    while (to < all.length && all[to]?.value === all[from]?.value) {
      if (all[to]?.isAbove) aboveHere++
      to++
    }
    const belowHere = to - from - aboveHere
    won += aboveHere * (lower + belowHere / 2)
    lower += belowHere
    from = to
  }
  return won / (above.length * below.length)
}

export interface ReliabilityRow {
  /** The tenth begins here. */
  readonly from: number
  readonly count: number
  /** Mean of what was claimed in it. */
  readonly claimed: number
  /** Share that came true. */
  readonly true: number
}

/** What probabilities claimed and what came true, in tenths from 0; empty tenths are left out. */
export function reliability(
  claims: readonly { readonly sureness: number; readonly isTrue: boolean }[],
): readonly ReliabilityRow[] {
  return Array.from({ length: 10 }, (_, tenth) => {
    const within = claims.filter(({ sureness }) => Math.min(9, Math.floor(sureness * 10)) === tenth)
    return {
      from: tenth / 10,
      count: within.length,
      claimed: mean(within.map(({ sureness }) => sureness)),
      true: mean(within.map(({ isTrue }) => Number(isTrue))),
    }
  }).filter(({ count }) => count > 0)
}

export interface Difference {
  /** Mean of the second minus mean of the first. */
  readonly by: number
  /** Where 95 of 100 resamples lie. */
  readonly from: number
  readonly to: number
}

const RESAMPLES = 10_000
const SEED = 20_260_101

/**
 * Paired bootstrap: both lists hold one value for each question, in the same order. Questions are
 * drawn anew, with putting back, 10,000 times. The same at every run.
 * @throws RangeError for lists of different length
 */
export function pairedBootstrap(
  before: readonly number[],
  after: readonly number[],
  resamples = RESAMPLES,
): Difference {
  if (before.length !== after.length) throw new RangeError('a pair for each question')
  const differences = Float64Array.from(after, (value, place) => value - (before[place] ?? 0))
  const { length } = differences
  const by = mean(Array.from(differences))
  if (differences.every((value) => value === 0)) return { by, from: by, to: by }
  const random = seeded(SEED)
  const means = new Float64Array(resamples)
  for (let turn = 0; turn < resamples; turn++) {
    let sum = 0
    for (let drawn = 0; drawn < length; drawn++) {
      sum += differences[Math.floor(random() * length)] ?? 0
    }
    means[turn] = sum / length
  }
  means.sort()
  const at = (share: number) => means[Math.min(resamples - 1, Math.floor(resamples * share))] ?? 0
  return { by, from: at(0.025), to: at(0.975) }
}

/** mulberry32: numbers from 0 up to 1, the same at every run. */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
