import { expect, it } from 'vitest'
import {
  sampleOutcome as outcome,
  sampleReport as report,
  WHOLE,
} from '../electron/contract/suites/sample-report'
import { differing, lanesOf, withLanes } from './evaluation-settings'

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
    expect(lanesOf(withLanes(WHOLE, lanes))).toBe(lanes)
  }
})
