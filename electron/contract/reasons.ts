/**
 * Why a file or folder could not be used, as far as there are words for it. An error's or repair's
 * `reason` is one of these, the system's own message with its code first ('EACCES: …'), or any
 * other text, which is shown as it is.
 */
export const reasonCodes = [
  'FOLDER_GONE',
  'FILE_EMPTY',
  'FILE_MISSING',
  'FILE_CHANGED',
  'NOT_JSON',
  'OTHER_ARTICLE',
  'NOT_A_LIST',
  'NOT_ALL_LISTED',
  'SET_FULL',
  'EACCES',
  'EPERM',
  'EISDIR',
  'ENOTDIR',
  'ELOOP',
  'EMFILE',
  'ENAMETOOLONG',
  'EIO',
  'EROFS',
  'EBUSY',
] as const

export type ReasonCode = (typeof reasonCodes)[number]

/** The code that `reason` is or begins with; `undefined` for one without words. */
export function reasonCodeOf(reason: string): ReasonCode | undefined {
  const code = /^[A-Z_]+(?=:|$)/.exec(reason)?.[0]
  return reasonCodes.find((known) => known === code)
}
