/**
 * Why a hit stands where it stands, in values a person can follow: what each lane saw, which of the
 * question's words are there, what the answer finder read, and how far each kind of sign lifts the
 * score against the middle of the candidates. A kind's lift is what the score loses when its signs
 * are set to the middle's (the fusion's share included).
 */
import type { HitReasons } from '../contract/entities'
import { calibration } from './calibration'
import { contentWeight } from './function-words'
import { fold } from './fold'
import type { LibraryIndex } from './library-index'
import { toRead } from './passage-sentences'
import type { Reading, Segmenter } from './ports'
import { RANKED, signalRows, type Rankable } from './rank'
import { signalNames, type SignalName } from './rank-signals'
import { orderOf, standardise, type Candidate } from './retrieve'
import { lexicalText } from './split-passages'
import { termsOf } from './terms'
import { sumOfTrees } from './trees'

/** Words of each kind that are listed. */
const WORDS_MOST = 12

const han = /\p{Script=Han}/u

type Kind = keyof HitReasons['lifts']

function kindOf(name: SignalName): Kind {
  if (/^(dense|passage-behind|part-behind|ask)/.test(name)) return 'meaning'
  if (/^heading/.test(name)) return 'heading'
  if (/reading|was-read/.test(name)) return 'reading'
  return /coverage|lexical/.test(name) ? 'words' : 'other'
}

export interface ExplainTools {
  readonly library: LibraryIndex
  readonly segmenter: Segmenter
}

/** By label, for the fusion's best; a hit beyond them stands where the fusion put it. */
export function reasonsOf(
  rankable: Rankable,
  readings: ReadonlyMap<number, Reading>,
  { library, segmenter }: ExplainTools,
): ReadonlyMap<number, HitReasons> {
  const { question, query, retrieval, texts } = rankable
  const { candidates, lexicalWeight } = retrieval
  const rows = signalRows(rankable, query.vector ? readings : new Map())
  const middle = Float64Array.from(signalNames, (_, place) =>
    median(rows.map((row) => row[place] ?? 0)),
  )
  const dense = standardise(candidates.map((candidate) => candidate.dense))
  const lexical = standardise(candidates.map((candidate) => candidate.lexical))
  const denseRank = ranksOf(orderOf(candidates, 'dense'))
  const lexicalRank = ranksOf(orderOf(candidates, 'lexical'))
  const words = contentWords(question, segmenter, library)

  return new Map(
    candidates.slice(0, RANKED).map((candidate, place) => {
      const row = rows[place] ?? middle
      const lift = (kind: Kind) => (query.vector ? liftOf(row, middle, kind) : 0)
      const entry = library.entry(candidate.label)
      const terms = new Set(
        entry ? termsOf(lexicalText(entry.article, entry.passage), segmenter) : [],
      )
      const isThere = ({ terms: own }: AskedWord) => own.every((term) => terms.has(term))
      const wordsOf = (some: readonly AskedWord[]) =>
        some.slice(0, WORDS_MOST).map(({ word }) => word)
      const reading = readings.get(candidate.label)
      const { cosines } = candidate
      const reasons: HitReasons = {
        ...(cosines && {
          meaning: {
            rank: denseRank.get(candidate.label) ?? candidates.length,
            passage: cosines.passage,
            part: cosines.part,
            ...(cosines.asks[0] !== undefined && { ask: cosines.asks[0] }),
          },
        }),
        words: {
          rank: lexicalRank.get(candidate.label),
          score: candidate.lexical,
          coverage: candidate.coverage,
          found: wordsOf(words.filter(isThere)),
          missing: wordsOf(words.filter((word) => !isThere(word))),
        },
        heading: texts.get(candidate.label)?.headingCoverage ?? 0,
        ...(reading &&
          Number.isFinite(reading.score) &&
          entry && {
            reading: {
              score: reading.score,
              sentence: bestSentence(reading, toRead(entry).sentences),
            },
          }),
        fused: { score: candidate.fused, rank: place + 1 },
        lifts: {
          meaning: (dense[place] ?? 0) - median(dense) + lift('meaning'),
          words: lexicalWeight * ((lexical[place] ?? 0) - median(lexical)) + lift('words'),
          heading: lift('heading'),
          reading: lift('reading'),
          other: lift('other'),
        },
      }
      return [candidate.label, reasons]
    }),
  )
}

function liftOf(row: Float64Array, middle: Float64Array, kind: Kind): number {
  const without = row.map((value, place) => {
    const name = signalNames[place]
    return name && kindOf(name) === kind ? (middle[place] ?? 0) : value
  })
  return sumOfTrees(calibration.trees, row) - sumOfTrees(calibration.trees, without)
}

function ranksOf(ordered: readonly Candidate[]): ReadonlyMap<number, number> {
  return new Map(ordered.map(({ label }, place) => [label, place + 1]))
}

interface AskedWord {
  readonly word: string
  readonly terms: readonly string[]
}

/** Words of the question that say what it is about, heaviest first. */
function contentWords(
  question: string,
  segmenter: Segmenter,
  library: LibraryIndex,
): readonly AskedWord[] {
  const words = new Set(
    Array.from(fold(question).matchAll(/\p{Script=Han}+|[\p{L}\p{N}]+/gu)).flatMap(([run]) =>
      han.test(run) ? longestWords(run, segmenter) : [run],
    ),
  )
  return Array.from(words)
    .filter((word) => !isFunctionWord(word))
    .map((word) => {
      const terms = termsOf(word, segmenter)
      return {
        word,
        terms,
        weight: terms.reduce((sum, term) => sum + library.lexical.idf(term), 0),
      }
    })
    .sort((a, b) => b.weight - a.weight)
}

/** A word of Han is one where all of its characters are. */
function isFunctionWord(word: string): boolean {
  const signs = han.test(word) ? Array.from(word) : [word]
  return signs.every((sign) => contentWeight(sign) < 1)
}

/** Of words that lie in one another only the longer. */
function longestWords(run: string, segmenter: Segmenter): readonly string[] {
  const words = Array.from(new Set(segmenter.words(run)))
  return words.filter((word) => !words.some((other) => other !== word && other.includes(word)))
}

function bestSentence(reading: Reading, sentences: readonly string[]): string {
  const best = reading.sentences.findIndex((sentence) => sentence?.score === reading.score)
  return sentences[best] ?? ''
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
