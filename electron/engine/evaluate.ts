/**
 * A retrieval set through the same path as a question of the user's: passages become articles,
 * are split, embedded and indexed as files are, and every question is retrieved and answered by
 * the functions that `ask` calls. Hits and lead are taken before abstention.
 *
 * A set's passage counts at the rank of its best part. Offsets of the sentence gold count code
 * points and are converted here, once.
 */
import type { Article, AnswerSentence, EngineEvent, ErrorBody } from '../contract/entities'
import type {
  Dataset,
  DatasetPassage,
  DatasetSentenceGold,
  EvaluationReport,
  RetrievalFigures,
} from '../contract/dataset'
import { fromErrorBody } from '../contract/errors'
import { answerFrom, find, type AnswerTools } from './answer-question'
import { createEmbeddings } from './embeddings'
import { createIngest, type IngestModel } from './ingest'
import { createLibraryIndex, type LibraryIndex } from './library-index'
import { createModelQueue } from './model-queue'
import type { Clock, Hasher, Segmenter, VectorIndex } from './ports'
import type { Candidate } from './retrieve'
import { splitPassages, splitterOf } from './split-passages'
import { splitSentences } from './split-sentences'

const DEPTH = 10

export interface EvaluationParts {
  readonly dataset: Dataset
  readonly segmenter: Segmenter
  readonly hasher: Hasher
  readonly clock: Clock
  /** Its vectors are remembered between runs, those of questions and sentences too. */
  readonly model: IngestModel
  readonly index: VectorIndex
  /** What the index is measured against. */
  readonly exact: VectorIndex
  readonly onEvent: (event: EngineEvent) => void
}

/** @throws what kept a passage from being embedded: figures of a part of the set would mislead */
export async function evaluate(parts: EvaluationParts): Promise<EvaluationReport> {
  const { dataset, segmenter, hasher, clock, model, index, exact, onEvent } = parts
  const queue = createModelQueue()
  const library = createLibraryIndex(index, segmenter)
  library.useVectors(model.vectors)

  const began = clock.elapsed()
  let failure: ErrorBody | undefined
  const ingest = createIngest({
    library,
    model,
    queue,
    onEvent: (event) => {
      if (event.type === 'ingest-failed') failure ??= event.error
      onEvent(event)
    },
  })
  const splitter = splitterOf(model.tokenizer)
  for (const passage of dataset.passages) {
    const article = articleOf(passage)
    library.put({ article, passages: splitPassages(article, model.tokenizer, hasher), splitter })
    ingest.enqueue(article.id)
  }
  await ingest.idle()
  if (failure) throw fromErrorBody(failure)
  const seconds = (clock.elapsed() - began) / 1000
  for (let label = 0; label < library.size; label++) {
    const vectors = library.vectorsOf(label)
    if (vectors) exact.add(label, vectors.passage)
  }

  const embeddings = createEmbeddings({ ...model, queue, hasher, memory: model.vectors })
  const tools: AnswerTools = { library, segmenter, embeddings }
  const outcomes = []
  for (const query of dataset.queries) {
    const asked = clock.elapsed()
    const found = await find(query.text, tools)
    const { kind, lead } = await answerFrom(found, DEPTH, tools)
    const took = clock.elapsed() - asked
    const { candidates } = found.retrieval
    outcomes.push({
      query,
      kind,
      lead,
      took,
      fused: ranking(candidates, library, (candidate) => candidate.score),
      dense: ranking(candidates, library, (candidate) => candidate.dense),
      lexical: ranking(candidates, library, (candidate) => candidate.lexical || undefined),
      recall: found.query.vector ? recallOf(index, exact, found.query.vector) : 1,
    })
  }

  const answerable = outcomes.filter(({ query }) => query.relevant.length > 0)
  const figures = (lane: 'fused' | 'dense' | 'lexical') =>
    figuresOf(
      answerable.map((outcome) => ({ ranked: outcome[lane], relevant: outcome.query.relevant })),
    )
  return {
    passages: dataset.passages.length,
    queries: dataset.queries.length,
    ...figures('fused'),
    ...(dataset.gold && sentenceFigures(dataset.gold, dataset.passages, outcomes)),
    refused: mean(outcomes.map(({ kind }) => (kind === 'found' ? 0 : 1))),
    lanes: { dense: figures('dense'), lexical: figures('lexical') },
    'hnsw_recall@10': mean(outcomes.map(({ recall }) => recall)),
    ingest: { seconds, passages_per_s: library.size / Math.max(seconds, Number.EPSILON) },
    latency_ms: {
      p50: percentile(
        outcomes.map(({ took }) => took),
        0.5,
      ),
      p95: percentile(
        outcomes.map(({ took }) => took),
        0.95,
      ),
    },
  }
}

