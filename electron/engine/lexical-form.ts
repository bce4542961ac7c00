/**
 * The lexical index as bytes: its tables as they lie in memory, one section after the other, so
 * that a library of 100,000 passages is searchable without cutting a word.
 *
 *   section   bytes u32 │ 0 u32 │ values, zeros up to a multiple of eight
 *
 *   about     form, terms, slots, bytes of postings                     u32 each
 *   rules     of the terms, as UTF-16: other rules, other terms
 *   terms     lengths u32 … │ all of them in a row, UTF-16
 *   by term   found, own, first, next, free, slice, last                u32 each
 *   by slot   keys f64 │ lengths u32 │ states u8
 *   postings  blocks in a row
 *
 * Numbers are little endian, as on every platform that Node runs on for desktops. Labels are left
 * out: they are given anew at each opening, and a passage is known by the key of its text. Whether
 * the bytes are whole is the file's to know (see IndexFile); here it is looked at whether they fit.
 */
import { BLOCK_BYTES, createPostings, type PostingTables } from './lexical-postings'
import { createTables, isMostlyHan, leaveSlot, packed, type LexicalTables } from './lexical-tables'

/** Raise when the tables change their meaning. */
const FORM = 1
const ALIGNED = 8
const POSTING_COLUMNS = ['first', 'next', 'free', 'slice', 'last'] as const

/** 53 bits of a text's words, as a key: two of 100,000 texts share one once in two million libraries. */
export function keyOf(text: string): number {
  let [low, high] = [0xdeadbeef, 0x41c6ce57]
  for (let place = 0; place < text.length; place++) {
    const unit = text.charCodeAt(place)
    low = Math.imul(low ^ unit, 2654435761)
    high = Math.imul(high ^ unit, 1597334677)
  }
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  return (high & 0x1fffff) * 2 ** 32 + (low >>> 0)
}

/** @param tables without tombstones @returns copies: the index may change while they are written */
export function encodeTables(tables: Readonly<LexicalTables>, rules: string): Uint8Array[] {
  const { terms, slots } = tables
  const lists = tables.postings.tables
  const names = Array.from(terms.keys())
  const byTerm = (column: Uint32Array) => column.subarray(0, terms.size)
  return [
    Uint32Array.of(FORM, terms.size, slots, lists.used),
    unitsOf(rules),
    Uint32Array.from(names, (name) => name.length),
    unitsOf(names.join('')),
    byTerm(tables.found),
    byTerm(tables.own),
    ...POSTING_COLUMNS.map((column) => byTerm(lists[column])),
    tables.keys.subarray(0, slots),
    tables.lengths.subarray(0, slots),
    tables.states.subarray(0, slots),
    ...lists.blocks.map((block, place) =>
      block.subarray(0, Math.min(BLOCK_BYTES, lists.used - place * BLOCK_BYTES)),
    ),
  ].map(sectionOf)
}

/**
 * @param bytes whole; the tables keep parts of them as their own
 * @param rules by which terms are made now
 * @param claim the label of a passage whose text has this key, each label once; undefined for none
 * @returns undefined for bytes of another form or of other rules
 */
export function decodeTables(
  bytes: Uint8Array,
  rules: string,
  claim: (key: number) => number | undefined,
): Decoded | undefined {
  const sections = sectionsOf(bytes)
  const [form, size, slots, used] = numbers(sections[0])
  if (form !== FORM || size === undefined || slots === undefined || used === undefined) return
  if (textOf(sections[1]) !== rules) return
  const [lengths, units, found, own, ...rest] = sections.slice(2)
  const columns = rest.slice(0, POSTING_COLUMNS.length).map(numbers)
  const [keys, passageLengths, states, ...blocks] = rest.slice(POSTING_COLUMNS.length)
  const [first, next, free, slice, last] = columns
  if (!first || !next || !free || !slice || !last || !keys || !states) return
  const names = namesOf(numbers(lengths), textOf(units))
  const fits =
    [names, numbers(found), numbers(own), ...columns].every(({ length }) => length === size) &&
    keys.length === slots * 8 &&
    numbers(passageLengths).length === slots &&
    states.length === slots &&
    blocks.reduce((sum, block) => sum + block.length, 0) === used
  if (!fits) return
  const byList = { first, next, free, slice, last }
  const postings: PostingTables = { lists: size, used, blocks: blocks.map(wholeBlock), ...byList }
  const terms = new Map(names.map((name, number) => [name, number]))
  const tables: LexicalTables = {
    ...createTables(terms, createPostings(postings)),
    found: numbers(found),
    own: numbers(own),
    slots,
    labels: new Uint32Array(slots),
    keys: new Float64Array(keys.buffer, keys.byteOffset, slots),
    lengths: numbers(passageLengths),
    states,
  }
  return claimed(tables, claim)
}

