import { describe, expect, test } from 'vitest'
import type { AnswerSentence, Hit, SentenceRole } from '../electron/contract/entities'
import { arrangeAnswer, marksOf, otherHits } from './arrange-answer'

function sentence(role: SentenceRole, start: number, articleId = 'a'): AnswerSentence {
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

function hit(start: number, end: number, articleId = 'a'): Hit {
  return {
    passageId: `${articleId}#${start}`,
    articleId,
    title: 'Late payments',
    sectionPath: [],
    paragraph: 1,
    score: 1,
    rank: 1,
    text: '',
    start,
    end,
  }
}

describe('arrangeAnswer', () => {
  test('numbers the claims from the lead on and leaves context without a number', () => {
    const lines = arrangeAnswer([
      sentence('support', 200),
      sentence('lead', 100),
      sentence('context', 80),
      sentence('step', 300),
    ])
    expect(lines.map(({ number, sentence: { text } }) => [number, text])).toEqual([
      [1, 'lead 100'],
      [2, 'support 200'],
      [3, 'step 300'],
    ])
  })

  test('puts a context sentence before the nearest sentence that follows it', () => {
    const lines = arrangeAnswer([
      sentence('lead', 100),
      sentence('support', 300),
      sentence('context', 280),
    ])
    expect(lines.map(({ context }) => context.map(({ text }) => text))).toEqual([
      [],
      ['context 280'],
    ])
  })

  test('puts a context sentence that nothing follows before the lead', () => {
    const lines = arrangeAnswer([sentence('lead', 100), sentence('context', 5, 'other')])
    expect(lines[0]?.context.map(({ text }) => text)).toEqual(['context 5'])
  })

  test('names the first line of the same section, which rests on the same facts', () => {
    const within = (line: AnswerSentence, heading: string, facts: readonly string[]) => ({
      ...line,
      citation: { ...line.citation, sectionPath: [heading], facts },
    })
    const lines = arrangeAnswer([
      within(sentence('support', 200), 'Visits', ['F1']),
      within(sentence('support', 300), 'Calls', ['F1']),
      within(sentence('lead', 100), 'Visits', ['F1']),
      within(sentence('support', 200, 'b'), 'Visits', ['F1']),
      within(sentence('support', 400), 'Visits', ['F2']),
      within(sentence('support', 500), 'Calls', ['F1']),
    ])
    expect(lines.map(({ sameSectionAs }) => sameSectionAs)).toEqual([
      undefined,
      1,
      undefined,
      undefined,
      undefined,
      3,
    ])
  })
})

test('otherHits leaves out the passages that the sentences come from, in their article only', () => {
  const hits = [hit(90, 150), hit(90, 150, 'b'), hit(105, 150)]
  expect(otherHits(hits, [sentence('lead', 100)])).toEqual([hits[1], hits[2]])
})

test('marksOf gives the spans of one article in reading order', () => {
  const sentences = [sentence('lead', 100), sentence('support', 20), sentence('support', 5, 'b')]
  expect(marksOf(sentences, 'a')).toEqual([
    { start: 20, end: 30 },
    { start: 100, end: 110 },
  ])
})
