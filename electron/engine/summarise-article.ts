/** A row of the library list: what the list holds of an article and how far it has been read in. */
import type { ArticleState, ArticleSummary, ErrorBody } from '../contract/entities'
import type { ArticleRecord } from './ports'

/** How an article stands just now. */
export interface ArticleStanding {
  /** Passages that have their vector. */
  readonly embedded: number
  /** SHA-256 of the version that came with the program under this id, if one did. */
  readonly starterVersion: string | undefined
  /** Why its file could not be read. */
  readonly unreadable: ErrorBody | undefined
  /** Why its passages were not read in to the end. */
  readonly failure: ErrorBody | undefined
  /** Nothing is read in while there is no model. */
  readonly modelFailed: boolean
}

export function summariseArticle(record: ArticleRecord, standing: ArticleStanding): ArticleSummary {
  const { id, title, language, passages, characters, fileName, addedAt } = record
  const { embedded, unreadable, failure } = standing
  const problem = record.removedAt === undefined ? (unreadable ?? failure) : undefined
  return {
    id,
    title,
    language,
    state: stateOf(record, standing),
    passages,
    embedded,
    characters,
    fileName,
    addedAt,
    origin: record.sha256 === standing.starterVersion ? 'starter' : 'own',
    ...(problem && { problem }),
  }
}

function stateOf(record: ArticleRecord, standing: ArticleStanding): ArticleState {
  if (record.removedAt !== undefined) return 'removed'
  if (standing.unreadable) return 'unreadable'
  if (standing.embedded === record.passages) return 'ready'
  return standing.modelFailed || standing.failure ? 'waiting' : 'embedding'
}
