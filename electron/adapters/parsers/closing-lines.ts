/** Lines under a text that speak about it: who edited it, where it stood, what came next. */
import { isRule, type PlainLine } from './plain-lines'

export interface ClosingLines {
  /** Lines of the text itself. */
  readonly body: readonly PlainLine[]
  readonly metadata: readonly (readonly [name: string, value: string])[]
  readonly url?: string
}

const LABELS =
  '编辑|責任編輯|责任编辑|責編|责编|編輯|作者|来源|來源|出处|出處|原文链接|原文連結|本文链接|本文連結|' +
  '文章链接|链接|連結|原文地址|本文地址|网址|網址|上一篇|下一篇|上一页|下一页|' +
  'source|author|editor|url|link|permalink|previous|next'
const CLOSING_LINE = new RegExp(`^[（(【\\[]?\\s*(${LABELS})\\s*[:：]\\s*(.*)$`, 'i')
const LINK_LABEL = /链接|連結|地址|网址|網址|url|link|来源|來源|出处|出處|source/i
const ADDRESS = /^https?:\/\/[^\s<>"]+$/i

/** A value is a name or an address; a longer line is somebody's sentence. */
const LINE_LIMIT = 300

/**
 * Parts the closing lines of a text from its body. Only lines at the very end count, rules and
 * empty lines between them aside; a file of nothing else is all body.
 */
export function takeClosingLines(lines: readonly PlainLine[]): ClosingLines {
  const metadata: (readonly [string, string])[] = []
  let end = lines.length
  for (let at = lines.length - 1; at >= 0; at--) {
    const text = lines[at]?.text ?? ''
    if (text === '' || isRule(text)) continue
    const entry = closingEntry(text)
    if (!entry) break
    metadata.push(entry)
    end = at
  }
  metadata.reverse()
  const body = lines.slice(0, end)
  if (!body.some(({ text }) => text !== '' && !isRule(text))) return { body: lines, metadata: [] }
  const url = metadata.find(([name, value]) => LINK_LABEL.test(name) && ADDRESS.test(value))?.[1]
  return { body, metadata, ...(url === undefined ? {} : { url }) }
}

/** Whether a line has the form of a closing line, wherever it stands. */
export function isLabelled(text: string): boolean {
  return closingEntry(text) !== undefined
}

function closingEntry(text: string): readonly [string, string] | undefined {
  if (text.length > LINE_LIMIT) return undefined
  const [, name, rest = ''] = CLOSING_LINE.exec(text) ?? []
  if (name === undefined) return undefined
  const bracketed = /^[（(【[]/.test(text)
  return [name, (bracketed ? rest.replace(/[)）】\]]$/, '') : rest).trim()]
}
