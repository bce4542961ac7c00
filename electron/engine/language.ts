/** Tells a text's language by its script, for sources that do not say it themselves. */

/** Enough to tell; a whole novel would say the same. UTF-16 units. */
const SAMPLE = 100_000

/** One sign of these scripts says about as much as three letters of an alphabet. */
const SYLLABIC_WEIGHT = 3

/** Chinese quotes a little kana; Japanese cannot do without it. */
const KANA_SHARE = 0.1

const SCRIPTS = [
  ['ko', /\p{Script=Hangul}/u, SYLLABIC_WEIGHT],
  ['ru', /\p{Script=Cyrillic}/u, 1],
  ['ar', /\p{Script=Arabic}/u, 1],
  ['th', /\p{Script=Thai}/u, 1],
  ['el', /\p{Script=Greek}/u, 1],
  ['he', /\p{Script=Hebrew}/u, 1],
  ['hi', /\p{Script=Devanagari}/u, 1],
  ['en', /\p{Script=Latin}/u, 1],
] as const

const HAN = /\p{Script=Han}/u
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u

/**
 * ISO 639-1 of the script that says most in `text`; 'en' for Latin letters and for no letters at
 * all. A script shared by several languages gives its most spoken one.
 */
export function languageOfText(text: string): string {
  const weights = new Map<string, number>()
  const add = (language: string, weight: number) =>
    weights.set(language, (weights.get(language) ?? 0) + weight)
  let han = 0
  let kana = 0
  for (const char of text.slice(0, SAMPLE)) {
    if (HAN.test(char)) han += 1
    else if (KANA.test(char)) kana += 1
    else {
      const script = SCRIPTS.find(([, pattern]) => pattern.test(char))
      if (script) add(script[0], script[2])
    }
  }
  if (han + kana > 0) {
    add(kana >= KANA_SHARE * (han + kana) ? 'ja' : 'zh', (han + kana) * SYLLABIC_WEIGHT)
  }
  const [first = ['en', 0]] = [...weights].sort(([, a], [, b]) => b - a)
  return first[0]
}
