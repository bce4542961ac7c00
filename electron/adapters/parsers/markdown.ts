/** Markdown (GFM with front matter) to blocks, by the lexer of `marked`. */
import { Lexer, type Token, type Tokens } from 'marked'
import type { SourceBlock } from '../../engine/ports'
import { boundMarkdown } from './bounded-markdown'
import { takeFrontMatter } from './front-matter'
import { htmlBlocks } from './html-blocks'
import { inlineText } from './markdown-inline'
import type { ParsedText } from './text'

const TITLE_NAME = /^(?:title|标题)$/i
const LANGUAGE_NAME = /^(?:language|lang)$/i
const SOURCE_NAME = /^(?:source|url|link|canonical|来源|链接)$/i
const ADDRESS = /^https?:\/\/[^\s<>"]+$/i

const BULLET = '•'
const DONE = '☑'
const OPEN = '☐'
const FOOTNOTE = /^\[\^([^\]\s]{1,60})\]:[ \t]*/
const CHECKBOX = /^\[[ xX]\][ \t]+/
const ALERT = /^\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ \t]*(?:\n|$)/

/**
 * Title, front matter and blocks of a Markdown text. Of markup nothing is left: links keep their
 * words, lists their signs as `marker`, tables become a paragraph a row. The title is that of the
 * front matter, else the first heading of level 1, which stays a block.
 */
export function parseMarkdown(text: string): ParsedText {
  const { entries, body } = takeFrontMatter(text.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n'))
  const lexer = new Lexer({ gfm: true })
  const blocks = topBlocks(lexer.blockTokens(boundMarkdown(body), lexer.tokens), lexer)
  const valueOf = (name: RegExp, value = /\S/) =>
    entries.find((entry) => name.test(entry[0]) && value.test(entry[1]))?.[1]
  const firstTitle = blocks.find((block) => block.kind === 'heading' && block.level === 1)
  const title = valueOf(TITLE_NAME) ?? firstTitle?.text
  const language = valueOf(LANGUAGE_NAME)
  const url = valueOf(SOURCE_NAME, ADDRESS)
  return {
    ...(title === undefined ? {} : { title }),
    ...(language === undefined ? {} : { language }),
    ...(url === undefined ? {} : { url }),
    metadata: entries,
    blocks,
  }
}

/**
 * Comments under a heading that say something of its section: the facts that it rests on
 * (`<!-- facts: F3 F104 -->`), the ways in which people ask for it (`<!-- asks: … | … -->`), and
 * that it is to be read, not found (`<!-- unsearched -->`).
 */
const NOTE = /<!--\s*(?:(facts|asks):|(unsearched)\s)([^<>]*?)-->/g

function topBlocks(tokens: readonly Token[], lexer: Lexer): readonly SourceBlock[] {
  const blocks: SourceBlock[] = []
  for (const token of tokens) {
    const last = blocks.at(-1)
    if (token.type === 'html' && last?.kind === 'heading') {
      for (const [, kind, unsearched, said = ''] of token.raw.matchAll(NOTE)) {
        const heading = blocks.at(-1)
        if (heading?.kind !== 'heading') continue
        blocks[blocks.length - 1] = withNote(heading, kind ?? unsearched, said)
      }
    }
    blocks.push(...blocksOfToken(token, 'text', lexer))
  }
  return blocks
}

type Heading = Extract<SourceBlock, { readonly kind: 'heading' }>

function withNote(heading: Heading, kind: string | undefined, said: string): Heading {
  if (kind === 'unsearched') return { ...heading, unsearched: true }
  if (kind === 'facts') return { ...heading, facts: said.match(/[A-Za-z]\d{1,6}/g) ?? [] }
  const asks = said.split('|').map((ask) => ask.trim())
  return { ...heading, asks: asks.filter((ask) => ask !== '') }
}

type Place = 'text' | 'quote' | 'item'

/** Headings inside quotes and lists head no section: they are paragraphs there. */
function blocksOf(tokens: readonly Token[], place: Place, lexer: Lexer): SourceBlock[] {
  return tokens.flatMap((token) => blocksOfToken(token, place, lexer))
}

function blocksOfToken(token: Token, place: Place, lexer: Lexer): SourceBlock[] {
  switch (token.type) {
    case 'heading': {
      const { depth, text: source } = token as Tokens.Heading
      const text = inlineText(source, lexer).replaceAll('\n', ' ')
      return text === '' ? [] : [place === 'text' ? heading(depth, text) : { kind: place, text }]
    }
    case 'paragraph':
    case 'text':
      return paragraphs(token as Tokens.Paragraph | Tokens.Text, place, lexer)
    case 'code': {
      const text = (token as Tokens.Code).text.trimEnd()
      return text === '' ? [] : [{ kind: 'code', text }]
    }
    case 'blockquote':
      return blocksOf((token as Tokens.Blockquote).tokens, 'quote', lexer)
    case 'list':
      return (token as Tokens.List).items.flatMap((item) => itemBlocks(item, lexer))
    case 'table':
      return rows(token as Tokens.Table, lexer)
    case 'html':
      return htmlBlocks(token.raw).map((block) =>
        place === 'text' ? block : { kind: place, text: block.text },
      )
    case 'def':
      return FOOTNOTE.test(token.raw) ? footnotes(token.raw, lexer) : []
    default:
      return []
  }
}

function heading(level: number, text: string): SourceBlock {
  return { kind: 'heading', level, text }
}

function paragraphs(
  token: Tokens.Paragraph | Tokens.Text,
  place: Place,
  lexer: Lexer,
): SourceBlock[] {
  const { text: source } = token
  if (FOOTNOTE.test(source)) return footnotes(source, lexer)
  const isTask = token.tokens?.[0]?.type === 'checkbox'
  const sign = place === 'quote' ? ALERT : isTask ? CHECKBOX : undefined
  const text = inlineText(sign ? source.replace(sign, '') : source, lexer)
  return text === '' ? [] : [{ kind: place, text }]
}

/** `[^1]: …` lines, each an item with its number; the references in the text are left out. */
function footnotes(raw: string, lexer: Lexer): SourceBlock[] {
  return raw.split(/\n(?=\[\^[^\]\s]{1,60}\]:)/).flatMap((note): SourceBlock[] => {
    const [label = '', name = ''] = FOOTNOTE.exec(note) ?? []
    const text = inlineText(note.slice(label.length), lexer)
    return text === '' ? [] : [{ kind: 'item', marker: `[${name}]`, text }]
  })
}

function itemBlocks(item: Tokens.ListItem, lexer: Lexer): SourceBlock[] {
  const [first, ...rest] = blocksOf(item.tokens, 'item', lexer)
  if (!first) return []
  // An item that opens with a list of its own has no words to mark.
  const marked = first.kind === 'heading' || 'marker' in first
  return [marked ? first : { ...first, marker: markerOf(item) }, ...rest]
}

function markerOf({ raw, task, checked }: Tokens.ListItem): string {
  const number = /^\s*(\d{1,9}[.)])/.exec(raw)?.[1]
  const box = task ? (checked ? DONE : OPEN) : undefined
  return [number, box].filter((sign) => sign !== undefined).join(' ') || BULLET
}

function rows({ header, rows: body }: Tokens.Table, lexer: Lexer): SourceBlock[] {
  return [header, ...body].flatMap((cells): SourceBlock[] => {
    const texts = cells.map((cell) => inlineText(cell.text, lexer).replaceAll('\n', ' '))
    return texts.every((text) => text === '')
      ? []
      : [{ kind: 'row', text: texts.join(' | ').trim() }]
  })
}
