/**
 * A retrieval set through the same path as a question of the user's: passages become articles,
 * are split, embedded and indexed as files are, and every question is retrieved and answered by
 * the functions that `ask` calls. Hits and lead are taken before abstention.
 *
 * A set's passage counts at the rank of its best part. Offsets of the sentence gold count code
 * points and are converted here, once.
 */
import type { EngineEvent } from '../contract/entities'
import type { Dataset, EvaluationReport, QuestionOutcome } from '../contract/dataset'
import { createEmbeddings } from './embeddings'
import { openDatasetLibrary } from './dataset-library'
import { simplify } from './fold'
import type { IngestModel } from './ingest'
import { DEPTH, judgeQuestion, type JudgingTools, type SetQuestion } from './judge-question'
import type { LibraryIndex } from './library-index'
import { createModelQueue } from './model-queue'
import type { AnswerFinder, Clock, Hasher, ReadingMemory, Segmenter, VectorIndex } from './ports'
import { createReadings } from './readings'
import { leadFigures, refusedShare, retrievalFigures, spread } from './set-figures'
import { mean } from './statistics'

export interface EvaluationParts {
  readonly dataset: Dataset
  readonly segmenter: Segmenter
  readonly hasher: Hasher
  readonly clock: Clock
  /** Its vectors are remembered between runs, those of questions and sentences too. */
  readonly model: IngestModel
  /** Absent to measure answers as they are without the answer finder. */
  readonly reading?: { readonly finder: AnswerFinder; readonly memory: ReadingMemory }
  readonly index: VectorIndex
  /** What the index is measured against. */
  readonly exact: VectorIndex
  readonly onEvent: (event: EngineEvent) => void
}

export interface Evaluation {
  readonly report: EvaluationReport
  /** One for each question, in the set's order. */
  readonly outcomes: readonly QuestionOutcome[]
  /** The set's library, to ask it more. */
  readonly tools: JudgingTools
}

/** @throws what kept a passage from being embedded: figures of a part of the set would mislead */
export async function evaluate(parts: EvaluationParts): Promise<Evaluation> {
  const { dataset, segmenter, hasher, clock, model, index, exact } = parts
  const queue = createModelQueue()
  const { library, seconds } = await openDatasetLibrary({ ...parts, queue })
  const embeddings = createEmbeddings({ ...model, queue, hasher, memory: model.vectors })
  const readings = parts.reading && createReadings({ ...parts.reading, queue, hasher })
  const tools: JudgingTools = {
    library,
    segmenter,
    embeddings,
    readings,
    clock,
    keyOf: ({ article }) => article.id,
  }
  const outcomes: QuestionOutcome[] = []
  for (const question of questionsOf(dataset)) outcomes.push(await judgeQuestion(question, tools))

  const lead = leadFigures(outcomes)
  const report: EvaluationReport = {
    passages: dataset.passages.length,
    queries: dataset.queries.length,
    ...retrievalFigures(outcomes, 'hybrid'),
    ...(lead && { 'sentence_hit@1': lead.right, sentence_chars_mean: lead.characters }),
    refused: refusedShare(outcomes),
    lanes: {
      fused: retrievalFigures(outcomes, 'fused'),
      dense: retrievalFigures(outcomes, 'dense'),
      lexical: retrievalFigures(outcomes, 'lexical'),
    },
    'hnsw_recall@10': await indexRecall(
      dataset.queries.map(({ text }) => text),
      { index, exact, library, question: embeddings.question },
    ),
    ingest: { seconds, passages_per_s: library.size / Math.max(seconds, Number.EPSILON) },
    latency_ms: spread(outcomes.map(({ took_ms }) => took_ms.whole)),
    hits_ms: spread(outcomes.map(({ took_ms }) => took_ms.hits)),
  }
  return { report, outcomes, tools }
}

/** The set's questions, with the gold's stretches in UTF-16 units where it has some. */
export function questionsOf({ queries, passages, gold }: Dataset): readonly SetQuestion[] {
  const texts = new Map(passages.map(({ id, text }) => [id, text]))
  const stretches = new Map<string, { articleId: string; start: number; end: number }[]>()
  for (const { query_id, passage_id, answer, answer_start } of gold ?? []) {
    const start = utf16Offset(texts.get(passage_id) ?? '', answer_start)
    const stretch = { articleId: passage_id, start, end: start + answer.length }
    const known = stretches.get(query_id)
    if (known) known.push(stretch)
    else stretches.set(query_id, [stretch])
  }
  return queries.map(({ id, text, relevant }) => {
    const right = stretches.get(id)
    return {
      id,
      text,
      right: relevant,
      ...(right && {
        isRightLead: (lead) =>
          right.some(
            ({ articleId, start, end }) =>
              lead.articleId === articleId && lead.start < end && start < lead.end,
          ),
      }),
    }
  })
}

/** Mean share of the ten nearest passages that the index names too; 1 where nothing was asked. */
export async function indexRecall(
  texts: readonly string[],
  parts: {
    readonly index: VectorIndex
    readonly exact: VectorIndex
    readonly library: LibraryIndex
    readonly question: (text: string) => Promise<Float32Array>
  },
): Promise<number> {
  const { index, exact, library, question } = parts
  for (let label = 0; label < library.size; label++) {
    const vectors = library.vectorsOf(label)
    if (vectors) exact.add(label, vectors.passage)
  }
  const recalls: number[] = []
  for (const text of texts) {
    const vector = await question(simplify(text))
    const truth = exact.search(vector, DEPTH).map(({ label }) => label)
    const found = new Set(index.search(vector, DEPTH).map(({ label }) => label))
    if (truth.length === 0) continue
    recalls.push(truth.filter((label) => found.has(label)).length / truth.length)
  }
  return recalls.length === 0 ? 1 : mean(recalls)
}

function utf16Offset(text: string, codePoints: number): number {
  return Array.from(text).slice(0, codePoints).join('').length
}
