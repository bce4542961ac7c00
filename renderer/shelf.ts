/** What the window knows of the library, and how it changes with what the engine tells. */
import type {
  ArticleSummary,
  EngineEvent,
  ErrorBody,
  Settings,
  Status,
} from '../electron/contract/entities'
import { defaultSettings } from '../electron/contract/settings'
import type { HostState } from './watched-events'

export interface Progress {
  readonly articleId: string
  readonly title: string
  readonly done: number
  readonly total: number
  /** Articles still to come after this one. */
  readonly left: number
}

export interface Failure {
  readonly articleId: string
  readonly error: ErrorBody
}

export interface Shelf {
  readonly status: Status | undefined
  /** Absent until the first list has come. */
  readonly articles: readonly ArticleSummary[] | undefined
  readonly settings: Settings
  readonly progress: Progress | undefined
  /** Articles that could not be read in, the latest word on each. */
  readonly failures: readonly Failure[]
  /** The latest word on a run of the user's own questions; another object for every word. */
  readonly evaluated: { readonly done: number; readonly total: number } | undefined
  readonly engine: 'running' | 'stopped' | 'restarted'
  readonly host: HostState
  /** Why the library could not be fetched, when it could not. */
  readonly error: ErrorBody | undefined
}

export type ShelfChange =
  | EngineEvent
  | {
      readonly type: 'fetched'
      readonly status: Status
      readonly articles: readonly ArticleSummary[]
      readonly settings: Settings
    }
  | { readonly type: 'fetch-failed'; readonly error: ErrorBody }
  | { readonly type: 'article'; readonly article: ArticleSummary }
  | { readonly type: 'settings'; readonly settings: Settings }
  | { readonly type: 'host'; readonly state: HostState }
  | { readonly type: 'notice-read' }

export const emptyShelf: Shelf = {
  status: undefined,
  articles: undefined,
  settings: defaultSettings,
  progress: undefined,
  failures: [],
  evaluated: undefined,
  engine: 'running',
  host: 'here',
  error: undefined,
}

/** The shelf after `change`; never changes the one given. */
export function changeShelf(shelf: Shelf, change: ShelfChange): Shelf {
  switch (change.type) {
    case 'ingest':
      return afterIngest(shelf, change)
    case 'ingest-failed':
      return {
        ...shelf,
        progress: shelf.progress?.articleId === change.articleId ? undefined : shelf.progress,
        failures: [
          ...shelf.failures.filter(({ articleId }) => articleId !== change.articleId),
          { articleId: change.articleId, error: change.error },
        ],
      }
    case 'model':
      return shelf.status
        ? {
            ...shelf,
            status: { ...shelf.status, model: { ...shelf.status.model, state: change.state } },
          }
        : shelf
    case 'finder':
      return shelf.status
        ? { ...shelf, status: { ...shelf.status, finder: { state: change.state } } }
        : shelf
    case 'engine':
      return { ...shelf, engine: change.state, progress: undefined }
    case 'host':
      return { ...shelf, host: change.state, progress: undefined }
    case 'library':
      return shelf
    case 'evaluation':
      return { ...shelf, evaluated: { done: change.done, total: change.total } }
    case 'fetched':
      return {
        ...shelf,
        status: change.status,
        articles: change.articles,
        settings: change.settings,
        progress: change.status.index.pending === 0 ? undefined : shelf.progress,
        engine: shelf.engine === 'stopped' ? 'restarted' : shelf.engine,
        error: undefined,
      }
    case 'fetch-failed':
      return { ...shelf, error: change.error }
    case 'article':
      return { ...shelf, articles: withArticle(shelf.articles ?? [], change.article) }
    case 'settings':
      return { ...shelf, settings: change.settings }
    case 'notice-read':
      return { ...shelf, engine: 'running' }
  }
}

/** Whether the lists must be fetched again after `event`. */
export function asksForFetch(event: EngineEvent): boolean {
  switch (event.type) {
    case 'library':
    case 'model':
    case 'finder':
    case 'ingest-failed':
      return true
    case 'ingest':
      return event.passagesDone >= event.passagesTotal
    case 'evaluation':
      return false
    case 'engine':
      return event.state === 'restarted'
  }
}

function afterIngest(shelf: Shelf, event: EngineEvent & { type: 'ingest' }): Shelf {
  const { articleId, title, passagesDone, passagesTotal, articlesLeft } = event
  const finished = passagesDone >= passagesTotal
  return {
    ...shelf,
    progress:
      finished && articlesLeft === 0
        ? undefined
        : { articleId, title, done: passagesDone, total: passagesTotal, left: articlesLeft },
    failures: shelf.failures.filter((failure) => failure.articleId !== articleId),
    articles: shelf.articles?.map((article) =>
      article.id === articleId && article.state !== 'removed'
        ? {
            ...article,
            state: finished ? 'ready' : 'embedding',
            embedded: passagesDone,
            passages: passagesTotal,
          }
        : article,
    ),
  }
}

function withArticle(
  articles: readonly ArticleSummary[],
  article: ArticleSummary,
): readonly ArticleSummary[] {
  return articles.some(({ id }) => id === article.id)
    ? articles.map((known) => (known.id === article.id ? article : known))
    : [...articles, article]
}
