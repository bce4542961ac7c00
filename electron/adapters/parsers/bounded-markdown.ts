/**
 * Keeps Markdown within what the lexer can take. It needs time by the square of a list item's
 * lines, and stack by the length of a paragraph and the depth of nesting; a file of 30 MB, or a
 * hostile one of some KB, would stop it. What people write stays far below these bounds.
 */

/** A block that goes on for longer is parted; in UTF-16 units and in lines. */
const BLOCK_LENGTH = 50_000
const BLOCK_LINES = 2_000
/** Inline markup is read in stretches of this length; markup across their edges is rare. */
const INLINE_LENGTH = 4_000
/** Quotes and lists within one another; signs beyond are left out. */
const DEPTH = 60

const NESTING_SIGN = '(?:[ \\t]|>|[*+-][ \\t]|\\d{1,9}[.)][ \\t])'
const TOO_DEEP = new RegExp(`^(${NESTING_SIGN}{${String(DEPTH)}})${NESTING_SIGN}+`, 'gm')

/** A comment ends every open block, lists included, and is no text itself. */
const PARTING = '\n<!-- -->\n\n'

const FENCE = /^[ \t>]*(`{3,}|~{3,})/
const TABLE_DELIMITER = /^[ \t>]*\|?[ \t]*:?-+:?[ \t]*\|[ \t:|-]*$/

/** `text`, its line end being '\n', with nesting and blocks kept within bounds. */
export function boundMarkdown(text: string): string {
  const parts: string[] = []
  let fence: string | undefined
  let table = false
  let length = 0
  let lines = 0
  for (const line of text.replace(TOO_DEEP, '$1').split('\n')) {
    const mark = FENCE.exec(line)?.[1]
    if (fence === undefined) fence = mark
    else if (mark?.startsWith(fence)) fence = undefined
    if (line.trim() === '') {
      table = false
      length = 0
      lines = 0
    }
    table ||= TABLE_DELIMITER.test(line)
    length += line.length
    lines += 1
    const whole = fence !== undefined || mark !== undefined || (table && line.includes('|'))
    if (!whole && (length > BLOCK_LENGTH || lines > BLOCK_LINES)) {
      parts.push(PARTING, stretches(line, BLOCK_LENGTH).join('\n' + PARTING), '\n')
      length = line.length % BLOCK_LENGTH
      lines = 1
    } else {
      parts.push(line, '\n')
    }
  }
  return parts.slice(0, -1).join('')
}

/** The text of one block in stretches short enough for inline markup; together they are `text`. */
export function inlineStretches(text: string): readonly string[] {
  return stretches(text, INLINE_LENGTH)
}

/** Cut behind a line end, a stop or a space, else where the limit falls, never within a character. */
function stretches(text: string, limit: number): readonly string[] {
  const parts: string[] = []
  let start = 0
  while (text.length - start > limit) {
    const window = text.slice(start, start + limit)
    const cut =
      ['\n', '。', ' ', '，']
        .map((mark) => window.lastIndexOf(mark) + 1)
        .find((at) => at > limit / 2) ??
      (/[\uD800-\uDBFF]$/.test(window.slice(-1)) ? limit - 1 : limit)
    parts.push(window.slice(0, cut))
    start += cut
  }
  parts.push(text.slice(start))
  return parts
}
