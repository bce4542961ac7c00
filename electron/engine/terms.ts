/**
 * Text to the terms of the lexical lane: Han runs as characters, overlapping pairs and longer
 * words; scripts written without spaces as pairs; everything else as folded words, English plurals
 * as their singulars. Numbers are one spelling, and one that carries a sign or names a part of a
 * statute is a term with it and without.
 *
 *   "不良贷款率 App2" → 不 良 贷 款 率 | 不良 良贷 贷款 款率 | 不良贷款率 | app2
 *   "第七十条 百分之二十" → 第 70 条 第70条 | 20% 20
 *
 * Pairs stand in for words of two characters, so that a word cut differently in question and text
 * still meets in its pairs, and nothing counts twice. Single characters carry questions of one
 * character and half-remembered names.
 */
import { fold } from './fold'
import { contentWeight } from './function-words'
import { normaliseNumerals } from './numerals'
import type { Segmenter } from './ports'

/** Raise when the same text may give other terms. */
export const TERMS_RULES = 4

const runs =
  /(\p{Script=Han}+)|(\d+(?:\.\d+)?%|\d+\.\d+)|((?:(?!\p{Script=Han}|(?<!\d)\d{1,9}(?:\.\d{1,9})?%)[\p{L}\p{N}\p{M}])+)/gu
const numberedParts = /第\d+[条章节款项编期]/g
const spaceless =
  /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** Terms in reading order, repeated as often as they occur. */
export function termsOf(text: string, segmenter: Segmenter): readonly string[] {
  const terms: string[] = []
  const folded = normaliseNumerals(fold(text))
  for (const [part] of folded.matchAll(numberedParts)) terms.push(part)
  for (const [run, han, number] of folded.matchAll(runs)) {
    if (han !== undefined) {
      const characters = Array.from(han)
      terms.push(...characters)
      pushPairs(characters, terms)
      for (const word of segmenter.words(han)) if (word.length > 2) terms.push(word)
    } else if (number !== undefined) {
      terms.push(number)
      if (number.endsWith('%')) terms.push(number.slice(0, -1))
    } else if (spaceless.test(run)) {
      const characters = Array.from(run)
      if (characters.length === 1) terms.push(run)
      pushPairs(characters, terms)
    } else terms.push(singular(run))
  }
  return terms
}

/**
 * Harman's S-stemmer (How Effective Is Suffixing?, 1991): plurals only. Longer suffixes are left
 * alone: they confuse more than they join, and other languages share these letters.
 */
function singular(word: string): string {
  // 'does' and 'this' are no plurals, and count as the function words they are.
  if (contentWeight(word) < 1) return word
  if (!/^[a-z]{4,}$/.test(word)) return word
  if (word.endsWith('ies') && !/[ae]ies$/.test(word)) return `${word.slice(0, -3)}y`
  if (word.endsWith('es') && !/[aeo]es$/.test(word)) return word.slice(0, -1)
  return word.endsWith('s') && !/[us]s$/.test(word) ? word.slice(0, -1) : word
}

function pushPairs(characters: readonly string[], terms: string[]): void {
  for (let place = 1; place < characters.length; place++) {
    terms.push(`${characters[place - 1] ?? ''}${characters[place] ?? ''}`)
  }
}
