/**
 * Article to passages: stretches of one section, made of whole sentences, that fit the model with
 * title and section path in front.
 *
 *   section ─ paragraphs ─ sentences     s1 s2 s3 │ s4 s5 │ s6 …
 *   passages                             [──────────────] [── …     cut at a paragraph's end where
 *                                                                   that leaves no scrap, else at a
 *                                                                   sentence's
 *
 * Lengths are counted in the model's own tokens, so that nothing is ever cut silently at its
 * limit. A sentence too long for a passage is divided at its commas, at worst between characters.
 */
import type { Article, Paragraph, Passage, Section, Span } from '../contract/entities'
import { simplify } from './fold'
import type { Hasher, Tokenizer } from './ports'

/** Tokens of a passage's own text, and of a part's: chosen by measurement, see docs/adr/0006. */
const PASSAGE_TOKENS = 320
const PART_TOKENS = 80
/** Of the model's limit at most this share goes to title and path, however long they are. */
const HEADER_SHARE = 1 / 4
/** A cut at a paragraph's end must leave at least this share of a passage before it. */
const SCRAP_SHARE = 1 / 2
/** Raise when the rules below change, so that stored articles are split again. */
const RULES = 2

/** Names the rules and counts that made an article's passages. */
export function splitterOf(tokenizer: Tokenizer): string {
  return `${String(RULES)}:${String(PASSAGE_TOKENS)}:${String(PART_TOKENS)}:${tokenizer.fingerprint.slice(0, 16)}`
}

/**
 * Passages in reading order; together they hold every sentence of the article once, but for
 * sections that are not to be found. An article without paragraphs has none.
 */
export function splitPassages(
  article: Article,
  tokenizer: Tokenizer,
  hasher: Hasher,
): readonly Passage[] {
  const passages = article.sections.flatMap((section, place) => {
    if (section.unsearched) return []
    const header = tokenizer.count(headerOf(article, section, tokenizer))
    const most = Math.min(PASSAGE_TOKENS, tokenizer.limit - header - 1)
    const pieces = piecesOf(article.text, section.paragraphs, tokenizer, most)
    return packPieces(pieces, most).map((packed) => ({ section: place, packed }))
  })
  return passages.map(({ section, packed }, ordinal) => {
    const span = spanOf(packed)
    const { asks } = article.sections[section] ?? {}
    return {
      id: `${article.id}#${String(ordinal)}`,
      articleId: article.id,
      section,
      ...span,
      hash: hasher.sha256(passageText(article, { section, ...span }, tokenizer)),
      parts: packPieces(packed, PART_TOKENS)
        .map(spanOf)
        .map((part) => ({ ...part, hash: hasher.sha256(partText(article, part)) })),
      ...(asks && { asks: asks.map((ask) => hasher.sha256(simplify(ask))) }),
    }
  })
}

/** What is embedded for a passage: title, section path and text, Han variants folded. */
export function passageText(
  article: Article,
  passage: Span & { readonly section: number },
  tokenizer: Tokenizer,
): string {
  const header = headerOf(article, article.sections[passage.section], tokenizer)
  return `${header}\n${simplify(article.text.slice(passage.start, passage.end))}`
}

/** What is embedded for a part: its words alone, without title or path. */
function partText(article: Article, part: Span): string {
  return simplify(article.text.slice(part.start, part.end))
}

export interface TextToEmbed {
  readonly hash: string
  readonly text: string
}

/** Everything of a passage that has a vector: itself, its parts, its section's asks. */
export function textsToEmbed(
  article: Article,
  passage: Passage,
  tokenizer: Tokenizer,
): readonly TextToEmbed[] {
  const asks = article.sections[passage.section]?.asks ?? []
  return [
    { hash: passage.hash, text: passageText(article, passage, tokenizer) },
    ...passage.parts.map((part) => ({ hash: part.hash, text: partText(article, part) })),
    ...(passage.asks ?? []).map((hash, place) => ({ hash, text: simplify(asks[place] ?? '') })),
  ]
}

/** Keys of all vectors of a passage. */
export function vectorKeys({ hash, parts, asks = [] }: Passage): readonly string[] {
  return [hash, ...parts.map((part) => part.hash), ...asks]
}

/** What a passage is indexed by in the lexical lane; the same words as are embedded, uncut. */
export function lexicalText(
  article: Article,
  passage: Span & { readonly section: number },
): string {
  const { path = [], asks = [] } = article.sections[passage.section] ?? {}
  return [article.title, ...path, ...asks, article.text.slice(passage.start, passage.end)].join(
    '\n',
  )
}

