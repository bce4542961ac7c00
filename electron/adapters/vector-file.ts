/**
 * Vectors on disk: one append-only file (its bytes: `vector-record`), held in memory as a whole.
 * What is damaged is cut off or blanked, and embedded again by whoever misses it.
 */
import { open, type FileHandle } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Repair } from '../contract/entities'
import type { VectorStore } from '../engine/ports'
import {
  codeOf,
  diskError,
  namesIn,
  nodeDisk,
  removeLeftovers,
  stamp,
  writeAtomically,
  type Disk,
} from './atomic-write'
import { createVectorAppender } from './vector-appender'
import { checkVector, decodeRecords, encodeBlank, encodeHeader, recordBytes } from './vector-record'

/** One read of the system takes less than 2 GiB. */
const READ_BYTES = 1 << 30

export interface VectorFileOptions {
  readonly fingerprint: string
  readonly dims: number
  /** Otherwise additions stay in memory and the file is left alone, even while another program appends. */
  readonly writable: boolean
  readonly disk?: Disk
}

export interface VectorFile extends VectorStore {
  /** Forgets all that was added before this call and is not in `keep`, on the disk too. */
  compact(keep: ReadonlySet<string>): Promise<void>
  /** Resolves when everything added is on the disk; nothing can be added after. */
  close(): Promise<void>
}

export interface OpenedVectors {
  readonly vectors: VectorFile
  readonly repairs: readonly Repair[]
}

interface Contents {
  readonly vectors: Map<string, Float32Array>
  /** Of the file, in bytes. */
  readonly length: number
  readonly repairs: readonly Repair[]
}

/**
 * Opens or begins the file at `path`; its folder must be there. A file of another fingerprint, or
 * without a readable header, is set aside as `<path>.old-<time>`, one at most.
 * @throws DISK_FULL, LIBRARY_UNWRITABLE
 */
export async function openVectorFile(
  path: string,
  options: VectorFileOptions,
): Promise<OpenedVectors> {
  try {
    const { vectors, length, repairs } = await openContents(path, options)
    const opened = options.writable
      ? createVectorAppender(path, options, vectors, length)
      : memoryOnly(options.dims, vectors)
    return { vectors: opened, repairs }
  } catch (cause) {
    throw diskError(cause, dirname(path))
  }
}

async function openContents(path: string, options: VectorFileOptions): Promise<Contents> {
  const { fingerprint, dims, writable, disk = nodeDisk } = options
  if (writable) await removeLeftovers(dirname(path), basename(path))
  const bytes = await readWhole(path)
  const header = encodeHeader(fingerprint, dims)
  if (!bytes || !header.equals(bytes.subarray(0, header.length))) {
    if (writable) await beginAnew(path, bytes?.length ?? 0, header, disk)
    const repairs = bytes ? [{ what: 'vectors-reset' as const, detail: basename(path) }] : []
    return { vectors: new Map(), length: header.length, repairs }
  }
  const { vectors, end, damaged } = decodeRecords(bytes, header.length, dims)
  // Read-only, an unfinished end is another program's append and no damage.
  const cut = writable ? bytes.length - end : 0
  if (cut === 0 && damaged.length === 0) return { vectors, length: end, repairs: [] }
  if (writable) await mend(path, end, damaged, dims, disk)
  const lost = `${String(damaged.length)} × ${String(recordBytes(dims))} B + ${String(cut)} B`
  const repair: Repair = { what: 'vectors-cut', detail: `${basename(path)}: ${lost}` }
  return { vectors, length: end, repairs: [repair] }
}

/** The file's bytes in one buffer of its own, so that vectors in it are aligned. */
async function readWhole(path: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  let handle: FileHandle
  try {
    handle = await open(path, 'r')
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return undefined
    throw cause
  }
  try {
    const { size } = await handle.stat()
    const bytes = new Uint8Array(size)
    let filled = 0
    while (filled < size) {
      const most = Math.min(READ_BYTES, size - filled)
      const { bytesRead } = await handle.read(bytes, filled, most, filled)
      if (bytesRead === 0) break
      filled += bytesRead
    }
    return bytes.subarray(0, filled)
  } finally {
    await handle.close()
  }
}

async function beginAnew(path: string, size: number, header: Buffer, disk: Disk): Promise<void> {
  const [folder, name] = [dirname(path), basename(path)]
  if (size > 0) {
    for (const other of await namesIn(folder)) {
      if (other.startsWith(`${name}.old-`)) await disk.rm(join(folder, other), { force: true })
    }
    await disk.rename(path, `${path}.old-${stamp()}`)
  }
  await writeAtomically(folder, name, header, disk)
}

async function mend(
  path: string,
  end: number,
  damaged: readonly number[],
  dims: number,
  disk: Disk,
): Promise<void> {
  const handle = await disk.open(path, 'r+')
  try {
    await handle.truncate(end)
    for (const at of damaged) await handle.write(encodeBlank(dims), 0, recordBytes(dims), at)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function memoryOnly(dims: number, vectors: Map<string, Float32Array>): VectorFile {
  return {
    get size() {
      return vectors.size
    },
    get: (hash) => vectors.get(hash),
    async add(hash, vector) {
      checkVector(hash, vector, dims)
      const copy = vector.slice()
      await Promise.resolve()
      if (!vectors.has(hash)) vectors.set(hash, copy)
    },
    async compact(keep) {
      await Promise.resolve()
      for (const hash of [...vectors.keys()]) if (!keep.has(hash)) vectors.delete(hash)
    },
    close: () => Promise.resolve(),
  }
}
