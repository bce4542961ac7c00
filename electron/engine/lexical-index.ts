/**
 * The lexical lane: an inverted index in memory, scored by BM25.
 *
 *   score(q, p) = Σ idf(t) · tf·(k1+1) / (tf + k1·(1 − b + b·|p|/avg))      t in q and p
 *   idf(t)      = ln(1 + (N − df + ½) / (df + ½))
 *
 * (Robertson & Zaragoza, The Probabilistic Relevance Framework, 2009; idf kept positive as in
 * Lucene.) Where passages of the term's own script hold it, N and df are also counted among those
 * alone and the smaller idf holds: in a library of 350 Chinese and 70 English passages "the" is no
 * rare word because the Chinese ones lack it. Words that only shape a question count a part of their
 * idf (see function-words). Besides scores it tells how much of the question's
 * weight a passage covers: a lane that knows little of a question says so, and the fusion can
 * yield to the other lane.
 *
 * Meant for 100,000 passages on a desktop: exact scores, a question within 10 ms, some 2 bytes for
 * each term of a passage, written to a file and read back as it lies. Not meant for phrases,
 * prefixes or spelling: the terms see to that.
 *
 *   terms     '催收' → 17                                          lexical-tables
 *   postings      17 → (slot 3, twice), (slot 8, once), …         lexical-postings
 *   slots          3 → label, length, mostly Han?, still there?   lexical-tables
 *   question  each term's postings are added up by slot           lexical-scoring
 *   file      the same columns behind a header                    lexical-form
 *
 * A removed passage leaves a tombstone: its postings stay and are skipped. The tables are packed
 * before they are written, and when a quarter of the slots are tombstones; that copies every
 * posting (some 1.5 s at 100,000 passages).
 */
import { contentWeight } from './function-words'
import { createScorer, type LexicalMatch, type WeighedTerm } from './lexical-scoring'
import {
  countTerm,
  createTables,
  isMostlyHan,
  isHeld,
  leaveSlot,
  numberOf,
  packed,
  takeSlot,
  type LexicalTables,
} from './lexical-tables'

export type { LexicalMatch }

/** Packing is worth its while from this many tombstones on, and from this share of the slots. */
const TOMBSTONES_LEAST = 64
const TOMBSTONES_SHARE = 1 / 4

/** What to tell of a search, where all would be too much. */
export interface SearchBounds {
  /** The best this many, by score, then by label. */
  readonly most: number
  /** Labels to tell of besides, as far as they share a term with the question. */
  readonly also?: Iterable<number>
}

export interface LexicalIndex {
  readonly size: number
  has(label: number): boolean
  /**
   * @param label from 0 to 2^32 - 1
   * @param key names the text that the terms are of; 0 for one that no file need find again
   * @throws RangeError for a label that is there
   */
  add(label: number, terms: readonly string[], key?: number): void
  /** `terms` as they were added. */
  remove(label: number, terms: readonly string[]): void
  /**
   * Passages that share a term with the question, by label: every one, in no order, or with
   * `bounds` the best ones, best first, then those asked for besides.
   */
  search(terms: readonly string[], bounds?: SearchBounds): ReadonlyMap<number, LexicalMatch>
  /** A term's weight: greatest for one that no passage has. */
  idf(term: string): number
  /** How many passages have a term. */
  passagesWith(term: string): number
  /** Without tombstones, to be written to a file: nothing of a removed passage is in them. */
  packedTables(): Readonly<LexicalTables>
}

/** @param tables to begin with, taken as its own; labels in them are unlike each other */
export function createLexicalIndex(tables: LexicalTables = createTables()): LexicalIndex {
  const scorer = createScorer()
  let slotOf = slotsByLabel(tables)

  const idf = (term: string) => {
    const number = tables.terms.get(term)
    const found = number === undefined ? 0 : (tables.found[number] ?? 0)
    const own = number === undefined ? 0 : (tables.own[number] ?? 0)
    const whole = weightOf(tables.size, found)
    if (number === undefined || own === 0) return whole * contentWeight(term)
    const ofScript = tables.inHan[number] === 1 ? tables.hanSize : tables.size - tables.hanSize
    return Math.min(whole, weightOf(ofScript, own)) * contentWeight(term)
  }

  const pack = () => {
    tables = packed(tables)
    slotOf = slotsByLabel(tables)
    scorer.forget()
  }

  return {
    get size() {
      return tables.size
    },
    has: (label) => slotOf.has(label),
    idf,
    add(label, terms, key = 0) {
      if (slotOf.has(label)) throw new RangeError(`label ${String(label)} is there`)
      const frequencies = new Map<number, number>()
      let inHan = 0
      for (const term of terms) {
        const number = numberOf(tables, term)
        inHan += tables.inHan[number] ?? 0
        frequencies.set(number, (frequencies.get(number) ?? 0) + 1)
      }
      const mostlyHan = inHan * 2 > terms.length
      const slot = takeSlot(tables, { label, key, length: terms.length, mostlyHan })
      slotOf.set(label, slot)
      for (const [number, frequency] of frequencies) {
        tables.postings.append(number, slot, frequency)
        countTerm(tables, number, mostlyHan, 1)
      }
      scorer.forget()
    },
    remove(label, terms) {
      const slot = slotOf.get(label)
      if (slot === undefined) return
      slotOf.delete(label)
      const mostlyHan = isMostlyHan(tables, slot)
      for (const term of new Set(terms)) {
        const number = tables.terms.get(term)
        if (number !== undefined) countTerm(tables, number, mostlyHan, -1)
      }
      leaveSlot(tables, slot)
      const tombstones = tables.slots - tables.size
      if (tombstones >= TOMBSTONES_LEAST && tombstones > tables.slots * TOMBSTONES_SHARE) pack()
      scorer.forget()
    },
    search(terms, bounds) {
      const known: WeighedTerm[] = []
      let whole = 0
      for (const term of new Set(terms)) {
        const weight = idf(term)
        whole += weight
        const list = tables.terms.get(term)
        if (list !== undefined && (tables.found[list] ?? 0) > 0) known.push({ list, weight })
      }
      const also = Array.from(bounds?.also ?? [], (label) => slotOf.get(label) ?? -1)
      return scorer.score(tables, known, whole, bounds?.most, also)
    },
    passagesWith(term) {
      const number = tables.terms.get(term)
      return number === undefined ? 0 : (tables.found[number] ?? 0)
    },
    packedTables() {
      if (tables.size < tables.slots) pack()
      return tables
    },
  }
}

function slotsByLabel(tables: LexicalTables): Map<number, number> {
  const slotOf = new Map<number, number>()
  for (let slot = 0; slot < tables.slots; slot++) {
    if (isHeld(tables, slot)) slotOf.set(tables.labels[slot] ?? 0, slot)
  }
  return slotOf
}

function weightOf(passages: number, found: number): number {
  return Math.log(1 + (passages - found + 0.5) / (found + 0.5))
}
