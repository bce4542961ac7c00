/** Limits of what may be asked and added: they stand here once, for every door and the window. */

/** Long worried stories fit; a pasted book does not. UTF-16 units. */
export const QUESTION_LIMIT = 10_000
/** A plain-text book of 10 million Han characters is about 30 MB. */
export const FILE_LIMIT = 32 * 1024 * 1024
export const TOP_LIMIT = 100
export const TOP_DEFAULT = 10

/** Questions kept in the history; the oldest are dropped. */
export const HISTORY_LIMIT = 1_000
/** Questions of the user's own, to measure by. */
export const OWN_LIMIT = 1_000
/** Places that answer one of them. */
export const RIGHT_LIMIT = 20