/** The set's text is the canonical text as it stands, so that the gold's offsets hold; lines are paragraphs. */
function articleOf({ id, lang, title, section, text }: DatasetPassage): Article {
  const paragraphs = Array.from(text.matchAll(/[^\n]*\S[^\n]*/g), (line, place) => ({
    kind: 'text' as const,
    number: place + 1,
    start: line.index,
    end: line.index + line[0].length,
    sentences: splitSentences(line[0], line.index),
  }))
  return {
    id,
    title,
    language: lang,
    text,
    sections: [
      { path: section === '' ? [] : [section], level: section === '' ? 0 : 1, paragraphs },
    ],
    source: {
      fileName: id,
      format: 'text',
      encoding: 'utf-8',
      bytes: text.length,
      sha256: '',
      addedAt: '',
      metadata: [],
    },
  }
}

/** Ids of the set's passages, best first, each once; a candidate without a score is left out. */
function ranking(
  candidates: readonly Candidate[],
  library: LibraryIndex,
  score: (candidate: Candidate) => number | undefined,
): readonly string[] {
  const ids = candidates
    .flatMap((candidate) => {
      const value = score(candidate)
      return value === undefined ? [] : [{ label: candidate.label, value }]
    })
    .sort((a, b) => b.value - a.value || a.label - b.label)
    .flatMap(({ label }) => library.entry(label)?.article.id ?? [])
  return Array.from(new Set(ids)).slice(0, DEPTH)
}

function figuresOf(
  questions: readonly { ranked: readonly string[]; relevant: readonly string[] }[],
): RetrievalFigures {
  const places = questions.map(({ ranked, relevant }) =>
    ranked.findIndex((id) => relevant.includes(id)),
  )
  return {
    'hit@1': mean(places.map((place) => (place === 0 ? 1 : 0))),
    'hit@10': mean(places.map((place) => (place >= 0 ? 1 : 0))),
    'mrr@10': mean(places.map((place) => (place >= 0 ? 1 / (place + 1) : 0))),
    'recall@10': mean(
      questions.map(
        ({ ranked, relevant }) =>
          relevant.filter((id) => ranked.includes(id)).length / relevant.length,
      ),
    ),
  }
}

function sentenceFigures(
  gold: readonly DatasetSentenceGold[],
  passages: readonly DatasetPassage[],
  outcomes: readonly { query: { id: string }; lead: AnswerSentence | undefined }[],
): Pick<EvaluationReport, 'sentence_hit@1' | 'sentence_chars_mean'> {
  const texts = new Map(passages.map(({ id, text }) => [id, text]))
  const spans = new Map<string, { articleId: string; start: number; end: number }[]>()
  for (const { query_id, passage_id, answer, answer_start } of gold) {
    const start = utf16Offset(texts.get(passage_id) ?? '', answer_start)
    const span = { articleId: passage_id, start, end: start + answer.length }
    spans.set(query_id, [...(spans.get(query_id) ?? []), span])
  }
  const judged = outcomes.filter(({ query }) => spans.has(query.id))
  const hits = judged.map(({ query, lead }) =>
    (spans.get(query.id) ?? []).some(
      ({ articleId, start, end }) =>
        lead?.citation.articleId === articleId &&
        lead.citation.start < end &&
        start < lead.citation.end,
    ),
  )
  return {
    'sentence_hit@1': mean(hits.map(Number)),
    sentence_chars_mean: mean(
      judged.flatMap(({ lead }) => (lead ? [Array.from(lead.text).length] : [])),
    ),
  }
}

function utf16Offset(text: string, codePoints: number): number {
  return Array.from(text).slice(0, codePoints).join('').length
}

function recallOf(index: VectorIndex, exact: VectorIndex, vector: Float32Array): number {
  const truth = exact.search(vector, DEPTH).map(({ label }) => label)
  const found = new Set(index.search(vector, DEPTH).map(({ label }) => label))
  return truth.length === 0 ? 1 : truth.filter((label) => found.has(label)).length / truth.length
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
