/**
 * The changes of canonical text that do not depend on the source's format: line ends, radical code
 * points and invisible layout marks. Nothing else is touched: no case, width or script is folded.
 */

/**
 * CJK Radicals Supplement with the character that each one shows, after Unicode's
 * EquivalentUnifiedIdeograph. Text copied out of PDF files has these instead of the characters.
 */
const SUPPLEMENT_RADICALS =
  '⺁⺂⺃⺄⺅⺆⺈⺉⺊⺋⺌⺍⺎⺏⺐⺒⺓⺔⺕⺖⺗⺘⺙⺛⺜⺝⺞⺟⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺫⺬⺭⺯⺰⺱⺲⺳⺴⺶⺹⺺⺻⺼⺾⺿⻀⻁⻂⻃⻄⻅⻆⻈⻉⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻟⻠⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳'
const SUPPLEMENT_CHARACTERS =
  '厂乛乚乙亻冂刀刂卜㔾小小兀尣尢巳幺彑彐忄心扌攵旡日月歺母民氵氺灬爫爫丬牛犭王目示礻糹纟罓罒㓁冗羊耂肀聿肉艹艹艹虎衤覀西见角讠贝车辶辶辶邑钅長镸长门阝雨青韦页风飞食飠饣马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟'

/** NFKC gives 戶 here, which simplified text does not use. */
const DOOR_RADICAL = '\u2F3E'

const radicals = new Map<string, string>([
  ...Array.from(SUPPLEMENT_RADICALS, (radical, index): [string, string] => [
    radical,
    SUPPLEMENT_CHARACTERS.charAt(index),
  ]),
  [DOOR_RADICAL, '户'],
])

const RADICAL = /[\u2E80-\u2EF3\u2F00-\u2FD5]/g
const LINE_END = /\r\n?|[\u0085\u2028\u2029]/g

/**
 * Soft hyphen, zero-width space, word joiner and byte order mark: a typesetter's hints that cannot
 * be seen, and that would keep a word from being found. Joiners that shape letters (U+200C,
 * U+200D) and direction marks are part of the writing and stay.
 */
const LAYOUT_MARK = /[\u00AD\u200B\u2060\uFEFF]/g

/** `text` with each radical code point as the character it shows. */
export function repairRadicals(text: string): string {
  return text.replace(RADICAL, (radical) => radicals.get(radical) ?? radical.normalize('NFKC'))
}

/** `text` with '\n' as its only line end, radicals repaired and layout marks left out. */
export function cleanText(text: string): string {
  return repairRadicals(text.replace(LINE_END, '\n').replace(LAYOUT_MARK, ''))
}
