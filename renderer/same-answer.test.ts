import { expect, test } from 'vitest'
import type { Answer } from '../electron/contract/entities'
import { isSameAnswer } from './same-answer'

const hit = {
  passageId: 'a#0',
  articleId: 'a',
  title: 'Late payments',
  sectionPath: [],
  paragraph: 1,
  score: 1,
  rank: 1,
  text: 'Visits are rare.',
  start: 0,
  end: 16,
}
const answer: Answer = {
  kind: 'related',
  sentences: [],
  hits: [hit],
  topics: [],
  lanes: ['meaning', 'words'],
  pending: 0,
  took_ms: 3,
}

test('two answers are the same whatever time and score, and however much is explained', () => {
  const explained = { ...answer, took_ms: 9, sureness: { value: 0.4, found: 0.6, related: 0.2 } }
  expect(isSameAnswer(answer, explained)).toBe(true)
  expect(isSameAnswer(answer, { ...explained, hits: [{ ...hit, score: 1.01 }] })).toBe(true)
})

test('they are not when the kind, a passage or its text is another', () => {
  expect(isSameAnswer(answer, { ...answer, kind: 'none' })).toBe(false)
  expect(isSameAnswer(answer, { ...answer, hits: [{ ...hit, passageId: 'b#0' }] })).toBe(false)
  expect(isSameAnswer(answer, { ...answer, hits: [{ ...hit, text: 'Visits?' }] })).toBe(false)
})
