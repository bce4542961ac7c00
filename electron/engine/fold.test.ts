import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fold, simplify } from './fold'

it('folds case, width, compatibility forms and accents', () => {
  expect(fold('ＡＰＰ２')).toBe('app2')
  expect(fold('Crédit ÉLEVÉ')).toBe('credit eleve')
  expect(fold('ﬁne Ⅳ')).toBe('fine iv')
})

it('makes Traditional and simplified spellings one', () => {
  expect(fold('網貸逾期會上門催收嗎')).toBe(fold('网贷逾期会上门催收吗'))
  expect(fold('徵信報告')).toBe('征信报告')
})

it('leaves everyday simplified characters as they are, and folds what stands for them', () => {
  expect(simplify('为什么 著名 乾坤')).toBe('为什么 著名 乾坤')
  expect(simplify('為什麼')).toBe('为什么')
})

it('leaves marks that carry meaning in other scripts', () => {
  expect(fold('がぎ')).toBe('がぎ')
  expect(fold('กำ')).toBe('กำ'.normalize('NFKC'))
})

it('keeps the length when it simplifies, and folding twice changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(simplify(text)).toHaveLength(text.length)
      expect(simplify(simplify(text))).toBe(simplify(text))
    }),
  )
})
