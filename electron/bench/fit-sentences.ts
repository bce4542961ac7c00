/**
 * Weights of a sentence's signals: those under which a right sentence is likeliest to come first
 * among the sentences of its question, by a softmax over them (a conditional logit; McFadden, 1974).
 */

/** One question's sentences, at least one of them right. */
export interface SentenceExample {
  readonly rows: readonly ArrayLike<number>[]
  readonly right: readonly boolean[]
  readonly weight: number
}

const STEPS = 600
const RATE = 0.3
/** Draws weights towards nothing: a signal seen in few examples must not run away. */
const RIDGE = 0.002

/** @param kept weights at these places stay as they are given */
export function fitSentences(
  examples: readonly SentenceExample[],
  start: readonly number[],
  kept: ReadonlySet<number>,
): readonly number[] {
  const weights = Float64Array.from(start)
  const whole = examples.reduce((sum, { weight }) => sum + weight, 0) || 1
  for (let step = 0; step < STEPS; step++) {
    const slope = new Float64Array(weights.length)
    for (const example of examples) addSlope(example, weights, slope)
    for (let place = 0; place < weights.length; place++) {
      if (kept.has(place)) continue
      const pull = (slope[place] ?? 0) / whole - RIDGE * (weights[place] ?? 0)
      weights[place] = (weights[place] ?? 0) + RATE * pull
    }
  }
  return Array.from(weights, (weight) => Number(weight.toFixed(4)))
}

function addSlope(
  { rows, right, weight }: SentenceExample,
  weights: Float64Array,
  slope: Float64Array,
): void {
  const scores = rows.map((row) =>
    weights.reduce((sum, w, place) => sum + w * (row[place] ?? 0), 0),
  )
  const most = Math.max(...scores)
  const odds = scores.map((score) => Math.exp(score - most))
  const all = odds.reduce((sum, value) => sum + value, 0)
  const good = odds.reduce((sum, value, place) => sum + (right[place] ? value : 0), 0) || 1
  rows.forEach((row, place) => {
    const share = (odds[place] ?? 0) / all
    const wanted = right[place] ? (odds[place] ?? 0) / good : 0
    for (let signal = 0; signal < weights.length; signal++) {
      slope[signal] = (slope[signal] ?? 0) + weight * (wanted - share) * (row[signal] ?? 0)
    }
  })
}
