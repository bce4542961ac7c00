/**
 * Ranked passages to an answer: which sentences, and whether to claim them at all.
 *
 * Every sentence of the best passages is scored by plain features, each standardised over these
 * sentences:
 *
 *   z(cosine(question, sentence)) + z(covered weight) · w  + z(passage score) · P  − penalties
 *
 * w is the lexical weight of retrieval: where words find little they say little here too. The best
 * sentence leads; others near it support. Sentences are whole by construction (they are the
 * article's own), and a heading is never one.
 */
import type { AnswerKind, Span } from '../contract/entities'
import { simplify } from './fold'
import type { Embeddings } from './embeddings'
import type { LexicalIndex } from './lexical-index'
import type { Entry, LibraryIndex } from './library-index'
import type { Segmenter } from './ports'
import { standardise, type Evidence, type Query, type Retrieval } from './retrieve'
import { termsOf } from './terms'
import { dot } from './vectors'

/** Passages whose sentences are weighed. */
const PASSAGES_READ = 3
/** How much a passage's own rank weighs in the choice of its sentences. */
const PASSAGE_WEIGHT = 1.5
/** A question, or a line that only introduces what follows, seldom answers by itself. */
const LEADING_ONLY_PENALTY = 1
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
  const best = retrieval.candidates.slice(0, PASSAGES_READ).flatMap(({ label, score }) => {
    const entry = library.entry(label)
    return entry ? sentencesOf(entry).map((span) => ({ entry, span, passageScore: score })) : []
  })
  const asked = new Set(query.terms)
  const cosines: (number | undefined)[] = []
  for (const { entry, span } of best) {
    const text = simplify(entry.article.text.slice(span.start, span.end))
    cosines.push(query.vector && embeddings && dot(query.vector, await embeddings.sentence(text)))
  }
  const covered = best.map(({ entry, span }) =>
    coveredWeight(
      asked,
      entry.article.text.slice(span.start, span.end),
      library.lexical,
      segmenter,
    ),
  )
  const features = {
    cosine: standardise(cosines),
    covered: standardise(covered),
    passage: standardise(best.map(({ passageScore }) => passageScore)),
  }
  const weight = query.vector ? Math.min(1.2, 2 * retrieval.evidence.coverage) : 1
  const scored = best
    .map((candidate, place) => ({
      ...candidate,
      score:
        (features.cosine[place] ?? 0) +
        weight * (features.covered[place] ?? 0) +
        PASSAGE_WEIGHT * (features.passage[place] ?? 0) -
        penalty(candidate.entry.article.text.slice(candidate.span.start, candidate.span.end)),
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
  readonly score: number
}

function withRoles(scored: readonly Scored[]): readonly ChosenSentence[] {
  const [lead] = scored
  if (!lead) return []
  const seen = new Set<string>()
  return scored
    .filter(({ entry, span, score }) => {
      const text = entry.article.text.slice(span.start, span.end)
      const repeated = seen.has(text)
      seen.add(text)
      return !repeated && score >= lead.score - SUPPORT_MARGIN
    })
    .slice(0, 1 + SUPPORT_MOST)
    .map(({ entry, span }, place) => ({ entry, span, role: place === 0 ? 'lead' : 'support' }))
}

/**
 * Whether to claim an answer: a first rule, measured in docs/adr/0007.
 *
 *   sureness = dense + rise + 0.2 · coverage
 *
 * The nearest passage, how far it rises above the library's mean, and the words it shares. A small
 * library on one subject has no mean to speak of, so the mean starts from what is usual. Between
 * scripts (a Chinese question, an English passage) cosines run lower and no words are shared, so
 * the cuts are lower there. Without the model nothing is claimed: words alone are worth a look.
 */
export function kindOf(evidence: Evidence, sameScript: boolean, withMeaning: boolean): AnswerKind {
  if (!withMeaning) return evidence.coverage >= WORDS_RELATED ? 'related' : 'none'
  const { dense, nearest, background, passages, coverage } = evidence
  const { usual, found, related } = sameScript ? SAME_SCRIPT : OTHER_SCRIPT
  const mean = (background * passages + usual * USUAL_PASSAGES) / (passages + USUAL_PASSAGES)
  const sureness = dense + (nearest - mean) + COVERAGE_WEIGHT * coverage
  if (sureness >= found) return 'found'
  return sureness >= related ? 'related' : 'none'
}

/** Han or not: the one difference of script that moves the model's cosines much. */
export function sameScript(question: string, text: string): boolean {
  return han.test(question) === han.test(text)
}

const han = /\p{Script=Han}/u
const COVERAGE_WEIGHT = 0.2
/** Mean cosine of unrelated texts with this model, and from where to claim and to mention. */
const SAME_SCRIPT = { usual: 0.81, found: 1.85, related: 1.81 }
const OTHER_SCRIPT = { usual: 0.75, found: 1.67, related: 1.61 }
/** How many passages the usual mean counts for. */
const USUAL_PASSAGES = 30
const WORDS_RELATED = 0.5
