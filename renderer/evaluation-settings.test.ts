import { expect, it } from 'vitest'
import type { OwnOutcome, OwnReport } from '../electron/contract/own-questions'
import { differing, lanesOf, withLanes } from './evaluation-settings'

const ALL = { meaning: true, words: true, finder: true }

const outcome = (change: Partial<OwnOutcome> = {}): OwnOutcome => ({
  id: '0',
  question: 'q',
  answerable: true,
  verdict: 'right',
  hits: [],
  ...change,
})

const report = (change: Partial<OwnReport> = {}): OwnReport => ({
  answerable: 20,
  unanswerable: 0,
  stale: 0,
  'hit@1': 17 / 20,
  'hit@3': 0.9,
  'hit@10': 0.95,
  'mrr@10': 0.876,
  leadRight: 15,
  leadElsewhere: 3,
  refusedWrongly: 2,
  refusedRightly: 0,
  claimedWrongly: 0,
  setting: ALL,
  used: ALL,
  stopped: false,
  outcomes: [],
  took_ms: 1234,
  ...change,
})

it('names the questions that came out otherwise, also by rank alone', () => {
  const first = report({
    outcomes: [outcome({ rank: 1 }), outcome({ id: '1', rank: 1 }), outcome({ id: '2', rank: 1 })],
  })
  const second = report({
    outcomes: [outcome({ rank: 1 }), outcome({ id: '1', rank: 3 })],
  })
  expect(differing(first, second).map(([{ id }, { rank }]) => [id, rank])).toEqual([['1', 3]])
})

it('turns lanes into a setting and back', () => {
  for (const lanes of ['both', 'words', 'meaning'] as const) {
    expect(lanesOf(withLanes(ALL, lanes))).toBe(lanes)
  }
})
