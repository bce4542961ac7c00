/**
 * Question to ranked passages: two lanes, fused.
 *
 *   dense    cosine(question, passage) + best cosine(question, part of it, or ask of its section)
 *   lexical  BM25
 *   score    z(dense) + z(lexical) · min(1.2, 2c)
 *
 * z standardises over the candidates (the nearest of either lane), so that neither lane's scale
 * decides. c is the greatest share of the question's weight that any one passage covers: where the
 * words find little, as in a question in another language, the lexical lane steps back and the
 * dense order stays. The weight and its cap are the owner's trial on four public sets; the sum of
 * two grains in the dense lane is measured in docs/adr/0006.
 */
import type { LexicalIndex } from './lexical-index'
import type { VectorIndex } from './ports'
import { dot } from './vectors'

/** Candidates that each lane may name. */
const POOL = 50
const LEXICAL_WEIGHT_CAP = 1.2
const LEXICAL_WEIGHT_SLOPE = 2

export interface PassageVectors {
  readonly passage: Float32Array
  readonly parts: readonly Float32Array[]
  /** Of the ways in which people ask for it, where its section names some. */
  readonly asks: readonly Float32Array[]
}

/** What the two lanes look into; labels are the same in both. */
export interface Lanes {
  readonly index: VectorIndex
  readonly lexical: LexicalIndex
  /** `undefined` for a passage that has no vector yet. */
  vectorsOf(label: number): PassageVectors | undefined
}

export interface Query {
  readonly terms: readonly string[]
  /** Absent when the model is not there: the words then answer alone. */
  readonly vector?: Float32Array
}

export interface Cosines {
  readonly passage: number
  /** Of the nearest part. */
  readonly part: number
  /** Of its section's asks, nearest first. */
  readonly asks: readonly number[]
}

export interface Candidate {
  readonly label: number
  /** Of the fusion; a ranker that saw more may put its own in place of it. */
  readonly score: number
  /** Of the fusion. */
  readonly fused: number
  /** Sum of the two cosines; `undefined` without a vector of the question or of the passage. */
  readonly dense: number | undefined
  readonly cosines: Cosines | undefined
  readonly lexical: number
  readonly coverage: number
  /** The question is nearer to one of the section's asks than to any part of its text. */
  readonly byAsk: boolean
}

export interface Retrieval {
  /** Best first. */
  readonly candidates: readonly Candidate[]
  /** What the lexical lane's word weighed: min(1.2, 2c), or 1 where it is alone. */
  readonly lexicalWeight: number
  /** Weight of the whole question: what a passage would cover that holds every term. */
  readonly questionWeight: number
}

export function retrieve(query: Query, lanes: Lanes): Retrieval {
  const { vector } = query
  const nearest = vector ? lanes.index.search(vector, POOL).map(({ label }) => label) : []
  const matches = lanes.lexical.search(query.terms, { most: POOL, also: nearest })
  const labels = new Set([...nearest, ...matches.keys()])
  const found = Array.from(labels, (label) => ({
    label,
    ...(vector ? denseScores(vector, lanes.vectorsOf(label)) : silent),
    lexical: matches.get(label)?.score ?? 0,
    coverage: matches.get(label)?.coverage ?? 0,
  }))
  const coverage = Math.max(0, ...found.map((candidate) => candidate.coverage))
  const weight = vector ? Math.min(LEXICAL_WEIGHT_CAP, LEXICAL_WEIGHT_SLOPE * coverage) : 1
  const dense = standardise(found.map((candidate) => candidate.dense))
  const lexical = standardise(found.map((candidate) => candidate.lexical))
  const candidates = found
    .map((candidate, place) => {
      const fused = (dense[place] ?? 0) + weight * (lexical[place] ?? 0)
      return { ...candidate, fused, score: fused }
    })
    .sort((a, b) => b.score - a.score || a.label - b.label)
  const questionWeight = Array.from(new Set(query.terms)).reduce(
    (sum, term) => sum + lanes.lexical.idf(term),
    0,
  )
  return { candidates, lexicalWeight: weight, questionWeight }
}

/** Best first by one lane alone; a candidate of which it says nothing is left out. */
export function orderOf(
  candidates: readonly Candidate[],
  lane: 'dense' | 'lexical',
): readonly Candidate[] {
  const scoreOf = (candidate: Candidate) =>
    lane === 'dense' ? candidate.dense : candidate.lexical || undefined
  return candidates
    .flatMap((candidate) => {
      const score = scoreOf(candidate)
      return score === undefined ? [] : [{ candidate, score }]
    })
    .sort((a, b) => b.score - a.score || a.candidate.label - b.candidate.label)
    .map(({ candidate }) => candidate)
}

const silent = { dense: undefined, cosines: undefined, byAsk: false }

function denseScores(question: Float32Array, vectors: PassageVectors | undefined) {
  if (!vectors) return silent
  const cosine = dot(question, vectors.passage)
  const part = best(question, vectors.parts) ?? cosine
  const asks = vectors.asks.map((vector) => dot(question, vector)).sort((a, b) => b - a)
  const [ask] = asks
  return {
    dense: cosine + Math.max(part, ask ?? -1),
    cosines: { passage: cosine, part, asks },
    byAsk: ask !== undefined && ask > part,
  }
}

function best(question: Float32Array, vectors: readonly Float32Array[]): number | undefined {
  return vectors.length === 0
    ? undefined
    : Math.max(...vectors.map((vector) => dot(question, vector)))
}

/** Deviations from the mean in units of the standard deviation; what is unknown counts as the mean. */
export function standardise(values: readonly (number | undefined)[]): readonly number[] {
  const known = values.filter((value) => value !== undefined)
  const mean = known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length)
  const variance = known.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  const deviation = Math.sqrt(variance / Math.max(1, known.length)) || 1
  return values.map((value) => (value === undefined ? 0 : (value - mean) / deviation))
}
