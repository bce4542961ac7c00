/** The questions that the user has marked, in `own-questions.json` beside the list of articles. */
import type { MarkedPlace, OwnQuestion } from '../contract/own-questions'
import { isCount, isObject, isString } from './library-list'
import { openListFile, type ListFileOptions, type OpenedList } from './list-file'

/** Opens the questions of the library in `folder`. */
export function openOwnQuestionsFile(
  folder: string,
  options: ListFileOptions,
): Promise<OpenedList<OwnQuestion>> {
  return openListFile(
    folder,
    {
      name: 'own-questions.json',
      schema: 1,
      field: 'questions',
      isItem: isQuestion,
      repair: 'own-questions-reset',
    },
    options,
  )
}

function isQuestion(value: unknown): value is OwnQuestion {
  return (
    isObject(value) &&
    isString(value.id) &&
    isString(value.question) &&
    isString(value.addedAt) &&
    Array.isArray(value.right) &&
    value.right.every(isPlace)
  )
}

function isPlace(value: unknown): value is MarkedPlace {
  return (
    isObject(value) &&
    isString(value.articleId) &&
    isString(value.title) &&
    isCount(value.start) &&
    isCount(value.end) &&
    isString(value.text) &&
    value.text !== ''
  )
}
