/**
 * Numbers written differently become one spelling, in Arabic figures: inside the lexical index
 * only, never in the text.
 *
 *   2,000 · 两千 · 二千 · 2千 → 2000      1.5万 · 1万5千 → 15000      二〇二五年 → 2025年
 *   百分之二十 → 20%   万分之三点五 → 0.035%   第七十条 → 第70条   三个月 → 3个月
 *
 * A Han numeral is read as a number where it can hardly be anything else: it has a digit with a
 * unit (两千), or stands in an ordinal of a text's parts (第三条), or before a measure word (三个月).
 * 一般, 万一, 第三方, 两三千 and 三五天 stay as they are. Two numbers that stand together stay two:
 * 借3万一年还 → 30000 1年, 三千一个月 → 3000 1个月.
 */

const digits = new Map(
  Array.from('零〇一二两三四五六七八九', (sign, place) => [sign, digitAt(place)]),
)
const units = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1_000],
  ['万', 10_000],
  ['亿', 100_000_000],
])
const digit = '[零〇一二两三四五六七八九]'
const numeral = '[零〇一二两三四五六七八九十百千万亿]'
const share = `(\\d+(?:\\.\\d+)?|${numeral}+(?:点${digit}+)?)`

const separators = /(?<=\d),(?=\d{3}(?:,|\D|$))/g
const shares = new RegExp(`(?<!\\d|${numeral})(百|千|万)分之${share}`, 'g')
const decimals = new RegExp(`(?<!${numeral})${numeral}+点${digit}+(?=[万亿倍])`, 'g')
const ordinals = new RegExp(`第(${numeral}+)(?=[条章节款项编期次年名天页])`, 'g')
const measured = new RegExp(
  `(?<!${numeral}|第)(${numeral}+)(?=[年月日天周期次元块岁条人倍成折]|个(?!人|别|性|体)|小时|分钟|多[元块万])`,
  'g',
)
/** 三千一 and 三千五: before 元 and 块 the last digit counts hundreds, before 个月 it counts months. */
const spokenShort = /^(.*[百千万亿])([一二两三四五六七八九])$/
const withUnits = new RegExp(`(?<!${numeral})${numeral}{2,}(?!\\d|${numeral})`, 'g')
const amount = /(\d+(?:\.\d+)?|[一二两三四五六七八九])([百千万亿]+)/g
const amounts = new RegExp(`(?<![\\d.]|${numeral})(?:${amount.source})+(?![\\d分十百千万亿])`, 'g')

/** `text` is folded already. */
export function normaliseNumerals(text: string): string {
  return text
    .replace(separators, '')
    .replace(shares, (whole, of: string, count: string) => {
      const value = readDecimal(count)
      return value === undefined ? whole : `${shown((value * 100) / (units.get(of) ?? 100))}%`
    })
    .replace(decimals, (whole) => prefixed('', readDecimal(whole)) ?? whole)
    .replace(amounts, (whole) => {
      const value = /\d/.test(whole) ? sumOf(whole) : undefined
      return value !== undefined && Number.isSafeInteger(Math.round(value)) ? shown(value) : whole
    })
    .replace(ordinals, (whole, count: string) => prefixed('第', readNumeral(count)) ?? whole)
    .replace(measured, (whole, count: string, at: number, all: string) => {
      const isMoney = /[元块]/.test(all.charAt(at + whole.length))
      const [, high, low] = (!isMoney && spokenShort.exec(count)) || []
      const parts = high !== undefined && low !== undefined ? [high, low] : [count]
      const values = parts.map((part) => prefixed('', readNumeral(part)))
      return values.includes(undefined) ? whole : apart(values.join(' '), at, all)
    })
    .replace(withUnits, (whole, at: number, all: string) => {
      const year = /^[零〇一二三四五六七八九]{4}$/.test(whole) && /[零〇]/.test(whole)
      const counted = /[一二两三四五六七八九][十百千万亿]|^十[一二三四五六七八九]$/.test(whole)
      const figures = year || counted ? prefixed('', readNumeral(whole)) : undefined
      return figures === undefined ? whole : apart(figures, at, all)
    })
}

function digitAt(place: number): number {
  return [0, 0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9][place] ?? 0
}

function prefixed(prefix: string, value: number | undefined): string | undefined {
  return value === undefined ? undefined : prefix + shown(value)
}

/** Figures right behind others would become one number with them. */
function apart(figures: string, at: number, all: string): string {
  return /\d/.test(all.charAt(at - 1)) ? ` ${figures}` : figures
}

/** 3万5千 → 35000; `undefined` where a greater unit follows a smaller one (5千8百万). */
function sumOf(amounts: string): number | undefined {
  let sum = 0
  let last = Infinity
  for (const [, count = '', unit = ''] of amounts.matchAll(amount)) {
    const factor = Array.from(unit, (sign) => units.get(sign) ?? 1).reduce((a, b) => a * b, 1)
    if (factor >= last) return undefined
    sum += (/\d/.test(count) ? Number(count) : (digits.get(count) ?? 0)) * factor
    last = factor
  }
  return sum
}

/** No float noise: 0.05 and not 0.05000000000000001. */
function shown(value: number): string {
  return String(Number(value.toFixed(6)))
}

/** 三点五 → 3.5, beside what {@link readNumeral} reads and what is written in figures. */
function readDecimal(text: string): number | undefined {
  if (/\d/.test(text)) return Number(text)
  const [whole = '', places = ''] = text.split('点')
  const value = readNumeral(whole)
  const fraction = Array.from(places, (sign) => digits.get(sign)).join('')
  return value === undefined ? undefined : Number(`${String(value)}.${fraction}`)
}

/**
 * 两千零五 → 2005, 一千五 → 1500, 二〇二五 → 2025; `undefined` for what is no single number
 * (两三千, 三五, 千万, 十百).
 */
export function readNumeral(text: string): number | undefined {
  if (/^(?=.*[零〇]|.{3})[零〇一二三四五六七八九]{2,}$/.test(text)) {
    return Number(Array.from(text, (sign) => digits.get(sign)).join(''))
  }
  let total = 0
  let section = 0
  let digit: number | undefined
  let lastUnit = 0
  for (const sign of text) {
    const value = digits.get(sign)
    if (value !== undefined) {
      if (digit !== undefined && digit !== 0) return undefined
      digit = value
      if (value === 0) lastUnit = 0
      continue
    }
    const unit = units.get(sign) ?? 1
    if (unit >= 10_000) {
      section += digit ?? 0
      if (section === 0 && total === 0) return undefined
      total = unit > 10_000 ? (total + section) * unit : total + section * unit
      section = 0
    } else {
      if (digit === undefined && !(unit === 10 && section === 0)) return undefined
      if (lastUnit !== 0 && lastUnit <= unit) return undefined
      section += (digit ?? 1) * unit
    }
    lastUnit = unit
    digit = undefined
  }
  // A last digit straight after 百, 千 or 万 counts the next lower unit: 一千五 is 1,500.
  const spoken = digit !== undefined && lastUnit >= 100 ? lastUnit / 10 : 1
  return total + section + (digit ?? 0) * spoken
}