function headerOf(article: Article, section: Section | undefined, tokenizer: Tokenizer): string {
  const most = Math.floor(tokenizer.limit * HEADER_SHARE)
  const header = simplify([article.title, ...(section?.path ?? [])].join('\n'))
  return tokenizer.count(header) <= most ? header : longestStart(header, most, tokenizer)
}

interface Piece extends Span {
  readonly tokens: number
  readonly endsParagraph: boolean
}

function piecesOf(
  text: string,
  paragraphs: readonly Pick<Paragraph, 'sentences'>[],
  tokenizer: Tokenizer,
  most: number,
): readonly Piece[] {
  return paragraphs.flatMap(({ sentences }) =>
    sentences.flatMap((sentence, place) => {
      const parts = divide(text, sentence, tokenizer, most)
      return parts.map((part, ordinal) => ({
        ...part,
        tokens: tokenizer.count(simplify(text.slice(part.start, part.end))),
        endsParagraph: place === sentences.length - 1 && ordinal === parts.length - 1,
      }))
    }),
  )
}

/** Whole sentences in groups of at most `most` tokens; a longer sentence is divided. */
export function fittingParts(
  text: string,
  sentences: readonly Span[],
  tokenizer: Tokenizer,
  most: number,
): readonly Span[] {
  return packPieces(piecesOf(text, [{ sentences }], tokenizer, most), most).map(spanOf)
}

/** Pieces in groups of at most `most` tokens; a single longer piece is a group by itself. */
function packPieces(pieces: readonly Piece[], most: number): readonly (readonly Piece[])[] {
  const groups: (readonly Piece[])[] = []
  let open: readonly Piece[] = []
  for (const piece of pieces) {
    while (open.length > 0 && tokensOf(open) + piece.tokens > most) {
      const count = bestCut(open, most)
      groups.push(open.slice(0, count))
      open = open.slice(count)
    }
    open = [...open, piece]
  }
  return open.length > 0 ? [...groups, open] : groups
}

function spanOf(pieces: readonly Piece[]): Span {
  return { start: pieces[0]?.start ?? 0, end: pieces.at(-1)?.end ?? 0 }
}

/** How many of the open pieces to close: up to the last paragraph's end that leaves no scrap, else all. */
function bestCut(open: readonly Piece[], most: number): number {
  for (let count = open.length; count > 0; count--) {
    if (tokensOf(open.slice(0, count)) < most * SCRAP_SHARE) break
    if (open[count - 1]?.endsParagraph) return count
  }
  return open.length
}

function tokensOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, piece) => sum + piece.tokens, 0)
}

function divide(text: string, span: Span, tokenizer: Tokenizer, most: number): readonly Span[] {
  const parts: Span[] = []
  let { start } = span
  while (start < span.end) {
    const rest = text.slice(start, span.end)
    const taken = fittingStart(rest, most, tokenizer)
    parts.push({ start, end: start + taken.trimEnd().length })
    start += taken.length
    start += span.end > start ? leadingSpace(text.slice(start, span.end)) : 0
  }
  return parts
}

/** The whole text if it fits, else its longest start that ends after a comma or a space, else between characters. */
function fittingStart(text: string, most: number, tokenizer: Tokenizer): string {
  const window = overfullStart(text, most, tokenizer)
  if (window === undefined) return text
  const longest = longestStart(window, most, tokenizer)
  const clause = /^.*[，、；：,;:\s]/su.exec(longest)?.[0]
  return clause && clause.trim().length > longest.length / 2 ? clause : longest
}

/**
 * A start of more than `most` tokens, not many times longer than needed; `undefined` when the whole
 * text fits. Counting all of a long line for each of its parts would take time by the square.
 */
function overfullStart(text: string, most: number, tokenizer: Tokenizer): string | undefined {
  for (let length = 2 * most; ; length *= 2) {
    const end = /[\uD800-\uDBFF]/.test(text.charAt(length - 1)) ? length + 1 : length
    const start = text.slice(0, end)
    if (tokenizer.count(simplify(start)) > most) return start
    if (end >= text.length) return undefined
  }
}

/** The longest start of at most `most` tokens, by halving; never ends inside a surrogate pair, never empty. */
function longestStart(text: string, most: number, tokenizer: Tokenizer): string {
  const characters = Array.from(text)
  let fits = 1
  let tooMany = characters.length + 1
  while (tooMany - fits > 1) {
    const middle = Math.floor((fits + tooMany) / 2)
    const start = characters.slice(0, middle).join('')
    if (tokenizer.count(simplify(start)) <= most) fits = middle
    else tooMany = middle
  }
  return characters.slice(0, fits).join('')
}

function leadingSpace(text: string): number {
  return text.length - text.trimStart().length
}
