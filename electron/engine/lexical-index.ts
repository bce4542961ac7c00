/**
 * The lexical lane: an inverted index in memory, scored by BM25.
 *
 *   score(q, p) = Σ idf(t) · tf·(k1+1) / (tf + k1·(1 − b + b·|p|/avg))      t in q and p
 *   idf(t)      = ln(1 + (N − df + ½) / (df + ½))
 *
 * (Robertson & Zaragoza, The Probabilistic Relevance Framework, 2009; idf kept positive as in
 * Lucene.) Where passages of the term's own script hold it, N and df are also counted among those
 * alone and the smaller idf holds: in a library of 350 Chinese and 70 English passages "the" is no
 * rare word because the Chinese ones lack it. Besides scores it tells how much of the question's
 * weight a passage covers: a lane that knows little of a question says so, and the fusion can
 * yield to the other lane.
 */

const K1 = 1.2
const B = 0.75
const han = /\p{Script=Han}/u

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
  /** Passages mostly in Han, and, for each term, how many passages of its own script hold it. */
  const inHan = new Set<number>()
  const inOwnScript = new Map<string, number>()
  let totalLength = 0

  const idf = (term: string) => {
    const whole = weightOf(lengths.size, postings.get(term)?.size ?? 0)
    const own = inOwnScript.get(term) ?? 0
    const ofScript = han.test(term) ? inHan.size : lengths.size - inHan.size
    return own === 0 ? whole : Math.min(whole, weightOf(ofScript, own))
  }

  const countOwn = (terms: readonly string[], passageInHan: boolean, change: 1 | -1) => {
    for (const term of new Set(terms)) {
      if (han.test(term) !== passageInHan) continue
      inOwnScript.set(term, (inOwnScript.get(term) ?? 0) + change)
    }
  }

  return {
    get size() {
      return lengths.size
    },
    idf,
    add(label, terms) {
      lengths.set(label, terms.length)
      totalLength += terms.length
      const mostlyHan = terms.filter((term) => han.test(term)).length * 2 > terms.length
      if (mostlyHan) inHan.add(label)
      countOwn(terms, mostlyHan, 1)
      for (const term of terms) {
        let places = postings.get(term)
        if (!places) postings.set(term, (places = new Map()))
        places.set(label, (places.get(label) ?? 0) + 1)
      }
    },
    remove(label, terms) {
      if (!lengths.delete(label)) return
      countOwn(terms, inHan.delete(label), -1)
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

function weightOf(passages: number, found: number): number {
  return Math.log(1 + (passages - found + 0.5) / (found + 0.5))
}
