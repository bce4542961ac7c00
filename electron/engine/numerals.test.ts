import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normaliseNumerals, readNumeral } from './numerals'

describe('normaliseNumerals', () => {
  it.each([
    ['欠2,000元', '欠2000元'],
    ['欠两千元', '欠2000元'],
    ['欠二千元', '欠2000元'],
    ['欠2千元', '欠2000元'],
    ['借了1.5万', '借了15000'],
    ['借了两万三', '借了23000'],
    ['一千五百元', '1500元'],
    ['一千五', '1500'],
    ['百分之二十', '20%'],
    ['百分之二十四', '24%'],
    ['百分之15.4', '15.4%'],
    ['日利率万分之五', '日利率0.05%'],
    ['第七十条', '第70条'],
    ['第三条', '第3条'],
    ['第一千二百六十条', '第1260条'],
    ['二〇二五年', '2025年'],
    ['逾期三个月', '逾期3个月'],
    ['十天内', '10天内'],
    ['十五日', '15日'],
    ['1,234,567', '1234567'],
    ['一亿两千万', '120000000'],
    ['百分之一点五', '1.5%'],
    ['百分之十二点五', '12.5%'],
    ['日利率万分之三点五', '日利率0.035%'],
    ['百分之零点零五', '0.05%'],
    ['一点五万', '15000'],
    ['3万5千', '35000'],
    ['12万五千', '125000'],
    ['一万5千', '15000'],
    ['1.2亿', '120000000'],
    ['1亿2千万', '120000000'],
    ['借3万一年还清', '借30000 1年还清'],
    ['工资三千一个月', '工资3000 1个月'],
    ['花了三千五块', '花了3500块'],
  ])('%s → %s', (written, expected) => {
    expect(normaliseNumerals(written)).toBe(expected)
  })

  it.each([
    '一般',
    '万一',
    '第三方',
    '两三千',
    '千万别签',
    '十分',
    '一样',
    '四个人',
    '1,23',
    '三方协议',
    '三五天',
    '四五个月',
    '10万分之一',
    '十万分之',
    '一下',
    '一起',
    '第一',
    '三七二十一',
    '5千8百万',
    '一点一点还',
  ])('leaves %s', (text) => {
    expect(normaliseNumerals(text)).toBe(text)
  })

  it('gives the same for a number whichever way it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 11, max: 99_999_999 }), (value) => {
        const grouped = value.toLocaleString('en-US')
        expect(normaliseNumerals(`${grouped}元`)).toBe(`${String(value)}元`)
        expect(readNumeral(inHan(value))).toBe(value)
      }),
    )
  })
})

/** The formal spelling, 0 to 99,999,999. */
function inHan(value: number): string {
  const signs = '零一二三四五六七八九'
  const below10000 = (part: number) => {
    let text = ''
    for (const [unit, name] of [
      [1000, '千'],
      [100, '百'],
      [10, '十'],
      [1, ''],
    ] as const) {
      const digit = Math.floor(part / unit) % 10
      if (digit > 0) text += signs.charAt(digit) + name
      else if (text !== '' && !text.endsWith('零') && part % unit > 0) text += '零'
    }
    return text
  }
  const high = Math.floor(value / 10_000)
  const low = value % 10_000
  const gap = high > 0 && low > 0 && low < 1000 ? '零' : ''
  return (high > 0 ? `${below10000(high)}万` : '') + gap + below10000(low)
}
