import { expect, test } from 'vitest'
import type { Hit } from '../electron/contract/entities'
import { sampleSentence as sentence } from '../electron/contract/suites/sample-sentence'
import { marksOf, otherHits, otherTopics } from './arrange-answer'

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

test('otherHits leaves out the passages that the sentences come from, in their article only', () => {
  const hits = [hit(90, 150), hit(90, 150, 'b'), hit(105, 150)]
  expect(otherHits(hits, [sentence('lead', 100)])).toEqual([hits[1], hits[2]])
})

test('otherTopics leaves out the sections that a hit stands in', () => {
  const topic = (articleId: string, ...sectionPath: readonly string[]) => ({
    articleId,
    title: 'Late payments',
    sectionPath,
    start: 0,
  })
  const elsewhere = [topic('a'), topic('a', 'Fees', 'Letters'), topic('b', 'Fees')]
  const hits = [{ ...hit(90, 150), sectionPath: ['Fees'] }]
  expect(otherTopics([topic('a', 'Fees'), ...elsewhere], hits)).toEqual(elsewhere)
})

test('marksOf gives the spans of one article in reading order', () => {
  const sentences = [sentence('lead', 100), sentence('support', 20), sentence('support', 5, 'b')]
  expect(marksOf(sentences, 'a')).toEqual([
    { start: 20, end: 30 },
    { start: 100, end: 110 },
  ])
})

test('marksOf says which words of a sentence answer, by their place in the article', () => {
  const answering = { ...sentence('lead', 100), highlight: [2, 5] as const }
  expect(marksOf([answering], 'a')).toEqual([
    { start: 100, end: 110, words: { start: 102, end: 105 } },
  ])
})
