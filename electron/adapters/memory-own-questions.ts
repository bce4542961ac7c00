/** An OwnQuestionStore that forgets everything at the end: for tests. */
import type { OwnQuestion } from '../contract/own-questions'
import type { OwnQuestionStore } from '../engine/ports'

export function createMemoryOwnQuestions(): OwnQuestionStore {
  let kept: readonly OwnQuestion[] = []
  return {
    list: () => kept,
    async save(questions) {
      await Promise.resolve()
      kept = questions
    },
  }
}
