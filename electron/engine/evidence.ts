/**
 * How sure it is that the library answers a question: a probability from what the best passage and
 * its rivals show, by trees trained on questions with an answer in the library and on questions
 * from elsewhere, in libraries of five passages to many thousands (docs/quality.md).
 *
 *   sureness = 1 / (1 + e^−(Σ trees(row)))
 *
 * It is taken from what the lanes and the answer finder saw, never from the fused order, in which
 * somebody is always first.
 */
import { calibration, type Calibration } from './calibration'
import type { Reading } from './ports'
import type { Rankable } from './rank'
import type { Candidate } from './retrieve'
import { sumOfTrees } from './trees'

export const evidenceNames = [
  'dense',
  'dense-above-middle',
  'passage',
  'part',
  'ask',
  'ask-over-part',
  'best-dense',
  'coverage',
  'best-coverage',
  'heading-coverage',
  'part-coverage',
  'lexical-share',
  'question-length',
  'library-size',
  'same-script',
  'question-in-han',
  'was-read',
  'reading',
  'best-reading',
] as const

type EvidenceName = (typeof evidenceNames)[number]

const han = /\p{Script=Han}/u
/** Beyond this a reading says no more. */
const READING_MOST = 15

/**
 * @param ranked best first, at least one, with a vector of the question
 */
export function evidenceRow(
  { question, query, retrieval, texts, librarySize }: Rankable,
  ranked: readonly Candidate[],
  readings: ReadonlyMap<number, Reading>,
): Float64Array {
  const [best] = ranked
  const known = ranked.slice(0, texts.size).flatMap(({ dense }) => dense ?? [])
  const middle = known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length)
  const text = best && texts.get(best.label)
  const reading = best && readings.get(best.label)
  const row: Record<EvidenceName, number> = {
    dense: best?.dense ?? 0,
    'dense-above-middle': (best?.dense ?? 0) - middle,
    passage: best?.cosines?.passage ?? 0,
    part: best?.cosines?.part ?? 0,
    ask: best?.cosines?.asks[0] ?? 0,
    'ask-over-part':
      best?.cosines?.asks[0] === undefined ? -1 : best.cosines.asks[0] - best.cosines.part,
    'best-dense': Math.max(0, ...known),
    coverage: best?.coverage ?? 0,
    'best-coverage': Math.max(0, ...ranked.map(({ coverage }) => coverage)),
    'heading-coverage': text?.headingCoverage ?? 0,
    'part-coverage': text?.partCoverage ?? 0,
    'lexical-share': (best?.lexical ?? 0) / (retrieval.questionWeight || 1),
    'question-length': Math.log1p(new Set(query.terms).size),
    'library-size': Math.log1p(librarySize),
    'same-script': text?.sameScript ? 1 : 0,
    'question-in-han': han.test(question) ? 1 : 0,
    'was-read': reading ? 1 : 0,
    reading: clipped(reading?.score ?? 0),
    'best-reading': clipped(Math.max(...Array.from(readings.values(), ({ score }) => score), -99)),
  }
  return Float64Array.from(evidenceNames, (name) => row[name])
}

/** 0 to 1. */
export function surenessOf(
  row: ArrayLike<number>,
  trees: Calibration['claims']['trees'] = calibration.claims.trees,
): number {
  return 1 / (1 + Math.exp(-sumOfTrees(trees, row)))
}

function clipped(score: number): number {
  return Math.max(-READING_MOST, Math.min(READING_MOST, score))
}
