/**
 * Posting lists in little memory: for each term the slots that hold it and how often, as bytes.
 *
 *   posting  varint(gap · 2 + more), then varint(frequency) where `more` is set     mostly 1–2 bytes
 *   varint   seven bits a byte, the lowest first, the eighth set when another byte follows
 *
 * Gaps are counted from the posting before, so slots of one list must ascend. Bytes lie in slices
 * that a few large blocks are cut into; a list that fills its slice gets one twice as long, and the
 * address of that one stands in front of the slice's bytes (as in Lucene's ByteBlockPool). Short
 * lists, which most are, waste little, long ones jump seldom, and nothing is ever moved.
 */
import { withRoom } from './growing-array'

export const BLOCK_BYTES = 1 << 20
const FIRST_SLICE = 4
const LONGEST_SLICE = 4096
const ADDRESS_BYTES = 4

/** All that the lists are made of: plain numbers, to be written to a file and read again. */
export interface PostingTables {
  /** Number of lists. */
  lists: number
  /** Bytes in use, over all blocks. */
  used: number
  blocks: Uint8Array[]
  /** By list: address of its first slice, of its next free byte, and bytes free in its last slice. */
  first: Uint32Array
  next: Uint32Array
  free: Uint32Array
  /** By list: length of its last slice, and the slot that was appended last. */
  slice: Uint32Array
  last: Uint32Array
}

export interface Postings {
  readonly tables: Readonly<PostingTables>
  /** Begins an empty list. @returns its number, counted from 0 */
  begin(): number
  /** @param slot greater than any in the list, below 2^30 @param frequency from 1 */
  append(list: number, slot: number, frequency: number): void
  /** Puts a list's postings into {@link Postings.slots} and `frequencies`. @returns how many */
  read(list: number): number
  /** What was read last: as many as `read` said, then leavings of earlier lists. */
  slots(): Uint32Array
  frequencies(): Uint32Array
}

export function emptyTables(): PostingTables {
  const empty = new Uint32Array(0)
  const byList = { first: empty, next: empty, free: empty, slice: empty, last: empty }
  return { lists: 0, used: 0, blocks: [], ...byList }
}

/** Takes the tables as its own and changes them. */
export function createPostings(tables: PostingTables = emptyTables()): Postings {
  let bytes = new Uint8Array(LONGEST_SLICE)
  let slots = new Uint32Array(1024)
  let frequencies = new Uint32Array(1024)

  /** Slices lie within one block, so that each can be copied at once. */
  const cut = (length: number): number => {
    const left = BLOCK_BYTES - (tables.used % BLOCK_BYTES)
    if (left < length + ADDRESS_BYTES) tables.used += left
    const address = tables.used
    if (address / BLOCK_BYTES >= tables.blocks.length) {
      tables.blocks.push(new Uint8Array(BLOCK_BYTES))
    }
    tables.used += length + ADDRESS_BYTES
    return address
  }

  const openSlice = (list: number, address: number, length: number) => {
    tables.next[list] = address + ADDRESS_BYTES
    tables.slice[list] = length
    tables.free[list] = length
  }

  const put = (list: number, byte: number) => {
    if (tables.free[list] === 0) {
      const full = tables.slice[list] ?? 0
      const longer = Math.min(full * 2, LONGEST_SLICE)
      const address = cut(longer)
      const start = (tables.next[list] ?? 0) - full - ADDRESS_BYTES
      addressAt(tables.blocks, start).setUint32(0, address, true)
      openSlice(list, address, longer)
    }
    const at = tables.next[list] ?? 0
    const block = tables.blocks[Math.floor(at / BLOCK_BYTES)]
    if (block) block[at % BLOCK_BYTES] = byte
    tables.next[list] = at + 1
    tables.free[list] = (tables.free[list] ?? 0) - 1
  }

  const putNumber = (list: number, value: number) => {
    let rest = value
    while (rest > 127) {
      put(list, (rest & 127) | 128)
      rest >>>= 7
    }
    put(list, rest)
  }

  /** Copies a list's slices into `bytes`, one behind the other. @returns their length */
  const gather = (list: number): number => {
    let address = tables.first[list] ?? 0
    let length = FIRST_SLICE
    let filled = 0
    const end = tables.next[list] ?? 0
    for (;;) {
      const start = address + ADDRESS_BYTES
      const isLast = end >= start && end <= start + length
      const taken = isLast ? end - start : length
      bytes = withRoom(bytes, filled + taken)
      const block = tables.blocks[Math.floor(address / BLOCK_BYTES)]
      const within = start % BLOCK_BYTES
      if (block) bytes.set(block.subarray(within, within + taken), filled)
      filled += taken
      if (isLast) return filled
      address = addressAt(tables.blocks, address).getUint32(0, true)
      length = Math.min(length * 2, LONGEST_SLICE)
    }
  }

  return {
    tables,
    begin() {
      const list = tables.lists++
      for (const column of ['first', 'next', 'free', 'slice', 'last'] as const) {
        tables[column] = withRoom(tables[column], tables.lists)
      }
      const address = cut(FIRST_SLICE)
      tables.first[list] = address
      openSlice(list, address, FIRST_SLICE)
      return list
    },
    append(list, slot, frequency) {
      const gap = slot - (tables.last[list] ?? 0)
      tables.last[list] = slot
      putNumber(list, gap * 2 + (frequency > 1 ? 1 : 0))
      if (frequency > 1) putNumber(list, frequency)
    },
    read(list) {
      const length = gather(list)
      slots = withRoom(slots, length)
      frequencies = withRoom(frequencies, length)
      let [at, count, slot] = [0, 0, 0]
      while (at < length) {
        // Written out twice, since a question reads some hundred thousand of these.
        let byte = bytes[at++] ?? 0
        let value = byte & 127
        for (let shift = 7; byte > 127; shift += 7) {
          byte = bytes[at++] ?? 0
          value |= (byte & 127) << shift
        }
        slot += value >>> 1
        let frequency = 1
        if (value & 1) {
          byte = bytes[at++] ?? 0
          frequency = byte & 127
          for (let shift = 7; byte > 127; shift += 7) {
            byte = bytes[at++] ?? 0
            frequency |= (byte & 127) << shift
          }
        }
        slots[count] = slot
        frequencies[count++] = frequency
      }
      return count
    },
    slots: () => slots,
    frequencies: () => frequencies,
  }
}

/** The bytes of the address that stands in front of a slice. */
function addressAt(blocks: readonly Uint8Array[], at: number): DataView {
  const block = blocks[Math.floor(at / BLOCK_BYTES)] ?? new Uint8Array(BLOCK_BYTES)
  return new DataView(block.buffer, block.byteOffset + (at % BLOCK_BYTES), ADDRESS_BYTES)
}
