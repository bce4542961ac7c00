/** Error codes as HTTP statuses. The body is the envelope all the same: the status is for those who look no further. */
import type { ErrorCode } from '../contract/errors'

export const errorStatus: Record<ErrorCode, number> = {
  EMPTY_QUESTION: 400,
  QUESTION_TOO_LONG: 413,
  INVALID_TEXT: 400,
  INVALID_REQUEST: 400,
  UNKNOWN_OPERATION: 404,
  ARTICLE_NOT_FOUND: 404,
  FILE_NOT_FOUND: 404,
  FILE_UNREADABLE: 422,
  FILE_TOO_LARGE: 413,
  EMPTY_FILE: 422,
  NOT_TEXT: 415,
  UNKNOWN_ENCODING: 415,
  UNSUPPORTED_FORMAT: 415,
  LIBRARY_IN_USE: 409,
  LIBRARY_UNWRITABLE: 500,
  LIBRARY_DAMAGED: 500,
  LIBRARY_TOO_NEW: 500,
  DISK_FULL: 507,
  MODEL_DAMAGED: 500,
  DATASET_INVALID: 422,
  ENGINE_STOPPED: 503,
  ENGINE_GIVEN_UP: 503,
  UNAUTHORIZED: 401,
  INTERNAL: 500,
}
