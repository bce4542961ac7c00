import { describe, expect, it } from 'vitest'
import type { OwnReport } from '../own-questions'
import { sampleOutcome as outcome, sampleReport as report, WHOLE } from '../suites/sample-report'
import { figureRows, whyWords } from './evaluation-words'
import { wordingFor } from './wording'

const words = wordingFor('en').evaluate

describe('the rows of figures', () => {
  const valuesOf = (reports: readonly OwnReport[]) =>
    Object.fromEntries(figureRows(reports, words).map(({ name, values }) => [name, values]))

  it('give shares back as counts, and leave out what there was none of', () => {
    expect(valuesOf([report()])).toEqual({
      right: ['15 of 20'],
      first: ['17 of 20'],
      three: ['18 of 20'],
      ten: ['19 of 20'],
      mean: ['0.88'],
      silent: ['2 of 20'],
      took: ['1.2 s'],
    })
  })

  it('have one value a report', () => {
    const other = report({ unanswerable: 4, refusedRightly: 3, claimedWrongly: 1, stale: 2 })
    const rows = valuesOf([report(), other])
    expect(rows).toMatchObject({
      right: ['15 of 20', '18 of 24'],
      claimed: ['0 of 0', '1 of 4'],
      stale: ['0', '2'],
    })
  })

  it('say nothing of answers where no question has one', () => {
    const rows = valuesOf([report({ answerable: 0, leadRight: 0, unanswerable: 1 })])
    expect(Object.keys(rows)).toEqual(['right', 'claimed', 'took'])
  })
})

it('says where the right place stood in each lane that took part', () => {
  const missed = outcome({ verdict: 'missed', byWords: 14 })
  expect(whyWords(missed, WHOLE, words)).toBe(
    'Right passage: not among the first ten, by words place 14, not found by meaning.',
  )
  expect(whyWords(outcome({ rank: 2, byWords: 4 }), { ...WHOLE, meaning: false }, words)).toBe(
    'Right passage: place 2 in all, by words place 4.',
  )
  expect(whyWords(outcome({ answerable: false }), WHOLE, words)).toBe('')
  expect(whyWords(outcome({ verdict: 'stale' }), WHOLE, words)).toBe('')
})
