/**
 * BM25 over the tables, one term after the other: each posting adds its share to its slot's place
 * in two long arrays, which are kept from question to question; the slots touched are listed, and
 * only they are looked at and cleared. What costs is then reading postings, not keeping score.
 */
import { isHeld, type LexicalTables } from './lexical-tables'
import { withRoom } from './growing-array'

const K1 = 1.2
const B = 0.75

export interface LexicalMatch {
  readonly score: number
  /** Share of the question's idf found in the passage, 0 to 1. */
  readonly coverage: number
}

/** A term of the question that some passage has. */
export interface WeighedTerm {
  readonly list: number
  readonly weight: number
}

export interface Scorer {
  /** To be called after every change of the tables. */
  forget(): void
  /**
   * @param whole weight of the question, terms that no passage has included
   * @returns matches by label: of the best `most` slots, best first, then of `also`; without `most`
   *   of all that share a term
   */
  score(
    tables: LexicalTables,
    terms: readonly WeighedTerm[],
    whole: number,
    most?: number,
    also?: readonly number[],
  ): Map<number, LexicalMatch>
}

export function createScorer(): Scorer {
  let scores = new Float64Array(0)
  let coverages = new Float64Array(0)
  let touched = new Uint32Array(0)
  /** By slot K1 · (1 − B + B·|p|/avg), and 0 for a tombstone. */
  let norms = new Float64Array(0)
  let fresh = false

  const prepare = (tables: LexicalTables) => {
    const { slots, lengths, totalLength, size } = tables
    scores = withRoom(scores, slots)
    coverages = withRoom(coverages, slots)
    touched = withRoom(touched, slots)
    norms = withRoom(norms, slots)
    const average = totalLength / Math.max(1, size)
    for (let slot = 0; slot < slots; slot++) {
      const length = lengths[slot] ?? 0
      norms[slot] = isHeld(tables, slot) ? K1 * (1 - B + (B * length) / average) : 0
    }
    fresh = true
  }

  /** @returns how many slots were touched; weights are above 0, so a touched one has a score */
  const accumulate = (
    { postings }: LexicalTables,
    terms: readonly WeighedTerm[],
    whole: number,
  ): number => {
    let reached = 0
    for (const { list, weight } of terms) {
      const count = postings.read(list)
      const [slots, frequencies] = [postings.slots(), postings.frequencies()]
      const share = weight / whole
      for (let place = 0; place < count; place++) {
        const slot = slots[place] ?? 0
        const norm = norms[slot] ?? 0
        if (norm === 0) continue
        const frequency = frequencies[place] ?? 1
        const before = scores[slot] ?? 0
        if (before === 0) touched[reached++] = slot
        scores[slot] = before + weight * ((frequency * (K1 + 1)) / (frequency + norm))
        coverages[slot] = (coverages[slot] ?? 0) + share
      }
    }
    return reached
  }

  /** The best by score, then by label; few are kept, so that most are refused at one comparison. */
  const bestOf = ({ labels }: LexicalTables, reached: number, most: number): readonly number[] => {
    const best: number[] = []
    const isBetter = (slot: number, than: number) => {
      const difference = (scores[slot] ?? 0) - (scores[than] ?? 0)
      return difference > 0 || (difference === 0 && (labels[slot] ?? 0) < (labels[than] ?? 0))
    }
    for (let place = 0; place < reached && most > 0; place++) {
      const slot = touched[place] ?? 0
      if (best.length === most && !isBetter(slot, best[most - 1] ?? slot)) continue
      let at = best.length === most ? most - 1 : best.length
      for (; at > 0 && isBetter(slot, best[at - 1] ?? slot); at--) best[at] = best[at - 1] ?? slot
      best[at] = slot
    }
    return best
  }

  return {
    forget() {
      fresh = false
    },
    score(tables, terms, whole, most, also = []) {
      if (!fresh) prepare(tables)
      const reached = accumulate(tables, terms, whole)
      const matches = new Map<number, LexicalMatch>()
      const tell = (slot: number) => {
        const score = scores[slot] ?? 0
        if (score === 0) return
        matches.set(tables.labels[slot] ?? 0, { score, coverage: coverages[slot] ?? 0 })
      }
      if (most === undefined) touched.subarray(0, reached).forEach(tell)
      else [...bestOf(tables, reached, most), ...also].forEach(tell)
      for (let place = 0; place < reached; place++) {
        const slot = touched[place] ?? 0
        scores[slot] = 0
        coverages[slot] = 0
      }
      return matches
    },
  }
}
