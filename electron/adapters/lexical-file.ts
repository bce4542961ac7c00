/**
 * The lexical index on disk: `index/lexical` in the library. Numbers are little endian.
 *
 *   'WJLEX1\n' 0 │ length u32 │ crc32 u32 │ content     length and checksum are of the content
 *
 * It is a cache: whatever cannot be read whole is as good as not there, and is made again.
 */
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { AppError } from '../contract/errors'
import type { IndexFile } from '../engine/ports'
import {
  codeOf,
  createWriteQueue,
  nodeDisk,
  removeLeftovers,
  writeAtomically,
  type Disk,
} from './atomic-write'

export const INDEX_FOLDER = 'index'
export const LEXICAL_FILE = 'lexical'

const MAGIC = Buffer.from('WJLEX1\n\0', 'latin1')
const HEADER_BYTES = MAGIC.length + 8

/** @param library its folder; nothing is made in it before something is written */
export function createLexicalFile(library: string, disk: Disk = nodeDisk): IndexFile {
  const folder = join(library, INDEX_FOLDER)
  const inTurn = createWriteQueue(library)
  return {
    async read() {
      try {
        return contentOf(await readFile(join(folder, LEXICAL_FILE)))
      } catch (cause) {
        if (codeOf(cause) === undefined) throw cause
        return undefined
      }
    },
    async write(pieces) {
      try {
        await inTurn(async () => {
          await mkdir(folder, { recursive: true })
          await removeLeftovers(folder, LEXICAL_FILE)
          await writeAtomically(folder, LEXICAL_FILE, [headerOf(pieces), ...pieces], disk)
        })
        return true
      } catch (error) {
        if (error instanceof AppError) return false
        throw error
      }
    },
  }
}

function headerOf(pieces: readonly Uint8Array[]): Buffer {
  const header = Buffer.alloc(HEADER_BYTES)
  MAGIC.copy(header)
  header.writeUInt32LE(
    pieces.reduce((sum, piece) => sum + piece.length, 0),
    MAGIC.length,
  )
  header.writeUInt32LE(
    pieces.reduce((sum, piece) => crc32(piece, sum), 0),
    MAGIC.length + 4,
  )
  return header
}

function contentOf(file: Buffer): Uint8Array | undefined {
  if (file.length < HEADER_BYTES || !file.subarray(0, MAGIC.length).equals(MAGIC)) return undefined
  const content = file.subarray(HEADER_BYTES)
  const whole =
    file.readUInt32LE(MAGIC.length) === content.length &&
    file.readUInt32LE(MAGIC.length + 4) === crc32(content)
  return whole ? content : undefined
}
