/**
 * The lexical lane: an inverted index in memory, scored by BM25.
 *
 *   score(q, p) = Σ idf(t) · tf·(k1+1) / (tf + k1·(1 − b + b·|p|/avg))      t in q and p
 *   idf(t)      = ln(1 + (N − df + ½) / (df + ½))
 *
 * (Robertson & Zaragoza, The Probabilistic Relevance Framework, 2009; idf kept positive as in
 * Lucene.) Besides scores it tells how much of the question's weight a passage covers: a lane
 * that knows little of a question says so, and the fusion can yield to the other lane.
 */

const K1 = 1.2
const B = 0.75

export interface LexicalMatch {
  readonly score: number
  /** Share of the question's idf found in the passage, 0 to 1. */
  readonly coverage: number
}

export interface LexicalIndex {
  readonly size: number
  add(label: number, terms: readonly string[]): void
  /** `terms` as they were added. */
  remove(label: number, terms: readonly string[]): void
  /** Every passage that shares a term with the question, by label, in no order. */
  search(terms: readonly string[]): ReadonlyMap<number, LexicalMatch>
  /** A term's weight: greatest for one that no passage has. */
  idf(term: string): number
}

export function createLexicalIndex(): LexicalIndex {
  const postings = new Map<string, Map<number, number>>()
  const lengths = new Map<number, number>()
  let totalLength = 0

  const idf = (term: string) => {
    const found = postings.get(term)?.size ?? 0
    return Math.log(1 + (lengths.size - found + 0.5) / (found + 0.5))
  }

  return {
    get size() {
      return lengths.size
    },
    idf,
    add(label, terms) {
      lengths.set(label, terms.length)
      totalLength += terms.length
      for (const term of terms) {
        let places = postings.get(term)
        if (!places) postings.set(term, (places = new Map()))
        places.set(label, (places.get(label) ?? 0) + 1)
      }
    },
    remove(label, terms) {
      if (!lengths.delete(label)) return
      totalLength -= terms.length
      for (const term of new Set(terms)) {
        const places = postings.get(term)
        places?.delete(label)
        if (places?.size === 0) postings.delete(term)
      }
    },
    search(terms) {
      const scores = new Map<number, { score: number; coverage: number }>()
      const average = totalLength / Math.max(1, lengths.size)
      const asked = new Set(terms)
      let weight = 0
      for (const term of asked) weight += idf(term)
      for (const term of asked) {
        const places = postings.get(term)
        if (!places) continue
        const termWeight = idf(term)
        for (const [label, frequency] of places) {
          const length = lengths.get(label) ?? average
          const saturated =
            (frequency * (K1 + 1)) / (frequency + K1 * (1 - B + (B * length) / average))
          let match = scores.get(label)
          if (!match) scores.set(label, (match = { score: 0, coverage: 0 }))
          match.score += termWeight * saturated
          match.coverage += termWeight / weight
        }
      }
      return scores
    },
  }
}
