/** What the reading pane is opened with. */
import { arrangeAnswer } from '../electron/contract/answer-order'
import type { Answer, Span } from '../electron/contract/entities'
import type { Reading } from './app-context'
import { marksOf } from './arrange-answer'

interface InArticle {
  readonly articleId: string
  readonly title: string
}

/** The article from `start` on, nothing marked. */
export function plainReading({ articleId, title }: InArticle, start = 0): Reading {
  return { articleId, title, marks: [], current: undefined, start }
}

/** One stretch of an article, marked. */
export function markedReading({ articleId, title, start, end }: InArticle & Span): Reading {
  return { articleId, title, marks: [{ start, end }], current: 0, start }
}

/** The source of the answer's sentence with this number, the others of its article marked too. */
export function citedReading({ sentences }: Answer, number: number): Reading | undefined {
  const line = arrangeAnswer(sentences).find((candidate) => candidate.number === number)
  if (!line) return undefined
  const { articleId, title, start } = line.sentence.citation
  const marks = marksOf(sentences, articleId)
  const current = marks.findIndex((mark) => mark.start === start)
  return { articleId, title, marks, current, start }
}
