/**
 * The bytes of the vector file. Numbers are little endian, as on every platform that Node runs on
 * for desktops, so vectors are looked at where they lie in the file's bytes.
 *
 *   header   'WJVEC1\n' 0 │ dims u32 │ length u32 │ fingerprint UTF-8, zeros up to 4 │ crc32 u32
 *   record   passage hash, 32 bytes │ dims × f32 │ crc32 u32
 *
 * A checksum covers what stands before it in its header or record. Every record begins at a
 * multiple of four, has the same size, and can be used without any other one. A record whose
 * hash is all zeros is blank.
 */
import { crc32 } from 'node:zlib'

const MAGIC = Buffer.from('WJVEC1\n\0', 'latin1')
const HASH_BYTES = 32
const BLANK = '0'.repeat(64)
/** Rounding of float32 leaves a unit vector well within this of length 1. */
const UNIT_TOLERANCE = 1e-3

export function recordBytes(dims: number): number {
  return HASH_BYTES + dims * 4 + 4
}

export function encodeHeader(fingerprint: string, dims: number): Buffer {
  const name = Buffer.from(fingerprint)
  const header = Buffer.alloc(MAGIC.length + 8 + Math.ceil(name.length / 4) * 4 + 4)
  MAGIC.copy(header)
  header.writeUInt32LE(dims, MAGIC.length)
  header.writeUInt32LE(name.length, MAGIC.length + 4)
  name.copy(header, MAGIC.length + 8)
  return sealed(header)
}

/**
 * @param hash 64 lower-case hex digits
 * @throws RangeError for what must not be in the file: see {@link checkVector}
 */
export function encodeRecord(hash: string, vector: Float32Array, dims: number): Buffer {
  checkVector(hash, vector, dims)
  const record = Buffer.alloc(recordBytes(dims))
  record.write(hash, 'hex')
  record.set(new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength), HASH_BYTES)
  return sealed(record)
}

/** A record that holds nothing, to stand where a damaged one stood. */
export function encodeBlank(dims: number): Buffer {
  return sealed(Buffer.alloc(recordBytes(dims)))
}

/** A copy of a record's vector. */
export function vectorOf(record: Buffer): Float32Array {
  return new Float32Array(new Uint8Array(record.subarray(HASH_BYTES, -4)).buffer)
}

export interface Records {
  /** Views of `bytes`; of two records with one hash the first. */
  readonly vectors: Map<string, Float32Array>
  /** Bytes up to the end of the last record that is whole. */
  readonly end: number
  /** Where damaged records stand before that end. */
  readonly damaged: readonly number[]
}

/** @param start where the first record begins, a multiple of four, as is the offset of `bytes` */
export function decodeRecords(bytes: Uint8Array, start: number, dims: number): Records {
  const size = recordBytes(dims)
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const vectors = new Map<string, Float32Array>()
  const damaged: number[] = []
  let end = start
  for (let at = start; at + size <= buffer.length; at += size) {
    if (crc32(buffer.subarray(at, at + size - 4)) !== buffer.readUInt32LE(at + size - 4)) {
      damaged.push(at)
      continue
    }
    end = at + size
    const hash = buffer.toString('hex', at, at + HASH_BYTES)
    if (hash !== BLANK && !vectors.has(hash)) {
      vectors.set(hash, new Float32Array(bytes.buffer, bytes.byteOffset + at + HASH_BYTES, dims))
    }
  }
  return { vectors, end, damaged: damaged.filter((at) => at < end) }
}

/**
 * Passes a vector that can be compared by cosine, under a key that can be kept.
 * @throws RangeError for another hash, another count of values, NaN, or a length other than 1
 */
export function checkVector(hash: string, vector: Float32Array, dims: number): void {
  if (!/^[0-9a-f]{64}$/.test(hash) || hash === BLANK) throw new RangeError(`hash ${hash}`)
  if (vector.length !== dims) {
    throw new RangeError(`a vector of ${String(vector.length)} values where ${String(dims)} belong`)
  }
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0))
  if (!(Math.abs(length - 1) < UNIT_TOLERANCE)) {
    throw new RangeError(`a vector of length ${String(length)} where 1 belongs`)
  }
}

function sealed(bytes: Buffer): Buffer {
  const end = bytes.length - 4
  bytes.writeUInt32LE(crc32(bytes.subarray(0, end)), end)
  return bytes
}
