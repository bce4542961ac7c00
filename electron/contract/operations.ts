/**
 * What may be asked: one table of operations. Doors look up, parse with zod, call, and reply
 * with an envelope.
 */
import { z } from 'zod'
import type {
  AddReport,
  Answer,
  Article,
  ArticleSummary,
  CitedCopy,
  ErrorBody,
  Fact,
  SearchResult,
  Settings,
  Status,
} from './entities'
import { FILE_LIMIT, TOP_DEFAULT, TOP_LIMIT } from './limits'

/** An answer has at most five sentences and a context sentence for each. */
const SPANS_LIMIT = 20
/** The register has about a hundred facts. */
const FACTS_LIMIT = 500

const question = z.string()
const top = z.int().min(1).max(TOP_LIMIT).default(TOP_DEFAULT)
const articleId = z.string().regex(/^[a-z0-9-]{1,64}$/)
const offset = z.int().min(0)
const span = z.object({ articleId, start: offset, end: offset })
const language = z.enum(['zh', 'en'])

export const operations = {
  status: z.strictObject({}),
  ask: z.strictObject({ question, top }),
  search: z.strictObject({ query: question, top }),
  listArticles: z.strictObject({}),
  readArticle: z.strictObject({ id: articleId }),
  /** One file as it stands on the user's disk. The name is shown and decides the format; it is never used as a path. */
  addFile: z.strictObject({
    name: z.string().min(1).max(255),
    base64: z.base64().max(Math.ceil(FILE_LIMIT / 3) * 4 + 4),
  }),
  removeArticle: z.strictObject({ id: articleId }),
  restoreArticle: z.strictObject({ id: articleId }),
  /** The facts of the register by their ids; unknown ids are left out. */
  facts: z.strictObject({ ids: z.array(z.string().max(16)).max(FACTS_LIMIT) }),
  cite: z.strictObject({
    spans: z.array(span).min(1).max(SPANS_LIMIT),
    language,
    /** With the statutes that the cited sections rest on. */
    withBasis: z.boolean().default(false),
  }),
  settings: z.strictObject({}),
  saveSettings: z.strictObject({
    language: z.enum(['zh', 'en', 'system']).optional(),
    theme: z.enum(['system', 'light', 'dark']).optional(),
  }),
} as const

export type OperationName = keyof typeof operations

/** What a caller writes (defaults may be left out). */
export type OperationInput<Name extends OperationName> = z.input<(typeof operations)[Name]>
/** What a handler gets. */
export type OperationRequest<Name extends OperationName> = z.output<(typeof operations)[Name]>

export interface OperationResults {
  status: Status
  ask: Answer
  search: SearchResult
  listArticles: readonly ArticleSummary[]
  readArticle: Article
  addFile: AddReport
  removeArticle: ArticleSummary
  restoreArticle: ArticleSummary
  facts: readonly Fact[]
  cite: CitedCopy
  settings: Settings
  saveSettings: Settings
}

/** Every operation has exactly one handler: a missing one does not compile. */
export type OperationHandlers = {
  readonly [Name in OperationName]: (
    request: OperationRequest<Name>,
  ) => Promise<OperationResults[Name]>
}

export type Envelope<Data> =
  { readonly ok: true; readonly data: Data } | { readonly ok: false; readonly error: ErrorBody }
