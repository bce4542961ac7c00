import { expect, it } from 'vitest'
import { compareResults } from './compare-results'
import { packBits } from './outcome-bits'
import type { Baseline, SetResult } from './set-result'

const firsts = (right: number, questions: number) =>
  packBits(Array.from({ length: questions }, (_, place) => place < right))

const set = (name: string, bits: SetResult['bits'], own = 'same', foreign = 'same') => ({
  name,
  digests: { own, foreign },
  bits,
})

const compare = (before: Baseline['sets'], after: readonly ReturnType<typeof set>[]) =>
  compareResults({ version: 1, sets: before }, after)

it('names what fell beyond chance and what rose, and no more', () => {
  const { changes } = compare(
    [set('a', { 'hit@1': firsts(90, 100), sentence: firsts(50, 100), claimed: firsts(80, 100) })],
    [set('a', { 'hit@1': firsts(70, 100), sentence: firsts(65, 100), claimed: firsts(79, 100) })],
  )
  expect(changes.map(({ measure, verdict }) => [measure, verdict])).toEqual([
    ['hit@1', 'fell'],
    ['sentence', 'rose'],
    ['claimed', 'noise'],
  ])
})

it('compares a quick run with the same questions of a whole one', () => {
  const { changes } = compare(
    [set('a', { 'hit@1': firsts(100, 300) })],
    [set('a', { 'hit@1': firsts(100, 100) })],
  )
  expect(changes).toMatchObject([{ questions: 100, by: 0, verdict: 'noise' }])
})

it('does not compare other questions, nor a set that is new', () => {
  const { changes, incomparable } = compare(
    [set('a', { 'hit@1': firsts(1, 2) }, 'then')],
    [set('a', { 'hit@1': firsts(0, 2) }, 'now'), set('b', { 'hit@1': firsts(0, 2) })],
  )
  expect(changes).toEqual([])
  expect(incomparable).toEqual(['a', 'b'])
})

it('leaves foreign questions out where others were asked', () => {
  const bits = { 'foreign refused': firsts(1, 2) }
  const { changes } = compare([set('a', bits, 'same', 'then')], [set('a', bits, 'same', 'now')])
  expect(changes).toEqual([])
})
