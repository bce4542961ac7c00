import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanText, repairRadicals } from './clean-text'

describe('cleanText', () => {
  it('has one kind of line end', () => {
    expect(cleanText('a\r\nb\rc\u2028d\u2029e\u0085f\ng')).toBe('a\nb\nc\nd\ne\nf\ng')
  })

  it('repairs radical code points and nothing that looks alike', () => {
    expect(repairRadicals('⻚⻓⻋⻅⻉⻔⻛⻢⻥⻦⻩⻬⻝⻰⻆⺠⻘⻄⻁⺟⼾')).toBe(
      '页长车见贝门风马鱼鸟黄齐食龙角民青西虎母户',
    )
    expect(repairRadicals('⼈⽤⾦融⽣活⼀⽇')).toBe('人用金融生活一日')
    expect(repairRadicals('ＡＢＣ１２３①㈠ﬁ￥戶户')).toBe('ＡＢＣ１２３①㈠ﬁ￥戶户')
  })

  it('leaves every radical it knows as a Han character', () => {
    for (let code = 0x2f00; code <= 0x2fd5; code++) {
      expect(repairRadicals(String.fromCodePoint(code))).toMatch(/^[\u4E00-\u9FFF]$/)
    }
  })

  it('leaves out marks that only a typesetter sees, and keeps those that shape the writing', () => {
    expect(cleanText('\uFEFF逾\u200B期in\u00ADfor\u2060mation')).toBe('逾期information')
    expect(cleanText('👨\u200D👩 می\u200Cخواهم \u200F')).toBe('👨\u200D👩 می\u200Cخواهم \u200F')
  })

  it('changes nothing else', () => {
    const ordinary = fc
      .string({ unit: 'grapheme' })
      .filter((text) => !/[\r\u0085\u2028\u2029\u00AD\u200B\u2060\uFEFF\u2E80-\u2FD5]/.test(text))
    fc.assert(
      fc.property(ordinary, (text) => {
        expect(cleanText(text)).toBe(text)
      }),
    )
  })
})
