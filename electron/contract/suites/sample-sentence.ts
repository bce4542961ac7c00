/** Sentences of answers made up for tests. */
import type { AnswerSentence, SentenceRole } from '../entities'

/** Ten characters from `start` on, of an article without sections. */
export function sampleSentence(role: SentenceRole, start: number, articleId = 'a'): AnswerSentence {
  return {
    text: `${role} ${start}`,
    role,
    citation: {
      articleId,
      title: 'Late payments',
      sectionPath: [],
      paragraph: 1,
      start,
      end: start + 10,
      source: 'late.txt',
      facts: [],
    },
  }
}
