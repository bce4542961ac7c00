/** Pinyin of Han characters by pinyin-pro, tones left out. */
import { customPinyin, pinyin } from 'pinyin-pro'
import type { Romanizer } from '../engine/ports'

const PLAIN = { toneType: 'none', type: 'array', v: true } as const
/** CJK Unified Ideographs: where folded text has nearly all of its Han characters. */
const FIRST = 0x4e00
const LAST = 0x9fff
/** Leaves out characters that have no reading, which come back as themselves, and sighs ('m', 'ng'). */
const SYLLABLE = /^[a-z]*[aeiouv][a-z]*$/

/** 还 is mostly read hái; these are words of debts, in which it is not. */
const repaying = [
  '还款',
  '还钱',
  '还清',
  '还债',
  '还贷',
  '还上',
  '还不上',
  '还一点',
  '替还',
  '要还',
]

/** The table of characters by syllable (about 0.2 s, 1 MB) is made when it is first asked for. */
export function createPinyin(): Romanizer {
  customPinyin(
    Object.fromEntries(
      repaying.map((word) => [
        word,
        Array.from(word, (character) => (character === '还' ? 'huán' : pinyin(character))).join(
          ' ',
        ),
      ]),
    ),
  )
  let bySyllable: ReadonlyMap<string, readonly string[]> | undefined
  return {
    syllables: (run) => pinyin(run, PLAIN),
    characters: (syllable) => (bySyllable ??= charactersBySyllable()).get(syllable) ?? [],
  }
}

function charactersBySyllable(): ReadonlyMap<string, readonly string[]> {
  const table = new Map<string, string[]>()
  for (let unit = FIRST; unit <= LAST; unit++) {
    const character = String.fromCharCode(unit)
    for (const syllable of new Set(pinyin(character, { ...PLAIN, multiple: true }))) {
      if (!SYLLABLE.test(syllable)) continue
      const alike = table.get(syllable)
      if (alike) alike.push(character)
      else table.set(syllable, [character])
    }
  }
  return table
}
