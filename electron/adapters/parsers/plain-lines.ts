/** The lines of a plain text, with what tells how they belong together. */

export interface PlainLine {
  /** White space around it left out. */
  readonly text: string
  /** Width of the white space before it, in columns. */
  readonly indent: number
  /** Of indent and text, in columns: a Han character takes two. */
  readonly width: number
  /** Of indent and text, in characters. */
  readonly length: number
}

const LINE_END = /\r\n|[\n\r\f\v\u0085\u2028\u2029]/
const RULE_SIGNS = new Set('-*=_—–―─━═~＊－＝～※★☆◆')
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF00-\uFF60‘’“”…—]/u
const TAB = 4

export function plainLines(text: string): readonly PlainLine[] {
  return text.split(LINE_END).map((raw) => {
    const line = raw.trimEnd()
    const content = line.trimStart()
    const space = line.slice(0, line.length - content.length)
    const indent = columns(space)
    return {
      text: content,
      indent,
      width: indent + columns(content),
      length: line.length,
    }
  })
}

/** Width of `text` in columns of a fixed-width face. */
export function columns(text: string): number {
  let width = 0
  for (const char of text) width += char === '\t' ? TAB : WIDE.test(char) ? 2 : 1
  return width
}

/** A line such as `---`, `* * *` or `———`: three or more of one sign and nothing else. */
export function isRule(text: string): boolean {
  const sign = text.charAt(0)
  if (!RULE_SIGNS.has(sign)) return false
  let count = 0
  for (const char of text) {
    if (char === sign) count += 1
    else if (!/\s/.test(char)) return false
  }
  return count >= 3
}
