/**
 * From the tokens of a text back to its characters.
 *
 * The tokenizer gives pieces of the text as it normalised it: compatibility forms and widths
 * folded, some control characters dropped, white space written as ▁. So the text is cut into units
 * that normalise by themselves (a letter with its marks, say), and the letters of both sides are
 * laid beside each other:
 *
 *   text     Ａ ㈱ … x̌        units, each with its place
 *   letters  A (株) ... x̌      each with the place of its unit
 *   tokens   ▁A | (株 | ) | ... | x̌
 *
 * Where the letters of both sides differ nothing is claimed.
 */

/** `[start, end)` in UTF-16 units. */
export type TokenSpan = readonly [start: number, end: number]

/** A code point with what may melt into it: marks, half-width voice marks, vowels and finals of Hangul. */
const UNIT = /.[\p{M}\uff9e\uff9f\u1160-\u11ff\ud7b0-\ud7ff\u3131-\u318e\uffa0-\uffdc]*/gsu
/** White space as the tokenizer sees it, and controls, of which it drops some. */
const BLANK = /[\s\p{Cc}\u200b-\u200f\u2581\ufffd]+/gu
/** Kept by the tokenizer in its own width. */
const WAVE = '\uff5e'

/**
 * @param tokens of `text`, in order, as the tokenizer writes them
 * @returns for each token where it stands, undefined for one without letters; or undefined when
 *   text and tokens do not fit together
 */
export function tokenSpans(
  text: string,
  tokens: readonly string[],
): readonly (TokenSpan | undefined)[] | undefined {
  let letters = ''
  const places: TokenSpan[] = []
  for (const { 0: unit, index } of text.matchAll(UNIT)) {
    const normal = lettersOf(unit)
    letters += normal
    places.push(
      ...Array.from({ length: normal.length }, () => [index, index + unit.length] as const),
    )
  }
  const pieces = tokens.map((token) => token.replace(BLANK, ''))
  if (pieces.join('') !== letters) return undefined
  let at = 0
  return pieces.map((piece) => {
    const first = places[at]
    const last = places[at + piece.length - 1]
    at += piece.length
    return piece !== '' && first && last ? [first[0], last[1]] : undefined
  })
}

/** From the first letter of the tokens `from` to `to` (both included) to their last; undefined when they have none. */
export function spanOver(
  spans: readonly (TokenSpan | undefined)[],
  from: number,
  to: number,
): TokenSpan | undefined {
  const told = spans.slice(from, to + 1).filter((span) => span !== undefined)
  const first = told[0]
  const last = told.at(-1)
  return first && last && [first[0], last[1]]
}

function lettersOf(unit: string): string {
  return unit
    .replace(BLANK, '')
    .split(WAVE)
    .map((part) => part.normalize('NFKC'))
    .join(WAVE)
    .replace(BLANK, '')
}
