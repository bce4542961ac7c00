/**
 * What the lexical index is made of: columns of plain numbers, by term and by slot. A passage gets
 * the next slot when it is added and keeps it until the tables are packed; its label is the
 * library's own number for it.
 */
import { createPostings, type Postings } from './lexical-postings'
import { withRoom } from './growing-array'

/** A slot without this bit is a tombstone: its passage has gone, its postings are skipped. */
const HELD = 1
/** More than half of the passage's terms are in Han. */
const MOSTLY_HAN = 2

const han = /\p{Script=Han}/u

export interface LexicalTables {
  /** Term to its number, which is that of its posting list; in the order of the numbers. */
  readonly terms: Map<string, number>
  readonly postings: Postings
  /** By term: passages that have it, and how many of them are in the term's own script. */
  found: Uint32Array
  own: Uint32Array
  /** By term: 1 for one with a Han character. */
  inHan: Uint8Array
  /** Number of slots, tombstones counted. */
  slots: number
  /** By slot. */
  labels: Uint32Array
  keys: Float64Array
  lengths: Uint32Array
  states: Uint8Array
  /** Over the passages that are there: how many, how many mostly in Han, how many terms. */
  size: number
  hanSize: number
  totalLength: number
}

/** @param terms with their posting lists, numbered alike */
export function createTables(
  terms = new Map<string, number>(),
  postings = createPostings(),
): LexicalTables {
  const inHan = Uint8Array.from(terms.keys(), (term) => (han.test(term) ? 1 : 0))
  return {
    terms,
    postings,
    found: new Uint32Array(terms.size),
    own: new Uint32Array(terms.size),
    inHan,
    slots: 0,
    labels: new Uint32Array(0),
    keys: new Float64Array(0),
    lengths: new Uint32Array(0),
    states: new Uint8Array(0),
    size: 0,
    hanSize: 0,
    totalLength: 0,
  }
}

/** The term's number; a new one for a new term. */
export function numberOf(tables: LexicalTables, term: string): number {
  const known = tables.terms.get(term)
  if (known !== undefined) return known
  const fresh = tables.postings.begin()
  tables.terms.set(term, fresh)
  tables.found = withRoom(tables.found, fresh + 1)
  tables.own = withRoom(tables.own, fresh + 1)
  tables.inHan = withRoom(tables.inHan, fresh + 1)
  tables.inHan[fresh] = han.test(term) ? 1 : 0
  return fresh
}

export interface SlotRow {
  readonly label: number
  readonly key: number
  readonly length: number
  readonly mostlyHan: boolean
}

/** Takes the next slot for a passage. @returns its number */
export function takeSlot(tables: LexicalTables, row: SlotRow): number {
  const slot = tables.slots++
  tables.labels = withRoom(tables.labels, tables.slots)
  tables.keys = withRoom(tables.keys, tables.slots)
  tables.lengths = withRoom(tables.lengths, tables.slots)
  tables.states = withRoom(tables.states, tables.slots)
  tables.labels[slot] = row.label
  tables.keys[slot] = row.key
  tables.lengths[slot] = row.length
  tables.states[slot] = HELD | (row.mostlyHan ? MOSTLY_HAN : 0)
  tables.size++
  if (row.mostlyHan) tables.hanSize++
  tables.totalLength += row.length
  return slot
}

/** Makes a slot a tombstone; the counts by term are the caller's to set right. */
export function leaveSlot(tables: LexicalTables, slot: number): void {
  if (isMostlyHan(tables, slot)) tables.hanSize--
  tables.states[slot] = 0
  tables.size--
  tables.totalLength -= tables.lengths[slot] ?? 0
}

export function isHeld(tables: LexicalTables, slot: number): boolean {
  return ((tables.states[slot] ?? 0) & HELD) !== 0
}

export function isMostlyHan(tables: LexicalTables, slot: number): boolean {
  return ((tables.states[slot] ?? 0) & MOSTLY_HAN) !== 0
}

/** Counts a passage among those that have a term, or no longer. */
export function countTerm(
  tables: LexicalTables,
  term: number,
  mostlyHan: boolean,
  change: 1 | -1,
): void {
  tables.found[term] = (tables.found[term] ?? 0) + change
  if ((tables.inHan[term] === 1) !== mostlyHan) return
  tables.own[term] = (tables.own[term] ?? 0) + change
}

/** The same without tombstones and without terms that only they had; all counts made anew. */
export function packed(tables: LexicalTables): LexicalTables {
  const fresh = createTables()
  const moved = new Int32Array(tables.slots).fill(-1)
  for (let slot = 0; slot < tables.slots; slot++) {
    if (!isHeld(tables, slot)) continue
    moved[slot] = takeSlot(fresh, {
      label: tables.labels[slot] ?? 0,
      key: tables.keys[slot] ?? 0,
      length: tables.lengths[slot] ?? 0,
      mostlyHan: isMostlyHan(tables, slot),
    })
  }
  for (const [term, list] of tables.terms) {
    const count = tables.postings.read(list)
    const [slots, frequencies] = [tables.postings.slots(), tables.postings.frequencies()]
    let number: number | undefined
    for (let place = 0; place < count; place++) {
      const slot = moved[slots[place] ?? 0] ?? -1
      if (slot < 0) continue
      number ??= numberOf(fresh, term)
      fresh.postings.append(number, slot, frequencies[place] ?? 1)
      countTerm(fresh, number, isMostlyHan(fresh, slot), 1)
    }
  }
  return fresh
}
