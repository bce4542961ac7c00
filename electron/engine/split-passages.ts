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
const RULES = 1

/** Names the rules and counts that made an article's passages. */
export function splitterOf(tokenizer: Tokenizer): string {
  return `${String(RULES)}:${String(PASSAGE_TOKENS)}:${String(PART_TOKENS)}:${tokenizer.fingerprint.slice(0, 16)}`
}

/**
 * Passages in reading order; together they hold every sentence of the article once.
 * An article without paragraphs has none.
 */
export function splitPassages(
  article: Article,
  tokenizer: Tokenizer,
  hasher: Hasher,
): readonly Passage[] {
  const passages = article.sections.flatMap((section, place) => {
    const header = tokenizer.count(headerOf(article, section, tokenizer))
    const most = Math.min(PASSAGE_TOKENS, tokenizer.limit - header - 1)
    const pieces = piecesOf(article.text, section.paragraphs, tokenizer, most)
    return packPieces(pieces, most).map((packed) => ({ section: place, packed }))
  })
  return passages.map(({ section, packed }, ordinal) => {
    const span = spanOf(packed)
    return {
      id: `${article.id}#${String(ordinal)}`,
      articleId: article.id,
      section,
      ...span,
      hash: hasher.sha256(passageText(article, { section, ...span }, tokenizer)),
      parts: packPieces(packed, PART_TOKENS)
        .map(spanOf)
        .map((part) => ({ ...part, hash: hasher.sha256(partText(article, part)) })),
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
export function partText(article: Article, part: Span): string {
  return simplify(article.text.slice(part.start, part.end))
}

/** What a passage is indexed by in the lexical lane; the same words as are embedded, uncut. */
export function lexicalText(
  article: Article,
  passage: Span & { readonly section: number },
): string {
  const path = article.sections[passage.section]?.path ?? []
  return [article.title, ...path, article.text.slice(passage.start, passage.end)].join('\n')
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
  if (tokenizer.count(simplify(text)) <= most) return text
  const longest = longestStart(text, most, tokenizer)
  const clause = /^.*[，、；：,;:\s]/su.exec(longest)?.[0]
  return clause && clause.trim().length > longest.length / 2 ? clause : longest
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
