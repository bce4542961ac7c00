/**
 * One article as a file: `{"crc32":"<8 hex digits>","content":{…}}`, the checksum taken over the
 * bytes of `content`. A text that changed on the disk is not shown as if it were the source's.
 */
import { crc32 } from 'node:zlib'
import type {
  Article,
  ArticleSource,
  Paragraph,
  ParagraphKind,
  Passage,
} from '../contract/entities'
import { AppError } from '../contract/errors'
import type { ReasonCode } from '../contract/reasons'
import type { ArticleRecord, StoredArticle } from '../engine/ports'
import { isCount, isObject, isString, oneOf } from './library-list'

/** What stands in the file: all that a row of the list can be made of again. */
export interface ArticleFile extends StoredArticle {
  readonly removedAt?: string
}

const KINDS: readonly ParagraphKind[] = ['text', 'item', 'quote', 'code', 'row']
const FORMATS: readonly ArticleSource['format'][] = ['markdown', 'text']

export function encodeArticle(file: ArticleFile): Uint8Array {
  const { article, passages, splitter, removedAt } = file
  const content = Buffer.from(JSON.stringify({ article, passages, splitter, removedAt }))
  return Buffer.concat([Buffer.from(openingOf(content)), content, Buffer.from('}')])
}

/**
 * @param file its name, for the error
 * @param id of the article that it must hold
 * @returns the article; passages of another shape (an older or newer program's) are left out and
 *   the splitter unnamed, so that they are made again
 * @throws LIBRARY_DAMAGED when it was cut or changed, or would lead outside of its own text
 */
export function decodeArticle(bytes: Uint8Array, file: string, id: string): ArticleFile {
  const refuse = (reason: ReasonCode, cause?: unknown) =>
    new AppError('LIBRARY_DAMAGED', { file, reason }, { cause })
  if (bytes.length === 0) throw refuse('FILE_EMPTY')
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const opening = openingOf(new Uint8Array(0)).length
  const content = buffer.subarray(opening, -1)
  const frame = buffer.toString('latin1', 0, opening) + buffer.toString('latin1', buffer.length - 1)
  if (frame !== `${openingOf(content)}}`) {
    throw refuse('FILE_CHANGED')
  }
  let value: unknown
  try {
    value = JSON.parse(content.toString())
  } catch (cause) {
    throw refuse('NOT_JSON', cause)
  }
  if (!isObject(value) || !isArticle(value.article, id)) {
    throw refuse('OTHER_ARTICLE')
  }
  const { article, passages, splitter, removedAt } = value
  const derived =
    arePassages(passages, article) && isString(splitter)
      ? { passages, splitter }
      : { passages: [], splitter: '' }
  return { article, ...derived, ...(isString(removedAt) && { removedAt }) }
}

/** The list's row for an article. Characters are UTF-16 units of its canonical text. */
export function recordOf({ article, passages, removedAt }: ArticleFile): ArticleRecord {
  return {
    id: article.id,
    title: article.title,
    language: article.language,
    fileName: article.source.fileName,
    sha256: article.source.sha256,
    addedAt: article.source.addedAt,
    characters: article.text.length,
    passages: passages.length,
    ...(removedAt !== undefined && { removedAt }),
  }
}

function openingOf(content: Uint8Array): string {
  return `{"crc32":"${crc32(content).toString(16).padStart(8, '0')}","content":`
}

function arePassages(value: unknown, { id, text, sections }: Article): value is readonly Passage[] {
  return isListOf(
    value,
    (passage) =>
      isSpan(passage, text) &&
      isString(passage.id) &&
      passage.articleId === id &&
      isString(passage.hash) &&
      isCount(passage.section) &&
      passage.section < sections.length &&
      isListOf(passage.parts, (part) => isSpan(part, text) && isString(part.hash)) &&
      (passage.asks === undefined || isListOf(passage.asks, isString)),
  )
}

function isArticle(value: unknown, id: string): value is Article {
  if (!isObject(value) || value.id !== id || !isString(value.text)) return false
  const { text } = value
  return (
    isString(value.title) &&
    isString(value.language) &&
    isOptional(value.written) &&
    isOptional(value.lawAsOf) &&
    isSource(value.source) &&
    isListOf(
      value.sections,
      (section) =>
        isObject(section) &&
        Array.isArray(section.path) &&
        section.path.every(isString) &&
        isCount(section.level) &&
        (section.facts === undefined || isListOf(section.facts, isString)) &&
        (section.asks === undefined || isListOf(section.asks, isString)) &&
        (section.unsearched === undefined || section.unsearched === true) &&
        (section.heading === undefined || isSpan(section.heading, text)) &&
        isListOf(section.paragraphs, (paragraph) => isParagraph(paragraph, text)),
    )
  )
}

function isParagraph(value: unknown, text: string): value is Paragraph {
  return (
    isSpan(value, text) &&
    oneOf(value.kind, KINDS) !== undefined &&
    isCount(value.number) &&
    isOptional(value.marker) &&
    isListOf(value.sentences, (sentence) => isSpan(sentence, text))
  )
}

function isSource(value: unknown): value is ArticleSource {
  return (
    isObject(value) &&
    [value.fileName, value.encoding, value.sha256, value.addedAt].every(isString) &&
    oneOf(value.format, FORMATS) !== undefined &&
    isCount(value.bytes) &&
    isOptional(value.url) &&
    isListOf(
      value.metadata,
      (pair) => Array.isArray(pair) && pair.length === 2 && pair.every(isString),
    )
  )
}

function isSpan(value: unknown, text: string): value is Record<string, unknown> {
  return (
    isObject(value) &&
    isCount(value.start) &&
    isCount(value.end) &&
    value.start <= value.end &&
    value.end <= text.length
  )
}

function isListOf(value: unknown, accept: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(accept)
}

function isOptional(value: unknown): boolean {
  return value === undefined || isString(value)
}
