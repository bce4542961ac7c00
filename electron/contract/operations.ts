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
  QuestionHistory,
  SearchResult,
  Settings,
  Status,
} from './entities'
import { FILE_LIMIT, HISTORY_LIMIT, OWN_LIMIT, RIGHT_LIMIT, TOP_DEFAULT, TOP_LIMIT } from './limits'
import type { OwnQuestions, OwnReport } from './own-questions'
import { settingChoices } from './settings'

/** An answer has at most five sentences and a context sentence for each. */
const SPANS_LIMIT = 20
/** The register has about a hundred facts. */
const FACTS_LIMIT = 500

const question = z.string()
/** Whether every hit is to say why it stands where it stands. The answer is the same either way. */
const explain = z.boolean().optional()
const top = z.int().min(1).max(TOP_LIMIT).default(TOP_DEFAULT)
const articleId = z.string().regex(/^[a-z0-9-]{1,64}$/)
const offset = z.int().min(0)
const span = z.object({ articleId, start: offset, end: offset })
const language = z.enum(['zh', 'en'])
/** Of a question: in the history and among the user's own alike. */
const questionId = z.string().regex(/^[0-9a-f]{16}$/)

export const operations = {
  status: z.strictObject({}),
  ask: z.strictObject({
    question,
    top,
    explain,
    /** Asked in the window: kept in the history, where that is switched on. */
    remember: z.literal(true).optional(),
  }),
  search: z.strictObject({ query: question, top, explain }),
  listArticles: z.strictObject({}),
  readArticle: z.strictObject({ id: articleId }),
  /** One file as it stands on the user's disk. The name is shown and decides the format; it is never used as a path. */
  addFile: z.strictObject({
    name: z.string().min(1).max(255),
    base64: z.base64().max(Math.ceil(FILE_LIMIT / 3) * 4 + 4),
  }),
  removeArticle: z.strictObject({ id: articleId }),
  /** Undoes a removal; of an article that has a problem, reads its file and passages in again. */
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
    language: z.literal(settingChoices.language).optional(),
    theme: z.literal(settingChoices.theme).optional(),
    textSize: z.literal(settingChoices.textSize).optional(),
    history: z.boolean().optional(),
    singleKeys: z.boolean().optional(),
    answerFinder: z.boolean().optional(),
  }),
  history: z.strictObject({}),
  /** Unknown ids are left out. */
  removeHistory: z.strictObject({ ids: z.array(questionId).max(HISTORY_LIMIT) }),
  clearHistory: z.strictObject({}),
  ownQuestions: z.strictObject({}),
  /** Adds a question to the user's own, or marks one again; without a place: not in this library. */
  markQuestion: z.strictObject({ question, right: z.array(span).max(RIGHT_LIMIT) }),
  /** Unknown ids are left out. */
  removeOwnQuestions: z.strictObject({ ids: z.array(questionId).max(OWN_LIMIT) }),
  /** Asks all of the user's own questions; one run at a time, the next waits. */
  evaluateOwn: z.strictObject({
    setting: z
      .strictObject({ meaning: z.boolean(), words: z.boolean(), finder: z.boolean() })
      .refine(({ meaning, words }) => meaning || words, 'meaning or words'),
  }),
  /** The run under way ends early, with what it has; nothing happens where there is none. */
  stopEvaluation: z.strictObject({}),
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
  history: QuestionHistory
  removeHistory: QuestionHistory
  clearHistory: QuestionHistory
  ownQuestions: OwnQuestions
  markQuestion: OwnQuestions
  removeOwnQuestions: OwnQuestions
  evaluateOwn: OwnReport
  stopEvaluation: Readonly<Record<string, never>>
}

/** Every operation has exactly one handler: a missing one does not compile. */
export type OperationHandlers = {
  readonly [Name in OperationName]: (
    request: OperationRequest<Name>,
  ) => Promise<OperationResults[Name]>
}

export type Envelope<Data> =
  { readonly ok: true; readonly data: Data } | { readonly ok: false; readonly error: ErrorBody }
