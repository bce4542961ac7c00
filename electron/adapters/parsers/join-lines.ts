/** Puts the lines of one paragraph together again, as a reader would. */

/** Scripts written without spaces between words, with the punctuation that goes with them. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF‘’“”…—·]/u

/** Longer runs of letters are no words that somebody would part. */
const WORD_LIMIT = 40

/** Knows whether `left` and `right`, parted by a hyphen at a line's end, are one word. */
export type OneWord = (left: string, right: string) => boolean

const never: OneWord = () => false

/**
 * The lines as one: no space where Han text meets anything, one space between words. A hyphen at a
 * line's end is kept, without a space, unless `oneWord` knows it as a break. Takes time in
 * proportion to the text.
 */
export function joinLines(lines: readonly string[], oneWord: OneWord = never): string {
  let joined = ''
  let last = ''
  for (const line of lines) {
    const next = line.trim()
    if (next === '') continue
    if (last === '') {
      last = next
      continue
    }
    const [head, gap] = seam(last, next, oneWord)
    joined += head + gap
    last = next
  }
  return joined + last
}

function seam(head: string, tail: string, oneWord: OneWord): readonly [head: string, gap: string] {
  if (UNSPACED.test(lastCharacter(head)) || UNSPACED.test(firstCharacter(tail))) return [head, '']
  const [, left] = /(\p{L}{2,})-$/u.exec(head.slice(-WORD_LIMIT)) ?? []
  const [right] = /^\p{Ll}+/u.exec(tail.slice(0, WORD_LIMIT)) ?? []
  if (left === undefined || right === undefined) return [head, ' ']
  return [oneWord(left, right) ? head.slice(0, -1) : head, '']
}

function firstCharacter(text: string): string {
  return String.fromCodePoint(text.codePointAt(0) ?? 0)
}

function lastCharacter(text: string): string {
  const paired = /[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(-2))
  return text.slice(paired ? -2 : -1)
}
