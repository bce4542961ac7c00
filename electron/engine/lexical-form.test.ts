import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeTables, encodeTables, keyOf } from './lexical-form'
import { createLexicalIndex } from './lexical-index'

const TEXTS = ['逾期 会 上门', 'a visit for a loan', '征信 异议']

const units = fc.uint16Array({ maxLength: 8 }).map((some) => String.fromCharCode(...some))

function bytesOf(texts: readonly string[], rules = 'rules'): Uint8Array {
  const index = createLexicalIndex()
  texts.forEach((text, label) => {
    index.add(label, text.split(' '), keyOf(text))
  })
  const pieces = encodeTables(index.packedTables(), rules)
  return new Uint8Array(pieces.flatMap((piece) => Array.from(piece)))
}

/** Gives each text its place among `texts` as its label, plus 100. */
function claimFrom(texts: readonly string[]) {
  const labels = new Map(texts.map((text, place) => [keyOf(text), place + 100]))
  return (key: number) => labels.get(key)
}

describe('the lexical index as bytes', () => {
  it('comes back under the labels of now', () => {
    const reversed = [...TEXTS].reverse()
    const decoded = decodeTables(bytesOf(TEXTS), 'rules', claimFrom(reversed))
    expect(decoded?.unclaimed).toBe(0)
    const index = createLexicalIndex(decoded?.tables)
    expect(Array.from(index.search(['上门']).keys())).toEqual([102])
    expect(Array.from(index.search(['异议']).keys())).toEqual([100])
    expect(index.has(101)).toBe(true)
  })

  it('leaves out what nobody claims, words and all', () => {
    const decoded = decodeTables(bytesOf(TEXTS), 'rules', claimFrom(TEXTS.slice(1)))
    expect(decoded?.unclaimed).toBe(1)
    const index = createLexicalIndex(decoded?.tables)
    expect(index.size).toBe(2)
    expect(index.idf('上门')).toBe(index.idf('nowhere'))
    expect(Array.from(index.packedTables().terms.keys())).not.toContain('上门')
  })

  it('holds no word of a passage that was removed', () => {
    const index = createLexicalIndex()
    index.add(0, ['secret', 'loan'], 1)
    index.add(1, ['loan'], 2)
    index.remove(0, ['secret', 'loan'])
    const pieces = encodeTables(index.packedTables(), 'rules')
    const text = pieces.map((piece) => new TextDecoder('utf-16le').decode(piece)).join('')
    expect(text).toContain('loan')
    expect(text).not.toContain('secret')
  })

  it('is refused under other rules, and where it is of no such form', () => {
    const claim = claimFrom(TEXTS)
    expect(decodeTables(bytesOf(TEXTS, 'rules of before'), 'rules', claim)).toBeUndefined()
    expect(decodeTables(new Uint8Array(0), 'rules', claim)).toBeUndefined()
    const other = bytesOf(TEXTS)
    other[8] = 99
    expect(decodeTables(other, 'rules', claim)).toBeUndefined()
  })

  it('is refused when it was cut anywhere, wherever in memory it lies', () => {
    const whole = bytesOf(TEXTS)
    fc.assert(
      fc.property(fc.nat(whole.length - 1), (length) => {
        expect(decodeTables(whole.slice(0, length), 'rules', claimFrom(TEXTS))).toBeUndefined()
      }),
    )
    const moved = new Uint8Array(whole.length + 3)
    moved.set(whole, 3)
    expect(decodeTables(moved.subarray(3), 'rules', claimFrom(TEXTS))?.tables.size).toBe(3)
  })

  it('has keys that differ where texts differ', () => {
    fc.assert(
      fc.property(units, units, (left, right) => {
        expect(keyOf(left) === keyOf(right)).toBe(left === right)
        expect(Number.isSafeInteger(keyOf(left))).toBe(true)
      }),
    )
  })
})
