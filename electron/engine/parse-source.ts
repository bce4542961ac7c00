/**
 * Builds the article: one canonical text and, by exact offsets into it, its sections, paragraphs
 * and sentences. Every citation rests on what is counted here.
 */
import type { Article, Paragraph, ParagraphKind, Section, Span } from '../contract/entities'
import { cleanText } from './clean-text'
import { languageOfText } from './language'
import type { ParsedSource, SourceBlock } from './ports'
import { splitSentences } from './split-sentences'

/** What is known of a file beyond its content. */
export interface ImportFacts {
  readonly id: string
  readonly fileName: string
  readonly bytes: number
  /** Lower-case hex. */
  readonly sha256: string
  /** ISO 8601. */
  readonly addedAt: string
}

/** A list row holds about this many characters. */
const TAKEN_TITLE_LIMIT = 24
/** Where a title is taken from; a longer first sentence is cut anyway. UTF-16 units. */
const OPENING_LIMIT = 400

/**
 * The article that `parsed` holds. Its text is the blocks in reading order, one '\n' between two;
 * blocks without ink are left out. A title that the source does not give is taken from the file's
 * name, or from the first sentence, and is then no part of the text.
 */
export function buildArticle(parsed: ParsedSource, facts: ImportFacts): Article {
  const blocks = parsed.blocks.map(cleanBlock).filter(({ text }) => text !== '')
  const text = blocks.map((block) => block.text).join('\n')
  const givenTitle = oneLine(parsed.title ?? '')
  return {
    id: facts.id,
    title: givenTitle || nameOf(facts.fileName) || openingOf(text) || facts.fileName,
    language: isoLanguage(parsed.language) ?? languageOfText(text),
    ...dateNamed('written', parsed),
    ...dateNamed('lawAsOf', parsed),
    text,
    sections: layOut(blocks, givenTitle),
    source: {
      fileName: facts.fileName,
      format: parsed.format,
      encoding: parsed.encoding,
      bytes: facts.bytes,
      sha256: facts.sha256,
      addedAt: facts.addedAt,
      ...(parsed.url === undefined ? {} : { url: parsed.url }),
      metadata: parsed.metadata,
    },
  }
}

const dateNames = { written: 'written', lawAsOf: 'law-as-of' } as const

/** A date that the source's front matter gives under the name of an article's field. */
function dateNamed(field: keyof typeof dateNames, { metadata }: ParsedSource) {
  const value = metadata.find(([name]) => name.toLowerCase() === dateNames[field])?.[1]
  return value !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(value) ? { [field]: value } : {}
}

function cleanBlock(block: SourceBlock): SourceBlock {
  if (block.kind === 'heading') return { ...block, text: oneLine(block.text) }
  const text = cleanText(block.text)
  // The first line of code keeps its indentation.
  return { ...block, text: block.kind === 'code' ? trimLines(text) : text.trim() }
}

function trimLines(text: string): string {
  const lines = text.split('\n')
  const first = lines.findIndex((line) => line.trim() !== '')
  return first === -1 ? '' : lines.slice(first).join('\n').trimEnd()
}

function oneLine(text: string): string {
  return cleanText(text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ')
}

interface OpenSection {
  readonly path: readonly string[]
  readonly heading?: Span
  readonly paragraphs: Paragraph[]
  readonly facts?: readonly string[]
  readonly asks?: readonly string[]
  readonly unsearched?: true
}

function layOut(blocks: readonly SourceBlock[], title: string): readonly Section[] {
  const sections: OpenSection[] = []
  let headings: readonly { readonly level: number; readonly text: string }[] = []
  let highest = Infinity
  let titleSeen = false
  let start = 0
  for (const block of blocks) {
    const span = { start, end: start + block.text.length }
    start = span.end + 1
    if (block.kind !== 'heading') {
      const open = sections.at(-1) ?? { path: [], paragraphs: [] }
      if (sections.length === 0) sections.push(open)
      open.paragraphs.push(paragraphAt(span, block, open.paragraphs.length + 1))
      continue
    }
    const { level, text } = block
    // A later, deeper heading that happens to read like the title is an ordinary one.
    const isTitle: boolean = !titleSeen && text === title && level < highest
    titleSeen ||= isTitle
    highest = Math.min(highest, level)
    headings = isTitle ? [] : [...headings.filter((above) => above.level < level), { level, text }]
    sections.push({
      path: headings.map((above) => above.text),
      heading: span,
      paragraphs: [],
      ...(block.facts && { facts: block.facts }),
      ...(block.asks && { asks: block.asks }),
      ...(block.unsearched && { unsearched: true }),
    })
  }
  return sections.map((section) => ({ ...section, level: section.path.length }))
}

function paragraphAt(
  span: Span,
  block: { readonly kind: ParagraphKind; readonly text: string; readonly marker?: string },
  number: number,
): Paragraph {
  return {
    ...span,
    kind: block.kind,
    number,
    ...(block.marker === undefined ? {} : { marker: block.marker }),
    sentences: splitSentences(block.text, span.start),
  }
}

/** `zh-Hans` and `ZH` are `zh`; what is no such code is left to the script. */
function isoLanguage(language: string | undefined): string | undefined {
  return /^([a-z]{2})(?:[-_]|$)/.exec(language?.trim().toLowerCase() ?? '')?.[1]
}

/** The file's name without its ending where a person could have given it, else ''. */
function nameOf(fileName: string): string {
  const stem = cleanText(fileName)
    .replace(/\.[A-Za-z0-9]{1,8}$/, '')
    .trim()
  const words = stem.match(/\p{L}+/gu) ?? []
  return words.some((word) => /[^\p{Script=Latin}]/u.test(word) || isLatinWord(word)) ? stem : ''
}

/** A hash or a counter has letters too, but only a to f, or single ones. */
function isLatinWord(word: string): boolean {
  return word.length > 1 && /[^a-f]/i.test(word)
}

function openingOf(text: string): string {
  const first = splitSentences(text.slice(0, OPENING_LIMIT))[0]
  if (!first) return ''
  const characters = Array.from(text.slice(first.start, first.end))
  return characters.length <= TAKEN_TITLE_LIMIT
    ? characters.join('')
    : `${characters
        .slice(0, TAKEN_TITLE_LIMIT - 1)
        .join('')
        .trimEnd()}…`
}
