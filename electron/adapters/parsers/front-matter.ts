/** The block between `---` lines at the top of a Markdown file. */

export interface FrontMatter {
  /** In source order; a list's entries are parted by ', '. */
  readonly entries: readonly (readonly [name: string, value: string])[]
  /** What follows the block; the whole text when there is none. */
  readonly body: string
}

const FENCE = /^---[ \t]*$/
const CLOSING_FENCE = /^(?:---|\.\.\.)[ \t]*$/
const ENTRY = /^([\p{L}_][\p{L}\p{N}_ -]{0,60}?)[ \t]*:(?:[ \t]+(.*))?$/u
const LIST_ENTRY = /^[ \t]*-[ \t]+(.*)$/
const CONTINUATION = /^[ \t]+(\S.*)$/

/**
 * Reads simple `key: value`, `key: [a, b]` and `- a` lines. Text in which any other line stands
 * before the closing fence has no front matter: it begins with a rule.
 *
 * @param text with '\n' as its line end.
 */
export function takeFrontMatter(text: string): FrontMatter {
  const none = { entries: [], body: text }
  const lines = frontLines(text)
  if (!lines) return none
  const entries: { readonly name: string; values: string[] }[] = []
  for (const line of lines) {
    if (line.trim() === '' || /^\s*#/.test(line)) continue
    const [, name, value = ''] = ENTRY.exec(line) ?? []
    const last = entries.at(-1)
    if (name !== undefined) {
      entries.push({ name, values: valuesOf(value.trim()) })
    } else if (last) {
      const [, more] = LIST_ENTRY.exec(line) ?? CONTINUATION.exec(line) ?? []
      if (more === undefined) return none
      last.values.push(unquoted(more.trim()))
    } else {
      return none
    }
  }
  if (entries.length === 0) return none
  const length = lines.reduce((sum, line) => sum + line.length + 1, 0)
  const start = text.indexOf('\n') + 1 + length
  const end = text.indexOf('\n', start)
  return {
    entries: entries.map(({ name, values }) => [name, values.join(', ')]),
    body: end === -1 ? '' : text.slice(end + 1),
  }
}

/** Lines between the fences; `undefined` without both. */
function frontLines(text: string): readonly string[] | undefined {
  const firstEnd = text.indexOf('\n')
  if (firstEnd === -1 || !FENCE.test(text.slice(0, firstEnd))) return undefined
  const lines: string[] = []
  for (let start = firstEnd + 1; start < text.length;) {
    const end = text.indexOf('\n', start)
    const line = text.slice(start, end === -1 ? text.length : end)
    if (CLOSING_FENCE.test(line)) return lines
    lines.push(line)
    if (end === -1) return undefined
    start = end + 1
  }
  return undefined
}

function valuesOf(value: string): string[] {
  // A block scalar's sign is no value; its lines follow.
  if (value === '' || /^[|>][+-]?$/.test(value)) return []
  if (value.startsWith('[') && value.endsWith(']')) {
    return value
      .slice(1, -1)
      .split(',')
      .map((part) => unquoted(part.trim()))
      .filter((part) => part !== '')
  }
  return [unquoted(value)]
}

function unquoted(value: string): string {
  const quote = value.charAt(0)
  const quoted = value.length > 1 && (quote === '"' || quote === "'") && value.endsWith(quote)
  return quoted ? value.slice(1, -1) : value
}
