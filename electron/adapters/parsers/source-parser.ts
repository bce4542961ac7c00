/** The parser for every format that can be read, chosen by the file name's ending. */
import { AppError } from '../../contract/errors'
import type { ParsedSource, SourceParser } from '../../engine/ports'
import { decodeText } from './decode-text'
import { parseMarkdown } from './markdown'
import { parseText, type ParsedText } from './text'

interface Format {
  readonly format: ParsedSource['format']
  readonly parse: (text: string) => ParsedText
}

const markdown: Format = { format: 'markdown', parse: parseMarkdown }
const plain: Format = { format: 'text', parse: parseText }

const formats: ReadonlyMap<string, Format> = new Map([
  ['md', markdown],
  ['markdown', markdown],
  ['mdown', markdown],
  ['txt', plain],
  ['text', plain],
])

/** An ending has a letter in it: `notes 2024.11` has none. */
const ENDING = /[^/\\]\.([a-z0-9]{0,7}[a-z][a-z0-9]{0,7})$/i

/** A file without an ending is taken for plain text. */
export const sourceParser: SourceParser = {
  parse(fileName, bytes) {
    const { format, parse } = formatOf(fileName)
    const { text, encoding } = decodeText(fileName, bytes)
    const parsed = parse(text)
    if (parsed.blocks.length === 0) throw new AppError('EMPTY_FILE', { name: fileName })
    return { format, encoding, ...parsed }
  },
}

function formatOf(name: string): Format {
  const ending = ENDING.exec(name)?.[1]?.toLowerCase()
  const format = ending === undefined ? plain : formats.get(ending)
  if (!format) throw new AppError('UNSUPPORTED_FORMAT', { format: ending ?? '', name })
  return format
}
