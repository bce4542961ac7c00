/** What a knowledge base is made of, and what it is to the host that opened it. */
import type { EngineEvent, ErrorBody, Fact, Repair } from '../contract/entities'
import type { AppError } from '../contract/errors'
import type { OperationHandlers } from '../contract/operations'
import type { IngestModel } from './ingest'
import type {
  AnswerFinder,
  ArticleStore,
  Clock,
  Hasher,
  HistoryStore,
  IndexFile,
  OwnQuestionStore,
  Romanizer,
  Segmenter,
  ShippedArticle,
  SourceParser,
  VectorIndex,
} from './ports'

export interface KnowledgeBaseParts {
  readonly store: ArticleStore
  readonly history: HistoryStore
  readonly ownQuestions: OwnQuestionStore
  readonly segmenter: Segmenter
  readonly romanizer: Romanizer
  readonly parser: SourceParser
  readonly hasher: Hasher
  readonly clock: Clock
  readonly index: VectorIndex
  readonly indexReason: string | undefined
  /** Where the words of all passages are kept between openings; without it they are cut anew. */
  readonly lexicalFile?: IndexFile
  /** Loads in the background; the lexical lane answers before it. */
  readonly model: Promise<IngestModel>
  /** Called after the model is there or has failed, and only when the answer finder is wanted. */
  readonly loadFinder: () => Promise<AnswerFinder>
  readonly modelId: string
  /** What opening found and repaired so far; grows until the model is ready. */
  readonly repairs: () => readonly Repair[]
  readonly folder: string
  /** Articles that come with the program; undefined for a library that is to begin without them. */
  readonly starter: readonly ShippedArticle[] | undefined
  readonly facts: readonly Fact[]
  /** Undefined when this program may write; otherwise the error that every change gets. */
  readonly readOnly: (() => AppError) | undefined
  readonly version: string
  readonly decodeBase64: (base64: string) => Uint8Array
  readonly onEvent: (event: EngineEvent) => void
}

export interface KnowledgeBase {
  readonly handlers: OperationHandlers
  /** Takes a file in. The bytes are kept as the original. */
  addBytes(fileName: string, bytes: Uint8Array): ReturnType<OperationHandlers['addFile']>
  /** Resolves when model and answer finder have loaded, or with the error for which the model has not. */
  loaded(): Promise<ErrorBody | undefined>
  /** The same, and when nothing is left to embed; or with the first error of an article that failed. */
  settled(): Promise<ErrorBody | undefined>
  /** Keys of all vectors that the library's passages and their parts have or await. */
  hashes(): ReadonlySet<string>
  /** Writes what the next opening need not cut into words again; for a quiet moment after changes. */
  keepWords(): Promise<void>
  /** Finishes the write in progress. */
  close(): Promise<void>
}
