/** One question through the whole path: query, retrieval, sentences, kind, citations. */
import type { Answer, AnswerSentence, Hit, Topic } from '../contract/entities'
import { AppError } from '../contract/errors'
import { QUESTION_LIMIT } from '../contract/limits'
import { giveRoles } from './give-roles'
import { citationOf, placeOf } from './cite'
import { chooseSentences } from './choose-sentences'
import { claim } from './claim'
import type { Embeddings } from './embeddings'
import { simplify } from './fold'
import type { Entry, LibraryIndex } from './library-index'
import type { Segmenter } from './ports'
import type { Readings } from './readings'
import { rank, rankable, type Rankable } from './rank'
import { readPassages, type Read } from './read-passages'
import { retrieve, type Candidate, type Query } from './retrieve'
import { termsOf } from './terms'

/** Closest headings that a refusal shows. */
const TOPICS = 3

export interface AnswerTools {
  readonly library: LibraryIndex
  readonly segmenter: Segmenter
  /** Absent while the model is loading or when it cannot be had. */
  readonly embeddings: Embeddings | undefined
  /** Absent while the answer finder is loading, switched off or cannot be had. */
  readonly readings: Readings | undefined
}

export interface Found extends Rankable {
  /** Best first, before anything was read. */
  readonly ranked: readonly Candidate[]
}

/**
 * @throws EMPTY_QUESTION, QUESTION_TOO_LONG, or INVALID_TEXT for lone surrogates
 */
export function checkQuestion(question: string): string {
  if (question.length > QUESTION_LIMIT) {
    throw new AppError('QUESTION_TOO_LONG', { length: question.length, limit: QUESTION_LIMIT })
  }
  if (!question.isWellFormed()) throw new AppError('INVALID_TEXT')
  const trimmed = question.trim()
  if (trimmed === '') throw new AppError('EMPTY_QUESTION')
  return trimmed
}

export async function find(question: string, tools: AnswerTools): Promise<Found> {
  const vector = await tools.embeddings?.question(simplify(question))
  const query: Query = {
    terms: termsOf(question, tools.segmenter),
    ...(vector && { vector }),
  }
  return foundBy(question, query, tools)
}

/** What a query finds, whichever lanes it speaks to. */
export function foundBy(question: string, query: Query, tools: AnswerTools): Found {
  const ranks = rankable(question, query, retrieve(query, tools.library), tools)
  return { ...ranks, ranked: rank(ranks) }
}

export type AnswerBody = Pick<Answer, 'kind' | 'sentences' | 'hits' | 'topics'>

/**
 * The lead sentence is chosen whatever the kind, so that it can be measured; it is shown only
 * when the answer is found.
 */
export async function answerFrom(
  found: Found,
  top: number,
  tools: AnswerTools,
): Promise<
  AnswerBody & {
    readonly lead: AnswerSentence | undefined
    /** See {@link claim}. */
    readonly sureness: number | undefined
    readonly read: Read
  }
> {
  const { library } = tools
  const all = await readPassages(found, found.ranked, library, tools.readings)
  const { lexicalWeight } = found.retrieval
  const chosen = await chooseSentences({ ...found, ...all, lexicalWeight }, tools)
  // What was removed or replaced meanwhile would be cited in vain.
  const read = { ...all, ranked: all.ranked.filter(({ label }) => library.entry(label)) }
  const weighed = chosen.filter(
    ({ entry: { article } }) => library.article(article.id)?.article === article,
  )
  const sentences = giveRoles(found.question, weighed).map(
    ({ entry: { article }, span, role, marked }) => ({
      text: article.text.slice(span.start, span.end),
      role,
      ...(marked && { highlight: marked }),
      citation: citationOf(article, span),
    }),
  )
  const { kind, sureness } =
    sentences.length === 0
      ? ({ kind: 'none', sureness: undefined } as const)
      : claim(found, read.ranked, read.readings)
  return {
    kind,
    sureness,
    lead: sentences[0],
    sentences: kind === 'found' ? sentences : [],
    hits: hitsOf(read.ranked, top, library),
    topics: kind === 'found' ? [] : topicsOf(read.ranked, library),
    read,
  }
}

/** The best `top` passages, best first. */
export function hitsOf(
  ranked: readonly Candidate[],
  top: number,
  library: LibraryIndex,
): readonly Hit[] {
  return ranked.slice(0, top).flatMap(({ label, score }, place) => {
    const entry = library.entry(label)
    return entry ? [hitOf(entry, score, place + 1)] : []
  })
}

function hitOf({ article, passage }: Entry, score: number, rank: number): Hit {
  return {
    passageId: passage.id,
    articleId: article.id,
    title: article.title,
    sectionPath: article.sections[passage.section]?.path ?? [],
    paragraph: placeOf(article, passage.start)?.paragraph.number ?? 1,
    start: passage.start,
    end: passage.end,
    score,
    rank,
    text: article.text.slice(passage.start, passage.end),
  }
}

function topicsOf(ranked: readonly Candidate[], library: LibraryIndex): readonly Topic[] {
  const topics = new Map<string, Topic>()
  for (const { label } of ranked) {
    const entry = library.entry(label)
    const section = entry?.article.sections[entry.passage.section]
    if (!entry || !section) continue
    const { article, passage } = entry
    const key = `${article.id} ${String(passage.section)}`
    const start = section.heading?.start ?? section.paragraphs[0]?.start ?? passage.start
    if (!topics.has(key)) {
      topics.set(key, {
        articleId: article.id,
        title: article.title,
        sectionPath: section.path,
        start,
      })
    }
    if (topics.size === TOPICS) break
  }
  return Array.from(topics.values())
}
