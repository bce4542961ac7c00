/** Which article an id, or the beginning of one, names on the command line. */
import type { ArticleSummary, Language } from '../contract/entities'
import { AppError } from '../contract/errors'
import { terminalWordingFor } from '../contract/wording/terminal'
import { fill } from '../contract/wording/wording'

/** Fewer characters name an article by chance. */
const SHORTEST_BEGINNING = 4

/**
 * The article with this id, else the only one whose id begins so.
 * @param word at least four characters of the id
 * @throws ARTICLE_NOT_FOUND; INVALID_REQUEST that names them when several begin so
 */
export function namedArticle(
  articles: readonly ArticleSummary[],
  word: string,
  language: Language,
): ArticleSummary {
  const present = articles.filter(({ state }) => state !== 'removed')
  const exact = present.find(({ id }) => id === word)
  if (exact) return exact
  const begun =
    word.length < SHORTEST_BEGINNING ? [] : present.filter(({ id }) => id.startsWith(word))
  const [only] = begun
  if (!only) throw new AppError('ARTICLE_NOT_FOUND', { id: word })
  if (begun.length === 1) return only
  const { ambiguous, match, separator } = terminalWordingFor(language)
  const matches = begun.map(({ id, title }) => fill(match, { id, title })).join(separator)
  const reason = fill(ambiguous, { id: word, count: begun.length, matches })
  throw new AppError('INVALID_REQUEST', { reason })
}
