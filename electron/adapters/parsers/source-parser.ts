/** The parser for every format that can be read, chosen by the file name's ending. */
import { AppError } from '../../contract/errors'
import { endingOf, formatOfEnding } from '../../contract/formats'
import type { ParsedSource, SourceParser } from '../../engine/ports'
import { decodeText } from './decode-text'
import { parseMarkdown } from './markdown'
import { parseText, type ParsedText } from './text'

const parsers: Record<ParsedSource['format'], (text: string) => ParsedText> = {
  markdown: parseMarkdown,
  text: parseText,
}

/** A file without an ending is taken for plain text. */
export const sourceParser: SourceParser = {
  parse(fileName, bytes) {
    const format = formatOf(fileName)
    const { text, encoding } = decodeText(fileName, bytes)
    const parsed = parsers[format](text)
    if (parsed.blocks.length === 0) throw new AppError('EMPTY_FILE', { name: fileName })
    return { format, encoding, ...parsed }
  },
}

function formatOf(name: string): ParsedSource['format'] {
  const ending = endingOf(name)
  const format = ending === undefined ? 'text' : formatOfEnding(ending)
  if (!format) throw new AppError('UNSUPPORTED_FORMAT', { format: ending ?? '', name })
  return format
}
