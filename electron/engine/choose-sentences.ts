/**
 * Ranked passages to the sentences that answer, best first: every sentence of the best passages is
 * weighed by its signals (sentence-signals). Sentences are whole by construction (they are the
 * article's own), and a heading is never one.
 */
import type { Span } from '../contract/entities'
import { calibration, type Calibration } from './calibration'
import { coveredShare } from './candidate-texts'
import type { Embeddings } from './embeddings'
import { simplify } from './fold'
import type { Entry, LibraryIndex } from './library-index'
import { partWithin, sentencesOf } from './passage-sentences'
import type { Reading, Segmenter } from './ports'
import type { Rankable } from './rank'
import type { Candidate } from './retrieve'
import { sentenceRows, weigh, type SentenceSigns } from './sentence-signals'
import { dot } from './vectors'

/** Passages whose sentences are weighed. */
const PASSAGES_READ = 3

export interface WeighedSentence {
  readonly entry: Entry
  readonly span: Span
  readonly text: string
  /** Place of its passage among the hits, from 0. */
  readonly passage: number
  readonly score: number
  /** Words within the text that the answer finder marked, where it thinks that they answer. */
  readonly marked: readonly [start: number, end: number] | undefined
}

export interface SentenceChoice extends Pick<Rankable, 'question' | 'query' | 'shares'> {
  /** Best first. */
  readonly ranked: readonly Candidate[]
  readonly readings: ReadonlyMap<number, Reading>
  readonly lexicalWeight: number
}

export interface SentenceTools {
  readonly library: LibraryIndex
  readonly segmenter: Segmenter
  readonly embeddings: Embeddings | undefined
}

/** Sentences of the best passages with what each shows; the same place in both. */
export async function sentencesWithSigns(
  { query, shares, ranked, readings }: SentenceChoice,
  { library, segmenter, embeddings }: SentenceTools,
): Promise<readonly (Omit<WeighedSentence, 'score'> & { readonly signs: SentenceSigns })[]> {
  const found = []
  for (const [passage, candidate] of ranked.slice(0, PASSAGES_READ).entries()) {
    const entry = library.entry(candidate.label)
    if (!entry) continue
    const reading = readings.get(candidate.label)
    for (const [place, span] of sentencesOf(entry).entries()) {
      const text = entry.article.text.slice(span.start, span.end)
      const part = partWithin(entry, span)
      const read = reading?.sentences[place]
      const signs = {
        text,
        cosine:
          query.vector &&
          embeddings &&
          dot(
            query.vector,
            await embeddings.sentence(simplify(entry.article.text.slice(part.start, part.end))),
          ),
        covered: coveredShare(shares, text, segmenter),
        passageScore: candidate.score,
        reading: read?.score,
        inFirstPassage: passage === 0,
        openingByAsk: candidate.byAsk && place === 0,
      }
      const marked = markOf(read, text, part.start - span.start)
      found.push({ entry, span, text, passage, signs, marked })
    }
  }
  return found
}

/** Best first; empty when the best passages hold no sentence. */
export async function chooseSentences(
  choice: SentenceChoice,
  tools: SentenceTools,
  weights: Calibration['sentences'] = calibration.sentences,
): Promise<readonly WeighedSentence[]> {
  const found = await sentencesWithSigns(choice, tools)
  const rows = sentenceRows(
    choice.question,
    found.map(({ signs }) => signs),
    choice.lexicalWeight,
  )
  const used = choice.readings.size > 0 ? weights.read : weights.plain
  return found
    .map(({ signs: _, ...sentence }, place) => ({
      ...sentence,
      score: weigh(rows[place] ?? [], used),
    }))
    .sort((a, b) => b.score - a.score)
}

/**
 * Only a part of the sentence: marking all of it would say nothing.
 * @param from where in the text reading began
 */
function markOf(
  read: Reading['sentences'][number],
  text: string,
  from: number,
): readonly [number, number] | undefined {
  if (!read?.span || read.score <= 0) return undefined
  const [start, end] = read.span
  return end - start < text.length - 1 ? [start + from, end + from] : undefined
}
