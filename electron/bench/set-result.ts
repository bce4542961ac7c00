/** What the bench says of one set, and of all. Figures are shares, 0 to 1, unless a unit stands beside them. */
import { z } from 'zod'
import type { RankedList, RetrievalFigures } from '../contract/dataset'
import type { Difference, ReliabilityRow } from '../engine/statistics'

export interface SetFigures extends Readonly<Record<RankedList, RetrievalFigures>> {
  /** Questions asked. */
  readonly questions: number
  /** Of the sentence that leads; absent where the set does not say where answers stand. */
  readonly lead?: { readonly right: number; readonly characters: number }
  /** Of the answerable questions: got 'found'. */
  readonly claimed: number
  /** Of the set's own questions without an answer: got 'related' or 'none'. */
  readonly offTopicRefused?: number
}

export interface RefusedShare {
  readonly questions: number
  readonly refused: number
}

export interface SmallLibraryFigures {
  readonly passages: number
  readonly questions: number
  readonly 'hit@1': number
  readonly claimed: number
  readonly foreignRefused: number
}

export interface SetSpeed {
  /** Passages, once the question is embedded. */
  readonly hits_ms: { readonly p50: number; readonly p95: number }
  readonly embedding_ms: number
  /** Absent where the answer finder was not used. */
  readonly reading_ms?: number
  /** What a lead takes beyond the hits, nothing remembered, in units of one reading. */
  readonly leadInReadings?: number
}

export interface SetIndex {
  readonly vectorBytes: number
  readonly wordBytes: number
  /** With the embedding of what was not remembered: `vectorsMade`. */
  readonly build_s: number
  readonly vectorsMade: number
  readonly kind: 'hnsw' | 'exact'
  readonly 'recall@10': number
}

const measures = ['hit@1', 'sentence', 'claimed', 'off-topic refused', 'foreign refused'] as const

/** One character of '0' and '1' for each question, packed; see outcome-bits. */
export type Measure = (typeof measures)[number]

export interface SetResult {
  readonly name: string
  readonly passages: number
  readonly finder: boolean
  readonly whole: SetFigures
  /** The half of the questions that nothing was tuned on. */
  readonly odd: SetFigures
  /** Hybrid against the better lane alone, hit@1. */
  readonly againstLane: Difference & { readonly lane: 'dense' | 'lexical' }
  /** Questions of other sets, from sets of the library's language and of another. */
  readonly foreign: { readonly same: RefusedShare; readonly other: RefusedShare }
  /** How well sureness tells answerable questions of the odd half from what has no answer here. */
  readonly auroc?: number
  readonly reliability: readonly ReliabilityRow[]
  readonly small: readonly SmallLibraryFigures[]
  readonly speed: SetSpeed
  readonly index: SetIndex
  /** Of the questions, and of the foreign ones: bits of other questions are not compared. */
  readonly digests: { readonly own: string; readonly foreign: string }
  readonly bits: Readonly<Partial<Record<Measure, string>>>
  readonly took_s: number
}

export interface BenchResult {
  readonly version: 1
  readonly made: string
  readonly machine: { readonly cores: number; readonly node: string; readonly processor: string }
  /** Questions of each set at most; absent for all. */
  readonly most?: number
  readonly sets: readonly SetResult[]
}

/** What a comparison needs of an earlier result; the rest of the file is for people. */
export const baseline = z.object({
  version: z.literal(1),
  sets: z.array(
    z.object({
      name: z.string(),
      digests: z.object({ own: z.string(), foreign: z.string() }),
      bits: z.partialRecord(z.enum(measures), z.string()),
    }),
  ),
})

export type Baseline = z.output<typeof baseline>
