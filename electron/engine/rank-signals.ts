/**
 * What a candidate shows to the ranker: a row of numbers, each comparable between libraries of
 * five passages and of a hundred thousand. Scores stand beside their distance from the best of the
 * same question, because a lane's scale moves with question and library while distances keep.
 */
import type { Reading } from './ports'
import type { Candidate } from './retrieve'

/** Names in the order of the row; the ranker's trees refer to places in it. */
export const signalNames = [
  'sum-behind-best',
  'dense',
  'dense-behind-best',
  'passage-behind-best',
  'part-behind-best',
  'ask-over-part',
  'ask-behind-best',
  'asks-behind-best',
  'ask-votes',
  'dense-rank',
  'dense-lead',
  'lexical-share',
  'lexical-of-best',
  'lexical-rank',
  'lexical-lead',
  'coverage',
  'coverage-behind-best',
  'best-coverage',
  'heading-coverage',
  'heading-behind-best',
  'part-coverage',
  'part-coverage-behind-best',
  'question-length',
  'passage-length',
  'library-size',
  'same-script',
  'was-read',
  'reading',
  'reading-behind-best',
] as const

/** Asks nearest to the question that vote for their section. */
const VOTES = 12

export type SignalName = (typeof signalNames)[number]

/** Where a candidate without a vector stands: about the middle of a question's candidates. */
const UNKNOWN_BEHIND = -0.06

/** What the row needs to know of a candidate beside the lanes' words, from its text. */
export interface CandidateText {
  /** Share of the question's weight in title, section path and asks; 0 to 1. */
  readonly headingCoverage: number
  /** Greatest share of the question's weight in any one part. */
  readonly partCoverage: number
  /** UTF-16 units. */
  readonly length: number
  readonly sameScript: boolean
}

export interface SignalInput {
  readonly candidates: readonly Candidate[]
  /** Weight of the whole question. */
  readonly questionWeight: number
  readonly texts: readonly (CandidateText | undefined)[]
  /** By place among the candidates; `undefined` where nothing was read. */
  readonly readings: readonly (Reading | undefined)[]
  /** Terms of the question. */
  readonly questionLength: number
  /** Passages of the library. */
  readonly librarySize: number
}

/** One row a candidate, in the candidates' order. */
export function signalsOf(input: SignalInput): readonly Float64Array[] {
  const { candidates, texts, readings } = input
  const best = (value: (candidate: Candidate, place: number) => number | undefined) =>
    candidates.reduce((most, candidate, place) => Math.max(most, value(candidate, place) ?? -9), -9)
  const bests = {
    sum: best(({ fused }) => fused),
    dense: best(({ dense }) => dense),
    passage: best(({ cosines }) => cosines?.passage),
    part: best(({ cosines }) => cosines?.part),
    ask: best(({ cosines }) => cosines?.asks[0]),
    asks: best(({ cosines }) => meanOfThree(cosines?.asks)),
    lexical: best(({ lexical }) => lexical),
    coverage: best(({ coverage }) => coverage),
    heading: best((_, place) => texts[place]?.headingCoverage),
    partCoverage: best((_, place) => texts[place]?.partCoverage),
    reading: best((_, place) => readings[place]?.score),
  }
  const nearestAsk = nthLargest(askCosines(candidates), VOTES)
  const dense = ranks(candidates.map((candidate) => candidate.dense ?? -1))
  const lexical = ranks(candidates.map((candidate) => candidate.lexical))
  return candidates.map((candidate, place) => {
    const text = texts[place]
    const reading = readings[place]
    const { cosines } = candidate
    const ask = cosines?.asks[0]
    const asks = meanOfThree(cosines?.asks)
    const row: Record<SignalName, number> = {
      'sum-behind-best': candidate.fused - bests.sum,
      dense: candidate.dense ?? 0,
      'dense-behind-best':
        candidate.dense === undefined ? UNKNOWN_BEHIND : candidate.dense - bests.dense,
      'passage-behind-best': cosines ? cosines.passage - bests.passage : UNKNOWN_BEHIND,
      'part-behind-best': cosines ? cosines.part - bests.part : UNKNOWN_BEHIND,
      'ask-over-part': ask === undefined || !cosines ? -1 : ask - cosines.part,
      'ask-behind-best': ask === undefined ? -1 : ask - bests.ask,
      'asks-behind-best': asks === undefined ? -1 : asks - bests.asks,
      'ask-votes': cosines?.asks.filter((cosine) => cosine >= nearestAsk).length ?? 0,
      'dense-rank': Math.log1p(dense.rankOf(place)),
      'dense-lead': dense.lead,
      'lexical-share': candidate.lexical / (input.questionWeight || 1),
      'lexical-of-best': candidate.lexical / (bests.lexical || 1),
      'lexical-rank': Math.log1p(lexical.rankOf(place)),
      'lexical-lead': lexical.lead / (bests.lexical || 1),
      coverage: candidate.coverage,
      'coverage-behind-best': candidate.coverage - bests.coverage,
      'best-coverage': bests.coverage,
      'heading-coverage': text?.headingCoverage ?? 0,
      'heading-behind-best': (text?.headingCoverage ?? 0) - bests.heading,
      'part-coverage': text?.partCoverage ?? 0,
      'part-coverage-behind-best': (text?.partCoverage ?? 0) - bests.partCoverage,
      'question-length': Math.log1p(input.questionLength),
      'passage-length': Math.log1p(text?.length ?? 0),
      'library-size': Math.log1p(input.librarySize),
      'same-script': text?.sameScript ? 1 : 0,
      'was-read': reading ? 1 : 0,
      reading: reading?.score ?? 0,
      'reading-behind-best': reading ? reading.score - bests.reading : 0,
    }
    return Float64Array.from(signalNames, (name) => row[name])
  })
}

/** Cosines of all the sections' asks; passages of one section share theirs. */
function askCosines(candidates: readonly Candidate[]): readonly number[] {
  return Array.from(new Set(candidates.flatMap(({ cosines }) => cosines?.asks ?? [])))
}

function nthLargest(values: readonly number[], place: number): number {
  const sorted = [...values].sort((a, b) => b - a)
  return sorted[Math.min(place, sorted.length) - 1] ?? Infinity
}

/** Of the three nearest; one near ask may be chance. */
function meanOfThree(cosines: readonly number[] | undefined): number | undefined {
  const nearest = cosines?.slice(0, 3) ?? []
  return nearest.length === 0 ? undefined : nearest.reduce((a, b) => a + b, 0) / nearest.length
}

function ranks(values: readonly number[]) {
  const order = values.map((_, place) => place).sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0))
  const rank = new Map(order.map((place, position) => [place, position]))
  const [first = 0, second = 0] = order.map((place) => values[place] ?? 0)
  return { rankOf: (place: number) => rank.get(place) ?? 0, lead: first - second }
}
