/** A retrieval set: passages, questions with the passages that answer, and where the answer stands. */
import { z } from 'zod'
import type { AnswerKind } from './entities'

export const datasetPassage = z.object({
  id: z.string().min(1),
  lang: z.string().default('zh'),
  title: z.string().default(''),
  /** Headings above the passage; ' › ' or ' | ' is taken as it stands. */
  section: z.string().default(''),
  text: z.string().min(1),
})

export const datasetQuery = z.object({
  id: z.string().min(1),
  lang: z.string().optional(),
  /** May be empty, as real sets have it; such a question finds nothing and counts. */
  text: z.string(),
  /** Ids of the passages that answer; empty for a question that the set cannot answer. */
  relevant: z.array(z.string()),
})

/** One distinct answer; `answer_start` counts Unicode code points of the passage's text. */
export const datasetSentenceGold = z.object({
  query_id: z.string().min(1),
  passage_id: z.string().min(1),
  answer: z.string().min(1),
  answer_start: z.int().min(0),
})

export type DatasetPassage = z.output<typeof datasetPassage>
export type DatasetQuery = z.output<typeof datasetQuery>
export type DatasetSentenceGold = z.output<typeof datasetSentenceGold>

export interface Dataset {
  readonly passages: readonly DatasetPassage[]
  readonly queries: readonly DatasetQuery[]
  /** Absent where the set has no sentence gold. */
  readonly gold: readonly DatasetSentenceGold[] | undefined
}

/** Lists of passages that a question gets: as it is shown, before the ranker, and by one lane alone. */
export type RankedList = 'hybrid' | 'fused' | 'dense' | 'lexical'

/** What became of one question. */
export interface QuestionOutcome {
  readonly id: string
  /** Something in the set answers it. */
  readonly answerable: boolean
  /** Of the first right passage, from 1; absent where it is not among the ten best. */
  readonly ranks: Readonly<Partial<Record<RankedList, number>>>
  /** Share of the right passages among the ten best of each list. */
  readonly recalls: Readonly<Record<RankedList, number>>
  readonly kind: AnswerKind
  /** 0 to 1; absent where words alone were searched. */
  readonly sureness?: number
  /** Whether the sentence that leads, or would have led, holds the answer; absent where the set does not say where that stands. */
  readonly leadRight?: boolean
  /** Code points of that sentence; absent where there is none. */
  readonly leadLength?: number
  readonly took_ms: {
    readonly embedding: number
    /** Passages, once the question is embedded. */
    readonly hits: number
    readonly whole: number
  }
}

export interface RetrievalFigures {
  readonly 'hit@1': number
  readonly 'hit@3': number
  readonly 'hit@10': number
  readonly 'mrr@10': number
  readonly 'recall@10': number
}

export interface EvaluationReport extends RetrievalFigures {
  readonly passages: number
  readonly queries: number
  /** With sentence gold only: share of questions whose first cited sentence holds a gold answer. */
  readonly 'sentence_hit@1'?: number
  readonly sentence_chars_mean?: number
  /** Share of the questions that would have got 'related' or 'none'. */
  readonly refused: number
  /** Each lane alone, and both together before the ranker. */
  readonly lanes: Readonly<Record<Exclude<RankedList, 'hybrid'>, RetrievalFigures>>
  readonly 'hnsw_recall@10': number
  readonly ingest: { readonly seconds: number; readonly passages_per_s: number }
  /** Of the whole answer: what was remembered of an earlier run is not made again. */
  readonly latency_ms: { readonly p50: number; readonly p95: number }
  /** Of the passages, once the question is embedded. */
  readonly hits_ms: { readonly p50: number; readonly p95: number }
}
