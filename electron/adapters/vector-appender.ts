/**
 * The writing side of the vector file.
 *
 *   add add add ─┐ wait while a write is under way
 *                └→ one batch → one append, one fsync → all of them resolve
 *
 * The file is opened for each batch: a file that is not as this program left it (deleted, cut) is
 * seen at once, and written again from memory.
 */
import type { FileHandle } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { AppError } from '../contract/errors'
import { createWriteQueue, nodeDisk, writeAtomically, type Disk } from './atomic-write'
import type { VectorFile } from './vector-file'
import { encodeHeader, encodeRecord, recordBytes, vectorOf } from './vector-record'

interface Batch {
  readonly records: Map<string, Buffer>
  readonly written: Promise<void>
}

/**
 * @param vectors what the file holds; grows with it
 * @param length of the file, in bytes
 */
export function createVectorAppender(
  path: string,
  options: { readonly fingerprint: string; readonly dims: number; readonly disk?: Disk },
  vectors: Map<string, Float32Array>,
  length: number,
): VectorFile {
  const { fingerprint, dims, disk = nodeDisk } = options
  const folder = dirname(path)
  const header = encodeHeader(fingerprint, dims)
  const inTurn = createWriteQueue(folder)
  let closed = false
  /** Takes additions until its write begins. */
  let open: Batch | undefined
  const batches = new Set<Batch>()

  function openBatch(): Batch {
    const records = new Map<string, Buffer>()
    const written = inTurn(async () => {
      if (open === batch) open = undefined
      try {
        await append([...records.values()])
        for (const [hash, record] of records) vectors.set(hash, vectorOf(record))
      } finally {
        batches.delete(batch)
      }
    })
    const batch: Batch = { records, written }
    batches.add(batch)
    open = batch
    return batch
  }

  async function append(records: readonly Buffer[]): Promise<void> {
    const handle = await disk.open(path, 'a')
    try {
      const { size } = await handle.stat()
      if (size === length) {
        await appendTo(handle, size, Buffer.concat(records))
        length += records.length * recordBytes(dims)
        return
      }
    } finally {
      await handle.close()
    }
    await rewrite(records)
  }

  async function rewrite(more: readonly Buffer[]): Promise<void> {
    await writeAtomically(folder, basename(path), contents(more), disk)
    length = header.length + (vectors.size + more.length) * recordBytes(dims)
  }

  function* contents(more: readonly Buffer[]): Iterable<Uint8Array> {
    yield header
    for (const [hash, vector] of vectors) yield encodeRecord(hash, vector, dims)
    yield* more
  }

  return {
    get size() {
      return vectors.size
    },
    get: (hash) => vectors.get(hash),

    async add(hash, vector) {
      if (closed) throw new AppError('ENGINE_STOPPED')
      const record = encodeRecord(hash, vector, dims)
      const onItsWay = [...batches].find(({ records }) => records.has(hash))
      if (onItsWay) return onItsWay.written
      if (vectors.has(hash)) return
      const batch = open ?? openBatch()
      batch.records.set(hash, record)
      return batch.written
    },

    compact(keep) {
      // What is added from here on comes after the rewriting, and stays.
      open = undefined
      return inTurn(async () => {
        const dropped = [...vectors].filter(([hash]) => !keep.has(hash))
        if (dropped.length === 0) return
        for (const [hash] of dropped) vectors.delete(hash)
        try {
          await rewrite([])
        } catch (cause) {
          for (const [hash, vector] of dropped) vectors.set(hash, vector)
          throw cause
        }
      })
    },

    async close() {
      closed = true
      // An empty turn comes after every write; one that failed was told to those who waited for it.
      await inTurn(() => Promise.resolve())
    },
  }
}

/** A failed append leaves no torn record between good ones. */
async function appendTo(handle: FileHandle, size: number, bytes: Buffer): Promise<void> {
  try {
    await handle.writeFile(bytes)
    await handle.datasync()
  } catch (cause) {
    // What cannot be cut now makes the file longer than expected: the next batch writes it again.
    await handle.truncate(size).catch(() => undefined)
    throw cause
  }
}
