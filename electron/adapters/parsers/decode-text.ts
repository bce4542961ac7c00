/** Bytes to text, by what can be proved of them. A file that would come in garbled is refused. */
import { AppError } from '../../contract/errors'
import { looksChinese } from './gb18030'

export interface DecodedText {
  readonly text: string
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'
}

/** Text formats by name only: their first bytes are printable, what follows is not for reading. */
const BINARY_SIGNATURES = ['%PDF-', '{\\rtf']

/** ISO-2022 (Japanese and Korean mail) writes with ASCII bytes after this: valid UTF-8, unreadable. */
const SHIFT_SEQUENCE = '\x1b$'

/** Text has hardly any control characters; a program or picture has them everywhere. */
const CONTROL_SHARE = 0.01

/**
 * The text of a file, its byte order mark left out: UTF-8 and UTF-16 by their mark, else strict
 * UTF-8, else GB18030 where the result reads as Chinese.
 *
 * Throws EMPTY_FILE when nothing but white space is in it, NOT_TEXT for binary content and damaged
 * UTF-16, UNKNOWN_ENCODING for everything that cannot be told.
 */
export function decodeText(fileName: string, bytes: Uint8Array): DecodedText {
  const decoded = decode(fileName, bytes)
  if (decoded.text.trim() === '') throw new AppError('EMPTY_FILE', { name: fileName })
  return decoded
}

function decode(name: string, bytes: Uint8Array): DecodedText {
  const [first, second, third] = bytes
  if (first === 0xff && second === 0xfe) return decodeUtf16(name, bytes, 'utf-16le')
  if (first === 0xfe && second === 0xff) return decodeUtf16(name, bytes, 'utf-16be')
  if (isBinary(bytes.length, (at) => bytes[at] ?? 0)) throw new AppError('NOT_TEXT', { name })

  const utf8 = strictly('utf-8', bytes)
  if (utf8 !== undefined && !utf8.includes(SHIFT_SEQUENCE)) return { text: utf8, encoding: 'utf-8' }
  const marked = first === 0xef && second === 0xbb && third === 0xbf
  if (!marked && looksChinese(bytes)) {
    const text = strictly('gb18030', bytes)
    if (text !== undefined) return { text, encoding: 'gb18030' }
  }
  throw new AppError('UNKNOWN_ENCODING', { name })
}

function decodeUtf16(
  name: string,
  bytes: Uint8Array,
  encoding: 'utf-16le' | 'utf-16be',
): DecodedText {
  const text = strictly(encoding, bytes)
  if (text === undefined || isBinary(text.length, (at) => text.charCodeAt(at))) {
    throw new AppError('NOT_TEXT', { name })
  }
  return { text, encoding }
}

/** `undefined` when a single byte does not fit the encoding. */
function strictly(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (thrown) {
    if (thrown instanceof TypeError) return undefined
    throw thrown
  }
}

function isBinary(length: number, unitAt: (at: number) => number): boolean {
  const opening = String.fromCharCode(
    ...Array.from({ length: Math.min(length, 8) }, (_, at) => unitAt(at)),
  )
  if (BINARY_SIGNATURES.some((signature) => opening.startsWith(signature))) return true
  let controls = 0
  for (let at = 0; at < length; at++) {
    const unit = unitAt(at)
    if (unit === 0) return true
    if (isControl(unit)) controls += 1
  }
  return controls > length * CONTROL_SHARE
}

/** Tab, line ends, form feed and escape occur in text; 0x1A once closed a DOS text file. */
function isControl(unit: number): boolean {
  return (
    (unit < 0x20 && !(unit >= 0x09 && unit <= 0x0d) && unit !== 0x1a && unit !== 0x1b) ||
    unit === 0x7f
  )
}
