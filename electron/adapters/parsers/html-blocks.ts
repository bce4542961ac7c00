/** Blocks of HTML inside Markdown as plain blocks: tags are markup, the text between them is not. */
import type { SourceBlock } from '../../engine/ports'
import { decodeEntities } from './decode-entities'
import { joinLines } from './join-lines'

const BLOCK_TAGS = new Set(
  (
    'address article aside blockquote body caption center dd details dialog div dl dt fieldset ' +
    'figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol option p ' +
    'pre section summary table tbody td tfoot th thead title tr ul'
  ).split(' '),
)
const HIDDEN_TAGS = new Set(['script', 'style', 'template', 'head'])
const TAG = /<(\/?)([A-Za-z][A-Za-z0-9-]*)[^<>]*>/y

/** Headings and paragraphs of `html`. Comments, tags, scripts and styles are left out. */
export function htmlBlocks(html: string): readonly SourceBlock[] {
  const blocks: SourceBlock[] = []
  let text = ''
  let level: number | undefined
  const close = () => {
    const lines = text.split('\u2028').map((line) => joinLines(decodeEntities(line).split('\n')))
    const content = lines.filter((line) => line !== '').join('\n')
    text = ''
    if (content === '') return
    blocks.push(
      level === undefined
        ? { kind: 'text', text: content }
        : { kind: 'heading', level, text: content.replaceAll('\n', ' ') },
    )
  }
  for (let at = 0; at < html.length;) {
    const open = html.indexOf('<', at)
    if (open === -1) {
      text += html.slice(at)
      break
    }
    text += html.slice(at, open)
    if (html.startsWith('<!--', open)) {
      at = after(html, '-->', open + 4)
      continue
    }
    TAG.lastIndex = open
    const [tag, slash, name = ''] = TAG.exec(html) ?? []
    if (tag === undefined) {
      text += '<'
      at = open + 1
      continue
    }
    at = open + tag.length
    const lower = name.toLowerCase()
    if (HIDDEN_TAGS.has(lower) && slash === '') at = afterClosing(html, lower, at)
    else if (lower === 'br') text += '\u2028'
    else if (BLOCK_TAGS.has(lower)) {
      close()
      level = slash === '' && /^h[1-6]$/.test(lower) ? Number(lower.charAt(1)) : undefined
    }
  }
  close()
  return blocks
}

/** The place behind `mark`, or the end: what is never closed goes on to the end. */
function after(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from)
  return found === -1 ? html.length : found + mark.length
}

function afterClosing(html: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}\\s*>`, 'gi')
  closing.lastIndex = from
  const found = closing.exec(html)
  return found ? found.index + found[0].length : html.length
}
