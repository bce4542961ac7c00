import { arrangeAnswer } from '../electron/contract/answer-order'
import type { Answer } from '../electron/contract/entities'
import type { Reading } from './app-context'
import { marksOf } from './arrange-answer'

/** The source of the answer's sentence with this number, the others of its article marked too. */
export function citedReading({ sentences }: Answer, number: number): Reading | undefined {
  const line = arrangeAnswer(sentences).find((candidate) => candidate.number === number)
  if (!line) return undefined
  const { articleId, title, start } = line.sentence.citation
  const marks = marksOf(sentences, articleId)
  const current = marks.findIndex((mark) => mark.start === start)
  return { articleId, title, marks, current, start }
}
