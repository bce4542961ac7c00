/** Inline Markdown as the text that a reader sees. */
import type { Lexer, Token, Tokens } from 'marked'
import { inlineStretches } from './bounded-markdown'
import { decodeEntities } from './decode-entities'
import { joinLines } from './join-lines'

/** Text while it is put together, with the places that are decided at its end. */
interface Draft {
  text: string
  /** Starts of `**` that the lexer left as text. */
  readonly stars: number[]
  /** Places of '\n' that break a line for good. */
  readonly breaks: number[]
  /** Inside <script> or <style>, whose content is no text. */
  hidden: string | undefined
}

const FOOTNOTE_REFERENCE = /\[\^[^\]\s]{1,60}\]/g
const HIDING_TAG = /^<(script|style)\b/i
const BREAK_TAG = /^<br\s*\/?>$/i

/**
 * The text of a block's inline source: emphasis, link targets, images, footnote references and tags left out,
 * entities decoded, soft line ends joined. A hard break is '\n'.
 */
export function inlineText(source: string, lexer: Lexer): string {
  const draft: Draft = { text: '', stars: [], breaks: [], hidden: undefined }
  for (const stretch of inlineStretches(source)) collect(lexer.inlineTokens(stretch), draft)
  return settle(draft)
}

function collect(tokens: readonly Token[], draft: Draft): void {
  for (const token of tokens) {
    if (token.type === 'html') hideOrBreak(token.raw, draft)
    else if (draft.hidden === undefined) collectOne(token, draft)
  }
}

function collectOne(token: Token, draft: Draft): void {
  const inner = 'tokens' in token ? token.tokens : undefined
  switch (token.type) {
    case 'image':
    case 'checkbox':
      return
    case 'link':
      // A one-word footnote reads like a link's definition, and its reference like a link.
      if (!token.raw.startsWith('[^')) collect(inner ?? [], draft)
      return
    case 'br':
      breakLine(draft)
      return
    case 'codespan':
      draft.text += (token as Tokens.Codespan).text
      return
    case 'escape':
      draft.text += (token as Tokens.Escape).text
      return
    case 'del': {
      // 3~5天，最多7~10天: a single tilde is a range far more often than a deletion.
      const kept = token.raw.startsWith('~~') ? '' : '~'
      draft.text += kept
      collect(inner ?? [], draft)
      draft.text += kept
      return
    }
    default:
      if (inner) collect(inner, draft)
      else addText('text' in token ? String(token.text) : token.raw, draft)
  }
}

function addText(raw: string, draft: Draft): void {
  const text = raw.replace(FOOTNOTE_REFERENCE, '')
  for (const { index } of text.matchAll(/\*\*/g)) {
    // Entities before it shift it: the place is counted in decoded text.
    draft.stars.push(draft.text.length + decodeEntities(text.slice(0, index)).length)
  }
  draft.text += decodeEntities(text)
}

function hideOrBreak(raw: string, draft: Draft): void {
  if (draft.hidden !== undefined) {
    if (new RegExp(`^</${draft.hidden}\\s*>`, 'i').test(raw)) draft.hidden = undefined
    return
  }
  const [whole, hiding] = HIDING_TAG.exec(raw) ?? []
  if (hiding !== undefined && whole !== undefined) {
    if (!new RegExp(`</${hiding}\\s*>\\s*$`, 'i').test(raw)) draft.hidden = hiding
  } else if (BREAK_TAG.test(raw)) {
    breakLine(draft)
  }
}

function breakLine(draft: Draft): void {
  draft.breaks.push(draft.text.length)
  draft.text += '\n'
}

/**
 * CommonMark leaves `**` beside Han punctuation as it stands (`**注意：**请`), though the author
 * meant emphasis and no reader wants to see it: what pairs up is left out.
 */
function settle({ text, stars, breaks }: Draft): string {
  const dropped = new Set<number>()
  for (let at = 0; at + 1 < stars.length; at += 1) {
    const [open = 0, close = 0] = [stars[at], stars[at + 1]]
    const inside = text.slice(open + 2, close)
    if (inside === '' || inside !== inside.trim()) continue
    dropped.add(open).add(close)
    at += 1
  }
  const marks = [...dropped].map((start) => ({ start, end: start + 2, gap: '' }))
  const ends = breaks.map((start) => ({ start, end: start + 1, gap: '\n' }))
  const lines: string[] = []
  let line = ''
  let from = 0
  for (const { start, end, gap } of [...marks, ...ends].toSorted((a, b) => a.start - b.start)) {
    line += text.slice(from, start)
    from = end
    if (gap !== '') {
      lines.push(line)
      line = ''
    }
  }
  return [...lines, line + text.slice(from)]
    .map((hardLine) => joinLines(hardLine.split('\n')))
    .filter((hardLine) => hardLine !== '')
    .join('\n')
}
