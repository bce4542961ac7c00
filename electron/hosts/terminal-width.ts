/** Han, kana, Hangul, full-width forms and pictures take two columns. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u

/** Columns that a terminal gives to `text`. */
export function widthOf(text: string): number {
  return Array.from(text).reduce((width, character) => width + widthOfOne(character), 0)
}

/** The line's beginning that fits into so many columns. */
export function fitted(line: string, columns: number): string {
  let width = 0
  let end = 0
  for (const character of line) {
    width += widthOfOne(character)
    if (width > columns) break
    end += character.length
  }
  return line.slice(0, end)
}

/** `text` with spaces behind it up to so many columns. */
export function padded(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - widthOf(text)))
}

function widthOfOne(character: string): number {
  return WIDE.test(character) ? 2 : 1
}
