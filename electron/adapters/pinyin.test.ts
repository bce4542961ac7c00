import { expect, it } from 'vitest'
import { createFakeRomanizer } from '../engine/fake-romanizer'
import { createPinyin } from './pinyin'
import { romanizerSuite } from './suites/romanizer.suite'

romanizerSuite('pinyin', createPinyin)
romanizerSuite('the fake romanizer', () =>
  createFakeRomanizer({ cui: '催', shou: '收', shang: '上', men: '门', zheng: '征', xin: '信' }),
)

it('reads characters as the words around them want it', () => {
  const { syllables } = createPinyin()
  expect(syllables('银行').at(1)).toBe('hang')
  expect(syllables('执行').at(1)).toBe('xing')
  expect(syllables('还有').at(0)).toBe('hai')
  for (const word of ['还款', '提前还款', '还清', '还不上'])
    expect(syllables(word)).toContain('huan')
})

it("writes ü as 'v', keeps a character beyond the table in its place", () => {
  const { syllables, characters } = createPinyin()
  expect(syllables('法律')).toEqual(['fa', 'lv'])
  expect(characters('lv')).toContain('律')
  expect(syllables('催𠮷收')).toHaveLength(3)
})

it('finds a character under each of its readings', () => {
  const { characters } = createPinyin()
  expect(characters('hai')).toContain('还')
  expect(characters('huan')).toContain('还')
})
