/** A retrieval set: passages, questions with the passages that answer, and where the answer stands. */
import { z } from 'zod'

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

export interface RetrievalFigures {
  readonly 'hit@1': number
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
  readonly lanes: { readonly dense: RetrievalFigures; readonly lexical: RetrievalFigures }
  readonly 'hnsw_recall@10': number
  readonly ingest: { readonly seconds: number; readonly passages_per_s: number }
  readonly latency_ms: { readonly p50: number; readonly p95: number }
}
