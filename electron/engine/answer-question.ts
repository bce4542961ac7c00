/** One question through the whole path: query, retrieval, sentences, kind, citations. */
import type { Answer, AnswerSentence, Hit, Topic } from '../contract/entities'
import { AppError } from '../contract/errors'
import { QUESTION_LIMIT } from '../contract/limits'
import { citationOf, placeOf } from './cite'
import { chooseSentences, kindOf } from './compose-answer'
import type { Embeddings } from './embeddings'
import { simplify } from './fold'
import type { Entry, LibraryIndex } from './library-index'
import type { Segmenter } from './ports'
import { retrieve, type Query, type Retrieval } from './retrieve'
import { termsOf } from './terms'

/** Closest headings that a refusal shows. */
const TOPICS = 3

export interface AnswerTools {
  readonly library: LibraryIndex
  readonly segmenter: Segmenter
  /** Absent while the model is loading or when it cannot be had. */
  readonly embeddings: Embeddings | undefined
}

export interface Found {
  readonly question: string
  readonly query: Query
  readonly retrieval: Retrieval
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
  return { question, query, retrieval: retrieve(query, tools.library) }
}

export type AnswerBody = Pick<Answer, 'kind' | 'sentences' | 'hits' | 'topics'>

/**
 * The lead sentence is chosen whatever the kind, so that it can be measured; it is shown only
 * when the answer is found.
 */
export async function answerFrom(
  { question, query, retrieval }: Found,
  top: number,
  tools: AnswerTools,
): Promise<AnswerBody & { readonly lead: AnswerSentence | undefined }> {
  const chosen = await chooseSentences({ query, retrieval, ...tools })
  const sentences = chosen.map(({ entry: { article }, span, role }) => ({
    text: article.text.slice(span.start, span.end),
    role,
    citation: citationOf(article, span),
  }))
  const hits = hitsOf(retrieval, top, tools.library)
  const nearest = hits[0]?.text
  const kind = sentences.length === 0 ? 'none' : kindOf({ question, query, retrieval, nearest })
  return {
    kind,
    lead: sentences[0],
    sentences: kind === 'found' ? sentences : [],
    hits,
    topics: kind === 'found' ? [] : topicsOf(retrieval, tools.library),
  }
}

/** The best `top` passages, best first. */
export function hitsOf(retrieval: Retrieval, top: number, library: LibraryIndex): readonly Hit[] {
  return retrieval.candidates.slice(0, top).flatMap(({ label, score }, place) => {
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

function topicsOf(retrieval: Retrieval, library: LibraryIndex): readonly Topic[] {
  const topics = new Map<string, Topic>()
  for (const { label } of retrieval.candidates) {
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
