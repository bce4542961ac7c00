/**
 * Readings on disk, for runs that read the same again and again: one line of JSON for each,
 * appended as it is made and held in memory as a whole.
 *
 *   [key, score, [[score, start, end] | [score] | null, …]]      null for a score of −Infinity
 *
 * A line that cannot be used, the last one of a run that was killed say, is passed over: what it
 * held is read again.
 */
import { appendFile, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Reading, ReadingMemory, SentenceReading } from '../engine/ports'
import { codeOf, createWriteQueue } from './atomic-write'
import { isCount } from './library-list'

const LINE_END = 0x0a

/**
 * Opens the file at `path`, which may not be there yet; its folder must be. One program at a time
 * may write to it.
 * @throws DISK_FULL, LIBRARY_UNWRITABLE when adding
 */
export async function openReadingFile(path: string): Promise<ReadingMemory> {
  const readings = new Map<string, Reading>()
  const bytes = await bytesOf(path)
  for (const line of linesOf(bytes)) {
    const entry = decodeLine(line)
    if (entry) readings.set(...entry)
  }
  const inTurn = createWriteQueue(dirname(path))
  /** A line end where a line may have been cut off, so that the next one stands by itself. */
  let begun = bytes.length > 0 && bytes.at(-1) !== LINE_END ? '\n' : ''
  return {
    get: (key) => readings.get(key),
    async add(key, reading) {
      await inTurn(async () => {
        if (readings.has(key)) return
        const line = `${begun}${encodeLine(key, reading)}\n`
        begun = '\n'
        await appendFile(path, line)
        begun = ''
        readings.set(key, reading)
      })
    },
  }
}

function encodeLine(key: string, { score, sentences }: Reading): string {
  return JSON.stringify([
    key,
    score === -Infinity ? null : score,
    sentences.map((sentence) => sentence && [sentence.score, ...(sentence.span ?? [])]),
  ])
}

function decodeLine(line: string): [key: string, reading: Reading] | undefined {
  const [key, score, sentences] = arrayIn(line)
  if (typeof key !== 'string' || !(score === null || typeof score === 'number')) return undefined
  if (!Array.isArray(sentences)) return undefined
  const decoded = sentences.map(decodeSentence)
  if (decoded.includes('damaged')) return undefined
  const whole = decoded.filter((sentence) => sentence !== 'damaged')
  return [key, { score: score ?? -Infinity, sentences: whole }]
}

function decodeSentence(value: unknown): SentenceReading | undefined | 'damaged' {
  if (value === null) return undefined
  if (!Array.isArray(value)) return 'damaged'
  const [score, start, end] = value as readonly unknown[]
  if (typeof score !== 'number') return 'damaged'
  if (value.length === 1) return { score, span: undefined }
  if (!isCount(start) || !isCount(end) || start > end) return 'damaged'
  return { score, span: [start, end] }
}

function arrayIn(line: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(line)
    return Array.isArray(value) ? value : []
  } catch (cause) {
    if (cause instanceof SyntaxError) return []
    throw cause
  }
}

async function bytesOf(path: string): Promise<Buffer> {
  try {
    return await readFile(path)
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return Buffer.alloc(0)
    throw cause
  }
}

/** Line by line: as one string the file may be longer than a string can be. */
function* linesOf(bytes: Buffer): Iterable<string> {
  for (let start = 0; start < bytes.length;) {
    const stop = bytes.indexOf(LINE_END, start)
    const end = stop === -1 ? bytes.length : stop
    yield bytes.toString('utf8', start, end)
    start = end + 1
  }
}