export interface Decoded {
  /** Of the passages that were claimed. */
  readonly tables: LexicalTables
  /** Passages that nobody claimed, and that are left out. */
  readonly unclaimed: number
}

function claimed(tables: LexicalTables, claim: (key: number) => number | undefined): Decoded {
  let unclaimed = 0
  for (let slot = 0; slot < tables.slots; slot++) {
    tables.size++
    tables.totalLength += tables.lengths[slot] ?? 0
    if (isMostlyHan(tables, slot)) tables.hanSize++
    const label = claim(tables.keys[slot] ?? 0)
    if (label === undefined) {
      leaveSlot(tables, slot)
      unclaimed++
    } else tables.labels[slot] = label
  }
  return { tables: unclaimed > 0 ? packed(tables) : tables, unclaimed }
}

function sectionOf(values: Uint8Array | Uint16Array | Uint32Array | Float64Array): Uint8Array {
  const padded = Math.ceil(values.byteLength / ALIGNED) * ALIGNED
  const section = new Uint8Array(ALIGNED + padded)
  new DataView(section.buffer).setUint32(0, values.byteLength, true)
  section.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), ALIGNED)
  return section
}

/** Views of the bytes, as far as they are sections. */
function sectionsOf(bytes: Uint8Array): readonly Uint8Array[] {
  const whole = bytes.byteOffset % ALIGNED === 0 ? bytes : bytes.slice()
  const view = new DataView(whole.buffer, whole.byteOffset, whole.byteLength)
  const sections: Uint8Array[] = []
  for (let at = 0; at + ALIGNED <= whole.length;) {
    const length = view.getUint32(at, true)
    sections.push(whole.subarray(at + ALIGNED, at + ALIGNED + length))
    at += ALIGNED + Math.ceil(length / ALIGNED) * ALIGNED
  }
  return sections
}

function numbers(section: Uint8Array | undefined): Uint32Array {
  if (!section) return new Uint32Array(0)
  return new Uint32Array(section.buffer, section.byteOffset, Math.floor(section.length / 4))
}

function unitsOf(text: string): Uint16Array {
  const units = new Uint16Array(text.length)
  for (let place = 0; place < text.length; place++) units[place] = text.charCodeAt(place)
  return units
}

function textOf(section: Uint8Array | undefined): string {
  if (!section) return ''
  const units = new Uint16Array(section.buffer, section.byteOffset, Math.floor(section.length / 2))
  const pieces: string[] = []
  for (let start = 0; start < units.length; start += SPREAD_MOST) {
    pieces.push(String.fromCharCode(...units.subarray(start, start + SPREAD_MOST)))
  }
  return pieces.join('')
}

/** Arguments that one call takes on every engine. */
const SPREAD_MOST = 8192

function namesOf(lengths: Uint32Array, text: string): readonly string[] {
  let end = 0
  return Array.from(lengths, (length) => text.slice(end, (end += length)))
}

/** The last one is still filled: it needs its room. */
function wholeBlock(block: Uint8Array): Uint8Array {
  if (block.length === BLOCK_BYTES) return block
  const whole = new Uint8Array(BLOCK_BYTES)
  whole.set(block)
  return whole
}
