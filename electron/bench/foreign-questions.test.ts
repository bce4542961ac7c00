import { expect, it } from 'vitest'
import { isForTuning } from './example-sets'
import { foreignQuestions, type SetHead } from './foreign-questions'

const head = (name: string, language: string, count = 40): SetHead => ({
  name,
  language,
  questions: Array.from({ length: count }, (_, place) => ({
    id: `${name}-${String(place)}`,
    text: `question ${String(place)}`,
  })),
})

const sets = [head('wiki-zh', 'zh'), head('wiki-en', 'en'), head('faq', 'zh'), head('law', 'en')]

it('takes half in the language of the library and half in another', () => {
  const questions = foreignQuestions(head('shop', 'zh-Hant'), sets, 12)
  expect(questions.filter(({ isSameLanguage }) => isSameLanguage)).toHaveLength(6)
  expect(questions).toHaveLength(12)
})

it('asks no relative, whose text may be the same', () => {
  const questions = foreignQuestions(head('wiki-zh', 'zh'), sets, 200)
  expect(questions.some(({ id }) => id.startsWith('wiki'))).toBe(false)
  expect(questions.length).toBeGreaterThan(0)
})

it('asks only questions that nothing was tuned on, none of them empty', () => {
  const withEmpty: SetHead = {
    name: 'x',
    language: 'zh',
    questions: [...head('x', 'zh').questions, { id: 'blank', text: ' ' }],
  }
  const ids = foreignQuestions(head('shop', 'zh'), [withEmpty], 200).map(({ id }) => id)
  expect(ids.some((id) => isForTuning(id.slice(2)))).toBe(false)
  expect(ids).not.toContain('x/blank')
})

it('asks the same whatever the order of the sets', () => {
  const ask = (all: readonly SetHead[]) =>
    foreignQuestions(head('shop', 'zh'), all, 20).map(({ id }) => id)
  expect(ask(sets)).toEqual(ask(sets.toReversed()))
})

it('takes the language of a question before that of its set', () => {
  const crossing: SetHead = {
    name: 'cross',
    language: 'zh',
    questions: head('cross', 'zh').questions.map((question) => ({ ...question, language: 'en' })),
  }
  const questions = foreignQuestions(head('shop', 'zh'), [crossing], 8)
  expect(questions.every(({ isSameLanguage }) => !isSameLanguage)).toBe(true)
})
