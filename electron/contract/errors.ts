/**
 * One table of error codes. Every door (HTTP, command line, wording) maps it with a
 * `Record<ErrorCode, …>`, so a new code compiles only when every door knows it.
 * An expected lack is a value (`kind: 'none'`), not an error.
 */
import type { ErrorBody } from './entities'

export const errorCodes = [
  'EMPTY_QUESTION',
  'QUESTION_TOO_LONG',
  'INVALID_TEXT',
  'INVALID_REQUEST',
  'UNKNOWN_OPERATION',
  'ARTICLE_NOT_FOUND',
  'FILE_NOT_FOUND',
  'FILE_UNREADABLE',
  'FILE_TOO_LARGE',
  'EMPTY_FILE',
  'NOT_TEXT',
  'UNKNOWN_ENCODING',
  'UNSUPPORTED_FORMAT',
  'LIBRARY_IN_USE',
  'LIBRARY_UNWRITABLE',
  'LIBRARY_DAMAGED',
  'LIBRARY_TOO_NEW',
  'DISK_FULL',
  'MODEL_DAMAGED',
  'MODEL_UNSUPPORTED',
  'DATASET_INVALID',
  'ENGINE_STOPPED',
  'ENGINE_GIVEN_UP',
  'UNAUTHORIZED',
  'INTERNAL',
] as const

export type ErrorCode = (typeof errorCodes)[number]

export type ErrorDetails = Readonly<Record<string, string | number>>

/** The one error that crosses doors. `details` fill the placeholders of its sentence. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly details: ErrorDetails

  constructor(code: ErrorCode, details: ErrorDetails = {}, options?: { cause?: unknown }) {
    super(`${code} ${JSON.stringify(details)}`, options)
    this.name = 'AppError'
    this.code = code
    this.details = details
  }
}

/** Any thrown value as one that may cross a door: an unknown one becomes INTERNAL, its stack left behind. */
export function toAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown
  const reason = thrown instanceof Error ? thrown.message : String(thrown)
  return new AppError('INTERNAL', { reason }, { cause: thrown })
}

export function toErrorBody(thrown: unknown): ErrorBody {
  const { code, details } = toAppError(thrown)
  return { code, details }
}

/** An error body from the far side of a door as an error again; an unknown code becomes INTERNAL. */
export function fromErrorBody(body: ErrorBody): AppError {
  const code = errorCodes.find((known) => known === body.code)
  return code
    ? new AppError(code, body.details)
    : new AppError('INTERNAL', { reason: `unknown error code ${body.code}` })
}
