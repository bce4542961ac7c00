/** Where a marked place stands in an article that may have changed since. */
import type { Article } from '../contract/entities'
import type { MarkedPlace, OwnQuestion, OwnQuestionNow, PlaceNow } from '../contract/own-questions'
import { placeOf } from './cite'

export type ArticleOf = (id: string) => Article | undefined

/**
 * Words that still stand where they were marked, or at just one other place, are the place.
 * Words that stand twice elsewhere are not: which of them was meant is not known.
 */
export function placeNow(marked: MarkedPlace, articleOf: ArticleOf): PlaceNow {
  const article = articleOf(marked.articleId)
  if (!article) return { ...marked, state: 'gone', sectionPath: [], paragraph: 1 }
  const start = standsAt(article.text, marked)
  if (start === undefined) return { ...marked, state: 'changed', sectionPath: [], paragraph: 1 }
  const place = placeOf(article, start)
  return {
    ...marked,
    title: article.title,
    start,
    end: start + marked.text.length,
    state: 'stands',
    sectionPath: place?.section.path ?? [],
    paragraph: place?.paragraph.number ?? 1,
  }
}

function standsAt(text: string, marked: MarkedPlace): number | undefined {
  if (text.startsWith(marked.text, marked.start)) return marked.start
  const first = text.indexOf(marked.text)
  return first >= 0 && first === text.lastIndexOf(marked.text) ? first : undefined
}

/**
 * A question with its places as they stand. It is stale when a place has changed, for a hit there
 * would count as wrong, or when no place is left of those it had.
 */
export function questionNow(question: OwnQuestion, articleOf: ArticleOf): OwnQuestionNow {
  const right = question.right.map((marked) => placeNow(marked, articleOf))
  const stale =
    right.some(({ state }) => state === 'changed') ||
    (right.length > 0 && right.every(({ state }) => state === 'gone'))
  return { ...question, right, stale }
}
