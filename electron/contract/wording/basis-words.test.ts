import { expect, it } from 'vitest'
import type { Fact, FactBasis } from '../entities'
import { basisWords, firstStatute } from './basis-words'

const code: FactBasis = {
  statute: { zh: '《民法典》', en: 'Civil Code' },
  articles: { zh: '第577条', en: 'Art. 577' },
  version: '2021-01-01',
}

const resting = (basis: readonly FactBasis[], change: Partial<Fact> = {}): Fact => ({
  id: 'F1',
  statement: { zh: '欠款要还。', en: 'A debt is to be paid.' },
  basis,
  lawAsOf: '2025-04-19',
  firstHand: true,
  superseded: false,
  ...change,
})

it('names statute, articles and version in the language of the window', () => {
  expect(basisWords(resting([code]), 'zh')).toEqual([
    { statute: '《民法典》第577条（2021-01-01 文本）', notes: [] },
  ])
  expect(basisWords(resting([code]), 'en')).toEqual([
    { statute: 'Civil Code, Art. 577 (text of 2021-01-01)', notes: [] },
  ])
  expect(firstStatute([resting([code])], 'zh')).toEqual({ statute: '《民法典》第577条', notes: [] })
})

it('says of an unread text how it is known, in its own words or in general ones', () => {
  const via = { zh: '据新闻转引，未读到原文', en: 'as quoted in the press; original not read' }
  const heard = resting([{ ...code, via }, code], { firstHand: false })
  expect(basisWords(heard, 'zh').map(({ notes }) => notes)).toEqual([
    ['据新闻转引，未读到原文'],
    ['未读到原文，转引'],
  ])
  expect(firstStatute([heard], 'en')).toEqual({
    statute: 'Civil Code, Art. 577',
    notes: ['original not read, quoted elsewhere'],
  })
})

it('says of each replaced text that it has been replaced, and of no other', () => {
  const mixed = resting([code, { ...code, superseded: true }], { superseded: true })
  const [current, old] = basisWords(mixed, 'zh')
  expect(current?.notes).toEqual([])
  expect(old?.notes).toHaveLength(1)
  expect(old?.notes[0]).toContain('替换')
})

it('gives no date where the register has none, and a year where it has only that', () => {
  const of = (version: string) => basisWords(resting([{ ...code, version }]), 'en')[0]?.statute
  expect(of('未注明 / not stated')).toBe('Civil Code, Art. 577 (date of the text not known)')
  expect(of('2017年修正')).toBe('Civil Code, Art. 577 (text of 2017)')
})

it('has no first statute without facts', () => {
  expect(firstStatute([], 'zh')).toBeUndefined()
})
