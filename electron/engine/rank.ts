/**
 * The order of hits: what both lanes, the headings and, where it has read, the answer finder say
 * about the candidates, weighed by trees that were trained on public question sets
 * (`npm run calibrate`; docs/quality.md).
 *
 *   score = fused + Σ trees(signals)
 *
 * The fusion's score stands in front, so that where the trees have nothing to say its order stays.
 * Only the best of the fusion are weighed; the rest follow in its order.
 */
import { candidateText, sharesOf } from './candidate-texts'
import { calibration, type Calibration } from './calibration'
import type { LibraryIndex } from './library-index'
import type { Reading, Segmenter } from './ports'
import { signalsOf, type CandidateText } from './rank-signals'
import type { Candidate, Query, Retrieval } from './retrieve'
import { sumOfTrees } from './trees'

/** The right passage is among so many of the fusion's best wherever it was found at all. */
export const RANKED = 30

/** A question with what the lanes found, and what the ranker needs to know of the best. */
export interface Rankable {
  readonly question: string
  readonly query: Query
  /** In the fusion's order. */
  readonly retrieval: Retrieval
  /** Each term's share of the question's weight. */
  readonly shares: ReadonlyMap<string, number>
  /** By label, for the best {@link RANKED}. */
  readonly texts: ReadonlyMap<number, CandidateText>
  /** Passages of the library. */
  readonly librarySize: number
}

export function rankable(
  question: string,
  query: Query,
  retrieval: Retrieval,
  { library, segmenter }: { readonly library: LibraryIndex; readonly segmenter: Segmenter },
): Rankable {
  const shares = sharesOf(query.terms, retrieval.questionWeight, library.lexical)
  const texts = new Map<number, CandidateText>()
  for (const { label } of retrieval.candidates.slice(0, RANKED)) {
    const entry = library.entry(label)
    if (entry) texts.set(label, candidateText(question, shares, entry, segmenter))
  }
  return { question, query, retrieval, shares, texts, librarySize: library.size }
}

/** One row of signals for each of the fusion's best, in its order. */
export function signalRows(
  { query, retrieval, texts, librarySize }: Rankable,
  readings: ReadonlyMap<number, Reading>,
): readonly Float64Array[] {
  const candidates = retrieval.candidates.slice(0, RANKED)
  return signalsOf({
    candidates,
    questionWeight: retrieval.questionWeight,
    texts: candidates.map(({ label }) => texts.get(label)),
    readings: candidates.map(({ label }) => readings.get(label)),
    questionLength: new Set(query.terms).size,
    librarySize,
  })
}

/**
 * Best first. Without a vector of the question the words stand alone, for which no tree was
 * trained: the fusion's order is the answer.
 */
export function rank(
  rankable: Rankable,
  readings: ReadonlyMap<number, Reading> = new Map(),
  trees: Calibration['trees'] = calibration.trees,
): readonly Candidate[] {
  const { candidates } = rankable.retrieval
  if (!rankable.query.vector) return candidates
  const rows = signalRows(rankable, readings)
  const ranked = candidates
    .slice(0, rows.length)
    .map((candidate, place) => ({
      ...candidate,
      score: candidate.fused + sumOfTrees(trees, rows[place] ?? []),
    }))
    .sort((a, b) => b.score - a.score || a.label - b.label)
  const last = ranked.at(-1)
  const rest = candidates.slice(rows.length).map((candidate) => ({
    ...candidate,
    score: Math.min(last?.score ?? 0, last?.fused ?? 0) + candidate.fused - (ranked[0]?.fused ?? 0),
  }))
  return [...ranked, ...rest]
}
