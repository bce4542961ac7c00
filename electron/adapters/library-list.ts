/** What `library.json` holds, and whether a value read from it may be trusted. */
import type { Settings } from '../contract/entities'
import { AppError } from '../contract/errors'
import { defaultSettings, settingsFrom } from '../contract/settings'
import type { ArticleRecord, StarterState } from '../engine/ports'

export const LIST_FILE = 'library.json'

/** Raise when an older program would misread the library. */
const SCHEMA = 1

export interface LibraryList {
  readonly schema: number
  readonly articles: readonly ArticleRecord[]
  readonly settings: Settings
  readonly starter?: StarterState
}

export const emptyList: LibraryList = { schema: SCHEMA, articles: [], settings: defaultSettings }

/** Article ids become file names: anything else stays outside. */
export function isArticleId(id: string): boolean {
  return /^[a-z0-9-]{1,64}$/.test(id)
}

/** @throws INVALID_REQUEST for an id that must not become a file name */
export function checkArticleId(id: string): void {
  if (!isArticleId(id)) throw new AppError('INVALID_REQUEST', { reason: `article id ${id}` })
}

/** The rows with one replaced in its place, or added at the end. */
export function withRow(
  rows: readonly ArticleRecord[],
  row: ArticleRecord,
): readonly ArticleRecord[] {
  return rows.some((known) => known.id === row.id)
    ? rows.map((known) => (known.id === row.id ? row : known))
    : [...rows, row]
}

/** The row marked as removed, or, with `undefined`, without the mark. */
export function markRow(row: ArticleRecord, removedAt: string | undefined): ArticleRecord {
  const marked: ArticleRecord & { removedAt?: string } = { ...row }
  if (removedAt === undefined) delete marked.removedAt
  else marked.removedAt = removedAt
  return marked
}

/**
 * A list whose rows can all be used. One unusable row makes the whole list damaged: its article
 * is then found again among the files.
 * @throws LIBRARY_DAMAGED, LIBRARY_TOO_NEW
 */
export function acceptList(value: unknown): LibraryList {
  if (!isObject(value) || !isCount(value.schema) || value.schema < 1) throw damaged()
  if (value.schema > SCHEMA) {
    throw new AppError('LIBRARY_TOO_NEW', { found: value.schema, supported: SCHEMA })
  }
  const rows = value.articles
  if (!Array.isArray(rows) || !rows.every(isRecord)) throw damaged()
  if (new Set(rows.map((row) => row.id)).size < rows.length) throw damaged()
  const starter = acceptStarter(value.starter)
  return {
    schema: SCHEMA,
    articles: rows,
    settings: settingsFrom(isObject(value.settings) ? value.settings : {}),
    ...(starter && { starter }),
  }
}

/** What cannot be read is as if nobody had decided yet. */
function acceptStarter(value: unknown): StarterState | undefined {
  if (!isObject(value) || typeof value.declined !== 'boolean') return undefined
  const { declined, versions } = value
  if (!isObject(versions)) return undefined
  const known = Object.entries(versions).filter((entry): entry is [string, string] =>
    isString(entry[1]),
  )
  return { declined, versions: Object.fromEntries(known) }
}

function isRecord(value: unknown): value is ArticleRecord {
  return (
    isObject(value) &&
    typeof value.id === 'string' &&
    isArticleId(value.id) &&
    [value.title, value.language, value.fileName, value.sha256, value.addedAt].every(isString) &&
    isCount(value.characters) &&
    isCount(value.passages) &&
    (value.removedAt === undefined || isString(value.removedAt))
  )
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isString(value: unknown): value is string {
  return typeof value === 'string'
}

export function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0
}

export function oneOf<Known extends string>(
  value: unknown,
  known: readonly Known[],
): Known | undefined {
  return known.find((candidate) => candidate === value)
}

function damaged(): AppError {
  return new AppError('LIBRARY_DAMAGED', {
    file: LIST_FILE,
    reason: 'NOT_A_LIST',
  })
}
