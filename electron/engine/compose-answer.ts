/**
 * Ranked passages to an answer: which sentences, and whether to claim them at all.
 *
 * Every sentence of the best passages is scored by plain features, each standardised over these
 * sentences:
 *
 *   z(cosine(question, sentence)) + z(covered weight) · w  + z(passage score) · P
 *     + opening − penalties
 *
 * w is the lexical weight of retrieval: where words find little they say little here too. A section
 * that was found by one of its asks was written to answer in its first sentence. The best
 * sentence leads; others near it support. Sentences are whole by construction (they are the
 * article's own), and a heading is never one.
 */
import type { AnswerKind, Span } from '../contract/entities'
import { simplify } from './fold'
import type { Embeddings } from './embeddings'
import type { LexicalIndex } from './lexical-index'
import type { Entry, LibraryIndex } from './library-index'
import type { Segmenter } from './ports'
import { standardise, type Query, type Retrieval } from './retrieve'
import { termsOf } from './terms'
import { dot } from './vectors'

/** Passages whose sentences are weighed. */
const PASSAGES_READ = 3
/** How much a passage's own rank weighs in the choice of its sentences. */
const PASSAGE_WEIGHT = 1.5
/** A question, or a line that only introduces what follows, seldom answers by itself. */
const LEADING_ONLY_PENALTY = 1
/** What the first sentence of a passage gains that was found by an ask of its section. */
const OPENING_GAIN = 2
/** How far below the lead a sentence may score and still support it. */
const SUPPORT_MARGIN = 1.2
const SUPPORT_MOST = 4
const SHORTEST_LEAD = 6

export interface ChosenSentence {
  readonly entry: Entry
  readonly span: Span
  readonly role: 'lead' | 'support'
}

export interface SentenceChoice {
  readonly query: Query
  readonly retrieval: Retrieval
  readonly library: LibraryIndex
  readonly segmenter: Segmenter
  readonly embeddings: Embeddings | undefined
}

/** Lead first, then support by score; empty when the best passages hold no sentence. */
export async function chooseSentences(choice: SentenceChoice): Promise<readonly ChosenSentence[]> {
  const { query, retrieval, library, segmenter, embeddings } = choice
  const best = retrieval.candidates.slice(0, PASSAGES_READ).flatMap(({ label, score, byAsk }) => {
    const entry = library.entry(label)
    const sentences = entry ? sentencesOf(entry) : []
    return sentences.flatMap((span, place) => {
      const opening = byAsk && place === 0 ? OPENING_GAIN : 0
      const text = entry?.article.text.slice(span.start, span.end) ?? ''
      return entry ? [{ entry, span, text, passageScore: score, opening }] : []
    })
  })
  const asked = new Set(query.terms)
  const cosines: (number | undefined)[] = []
  for (const { text } of best) {
    cosines.push(
      query.vector && embeddings && dot(query.vector, await embeddings.sentence(simplify(text))),
    )
  }
  const covered = best.map(({ text }) => coveredWeight(asked, text, library.lexical, segmenter))
  const features = {
    cosine: standardise(cosines),
    covered: standardise(covered),
    passage: standardise(best.map(({ passageScore }) => passageScore)),
  }
  const weight = retrieval.lexicalWeight
  const scored = best
    .map((candidate, place) => ({
      ...candidate,
      score:
        (features.cosine[place] ?? 0) +
        weight * (features.covered[place] ?? 0) +
        PASSAGE_WEIGHT * (features.passage[place] ?? 0) +
        candidate.opening -
        penalty(candidate.text),
    }))
    .sort((a, b) => b.score - a.score)
  return withRoles(scored)
}

/** Sentences that lie within the passage, whole. */
function sentencesOf({ article, passage }: Entry): readonly Span[] {
  return (article.sections[passage.section]?.paragraphs ?? [])
    .flatMap((paragraph) => paragraph.sentences)
    .filter((sentence) => sentence.end > passage.start && sentence.start < passage.end)
}

function coveredWeight(
  asked: ReadonlySet<string>,
  text: string,
  lexical: LexicalIndex,
  segmenter: Segmenter,
): number {
  let weight = 0
  for (const term of new Set(termsOf(text, segmenter))) {
    if (asked.has(term)) weight += lexical.idf(term)
  }
  return weight
}

function penalty(text: string): number {
  return /[?？:：]$/.test(text) || text.length < SHORTEST_LEAD ? LEADING_ONLY_PENALTY : 0
}

interface Scored {
  readonly entry: Entry
  readonly span: Span
  readonly text: string
  readonly score: number
}

function withRoles(scored: readonly Scored[]): readonly ChosenSentence[] {
  const [lead] = scored
  if (!lead) return []
  const seen = new Set<string>()
  return scored
    .filter(({ text, score }) => {
      const repeated = seen.has(text)
      seen.add(text)
      return !repeated && score >= lead.score - SUPPORT_MARGIN
    })
    .slice(0, 1 + SUPPORT_MOST)
    .map(({ entry, span }, place) => ({ entry, span, role: place === 0 ? 'lead' : 'support' }))
}

export interface KindEvidence {
  readonly question: string
  readonly query: Query
  readonly retrieval: Retrieval
  /** Text of the best passage; `undefined` where nothing was found. */
  readonly nearest: string | undefined
}

/**
 * Whether to claim an answer: a first rule, fitted and measured in docs/adr/0007.
 *
 *   sureness = dense + 0.26 · coverage + 0.094 · ln(1 + terms) + (0.164 where neither is in Han)
 *
 * dense and coverage are the best passage's. Long questions are near to nothing and cover little,
 * short ones are near to much by chance: the logarithm evens that out. English text lies farther
 * apart with this model than Chinese. Between scripts (a Chinese question, an English passage)
 * cosines run lower still and no words are shared, so the cuts are lower there. A question is
 * nearer to an ask than to any text, and an ask is in its own script: the cuts are higher there.
 * Without the model nothing is claimed: words alone are worth a look.
 */
export function kindOf({ question, query, retrieval, nearest }: KindEvidence): AnswerKind {
  const [best] = retrieval.candidates
  if (!best || nearest === undefined) return 'none'
  if (best.dense === undefined) return best.coverage >= WORDS_RELATED ? 'related' : 'none'
  const same = best.byAsk || sameScript(question, nearest)
  const sureness =
    best.dense +
    COVERAGE_WEIGHT * best.coverage +
    LENGTH_WEIGHT * Math.log1p(query.terms.length) +
    (same && !han.test(question) ? OTHER_THAN_HAN : 0)
  const cuts = best.byAsk ? BY_ASK : same ? SAME_SCRIPT : OTHER_SCRIPT
  if (sureness >= cuts.found) return 'found'
  return sureness >= cuts.related ? 'related' : 'none'
}

/** Han or not: the one difference of script that moves the model's cosines much. */
function sameScript(question: string, text: string): boolean {
  return han.test(question) === han.test(text)
}

const han = /\p{Script=Han}/u
const COVERAGE_WEIGHT = 0.26
const LENGTH_WEIGHT = 0.094
const OTHER_THAN_HAN = 0.164
/** From where to claim, and from where to mention. */
const BY_ASK = { found: 2.175, related: 2.03 }
const SAME_SCRIPT = { found: 2.13, related: 2 }
const OTHER_SCRIPT = { found: 1.92, related: 1.8 }
const WORDS_RELATED = 0.5
