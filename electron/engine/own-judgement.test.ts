import { describe, expect, it } from 'vitest'
import type { AnswerKind, AnswerSentence, Hit } from '../contract/entities'
import type { OwnQuestionNow } from '../contract/own-questions'
import { figuresOf, judge, unjudged, type GivenAnswer } from './own-judgement'

const PLACE = {
  articleId: 'a',
  title: 'A',
  start: 100,
  end: 200,
  text: 'x'.repeat(100),
  state: 'stands',
  sectionPath: [],
  paragraph: 1,
} as const

const own = (change: Partial<OwnQuestionNow> = {}): OwnQuestionNow => ({
  id: '0',
  question: 'q',
  right: [PLACE],
  addedAt: '2026-01-01T00:00:00Z',
  stale: false,
  ...change,
})

const hit = (articleId: string, start: number, rank: number): Hit => ({
  passageId: `${articleId}#${String(start)}`,
  articleId,
  title: articleId.toUpperCase(),
  sectionPath: ['s'],
  paragraph: 1,
  start,
  end: start + 100,
  score: 1,
  rank,
  text: '',
})

const leadAt = (articleId: string, start: number): AnswerSentence => ({
  text: 'x',
  role: 'lead',
  citation: {
    articleId,
    title: 'A',
    sectionPath: [],
    paragraph: 1,
    start,
    end: start + 10,
    source: 's',
    facts: [],
  },
})

const given = (kind: AnswerKind, change: Partial<GivenAnswer> = {}): GivenAnswer => ({
  kind,
  lead: undefined,
  hits: [],
  byMeaning: [],
  byWords: [],
  ...change,
})

describe('a question with a right place', () => {
  it('is right when the lead stands in it, wherever its passage is ranked', () => {
    const hits = [hit('b', 0, 1), hit('a', 150, 2)]
    const outcome = judge(own(), given('found', { lead: leadAt('a', 195), hits }))
    expect(outcome).toMatchObject({ verdict: 'right', answerable: true, rank: 2 })
    expect(outcome.hits).toHaveLength(2)
  })

  it('counts neither a neighbour that only touches it nor the same span of another article', () => {
    const hits = [hit('a', 200, 1), hit('a', 0, 2), hit('b', 100, 3)]
    const outcome = judge(own(), given('found', { lead: leadAt('a', 200), hits }))
    expect(outcome).toMatchObject({ verdict: 'lead-elsewhere' })
    expect(outcome).not.toHaveProperty('rank')
  })

  it('is missed or unsure when nothing is claimed, by whether it is among the hits', () => {
    const byWords = [hit('b', 0, 1), hit('b', 0, 2), hit('a', 120, 3)]
    expect(judge(own(), given('none', { byWords }))).toMatchObject({
      verdict: 'missed',
      byWords: 3,
    })
    expect(judge(own(), given('related', { hits: [hit('a', 100, 1)] }))).toMatchObject({
      verdict: 'unsure',
      rank: 1,
    })
  })

  it('is judged by the places that stand', () => {
    const gone = { ...PLACE, articleId: 'b', state: 'gone' } as const
    const answer = given('found', { lead: leadAt('b', 120), hits: [hit('b', 100, 1)] })
    expect(judge(own({ right: [gone, PLACE] }), answer).verdict).toBe('lead-elsewhere')
  })
})

it('without a right place, only refusing is right', () => {
  const nowhere = own({ right: [] })
  const lead = leadAt('a', 100)
  expect(judge(nowhere, given('related', { lead }))).toMatchObject({
    verdict: 'right',
    answerable: false,
  })
  expect(judge(nowhere, given('found', { lead })).verdict).toBe('claimed')
})

it('figures count what was judged, and shares are of the answerable', () => {
  const found = (at: number) => {
    const others = Array.from({ length: at - 1 }, (_, place) => hit('b', 0, place + 1))
    return given('found', { lead: leadAt('a', 100), hits: [...others, hit('a', 100, at)] })
  }
  const figures = figuresOf([
    judge(own(), found(1)),
    judge(own(), found(4)),
    judge(own(), given('none')),
    judge(own(), given('found', { lead: leadAt('b', 0) })),
    judge(own({ right: [] }), given('none')),
    judge(own({ right: [] }), found(1)),
    unjudged(own({ stale: true })),
  ])
  expect(figures).toEqual({
    answerable: 4,
    unanswerable: 2,
    stale: 1,
    'hit@1': 0.25,
    'hit@3': 0.25,
    'hit@10': 0.5,
    'mrr@10': 1.25 / 4,
    leadRight: 2,
    leadElsewhere: 1,
    refusedWrongly: 1,
    refusedRightly: 1,
    claimedWrongly: 1,
  })
  expect(figuresOf([])).toMatchObject({ answerable: 0, 'hit@1': 0, 'mrr@10': 0 })
})
