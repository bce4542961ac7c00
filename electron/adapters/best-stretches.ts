/**
 * From the model's numbers to the best stretch that begins in each sentence.
 *
 * A stretch (i, j), i ≤ j < i + REACH, scores start[i] + end[j] − start[0] − end[0], place 0 being
 * the frame's `<s>`, where the model points when the passage has no answer. Windows overlap by
 * more than the reach, so that every stretch lies whole in one of them.
 */

/** Most tokens of a stretch. */
export const REACH = 48
/** Tokens of a passage that are read at once, and by how many the next window begins later. */
export const WINDOW = 256
export const STEP = 176

/** Tokens `from` to `to` of the passage, both included. */
export interface Stretch {
  readonly score: number
  readonly from: number
  readonly to: number
}

/** What the model says of the passage's tokens from `first` on. */
export interface WindowScores {
  readonly first: number
  readonly starts: Float32Array
  readonly ends: Float32Array
  /** start[0] + end[0] */
  readonly none: number
}

/** First token of each window over a passage of so many tokens; together they hold every token. */
export function windowsOver(tokens: number): readonly number[] {
  if (tokens === 0) return []
  const more = Math.max(0, Math.ceil((tokens - WINDOW) / STEP))
  return Array.from({ length: more + 1 }, (_, place) => place * STEP)
}

/**
 * @param owners of each token of the passage the sentence, by its place
 * @returns for each of `sentences` sentences the best over all windows; undefined for one without tokens
 */
export function bestStretches(
  windows: readonly WindowScores[],
  owners: readonly number[],
  sentences: number,
): readonly (Stretch | undefined)[] {
  const best: (Stretch | undefined)[] = Array.from({ length: sentences }, () => undefined)
  for (const { first, starts, ends, none } of windows) {
    for (const [from, start] of starts.entries()) {
      const owner = owners[first + from]
      if (owner === undefined) continue
      let to = from
      for (let end = from + 1; end < Math.min(from + REACH, ends.length); end++) {
        if ((ends[end] ?? -Infinity) > (ends[to] ?? -Infinity)) to = end
      }
      const score = start + (ends[to] ?? -Infinity) - none
      if (score > (best[owner]?.score ?? -Infinity)) {
        best[owner] = { score, from: first + from, to: first + to }
      }
    }
  }
  return best
}
