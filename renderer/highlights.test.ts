import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findAll, highlightsByBlock, piecesOf, type Highlight } from './highlights'

const spans = fc
  .array(fc.tuple(fc.nat(200), fc.nat(40)), { maxLength: 12 })
  .map((pairs) =>
    pairs
      .map(([start, length]): Highlight => ({ start, end: start + length, tone: 'other' }))
      .toSorted((a, b) => a.start - b.start),
  )

describe('piecesOf', () => {
  test('covers its span exactly once, in order, whatever is highlighted', () => {
    fc.assert(
      fc.property(fc.nat(100), fc.integer({ min: 1, max: 100 }), spans, (start, length, marks) => {
        const pieces = piecesOf({ start, end: start + length }, marks)
        expect(pieces[0]?.start).toBe(start)
        expect(pieces.at(-1)?.end).toBe(start + length)
        for (const [index, piece] of pieces.entries()) {
          expect(piece.end).toBeGreaterThan(piece.start)
          expect(piece.start).toBe(index === 0 ? start : pieces[index - 1]?.end)
        }
      }),
    )
  })

  test('marks every character that some highlight covers and no other', () => {
    fc.assert(
      fc.property(spans, (marks) => {
        for (const piece of piecesOf({ start: 0, end: 250 }, marks)) {
          for (let at = piece.start; at < piece.end; at++) {
            const covered = marks.some(({ start, end }) => start <= at && at < end)
            expect(piece.highlight !== undefined).toBe(covered)
          }
        }
      }),
    )
  })
})

test('highlightsByBlock finds for every block just what touches it', () => {
  const blocks = Array.from({ length: 20 }, (_, index) => ({
    start: index * 12,
    end: index * 12 + 11,
  }))
  fc.assert(
    fc.property(spans, (marks) => {
      const byBlock = highlightsByBlock(blocks, marks)
      for (const block of blocks) {
        const touching = marks.filter(
          ({ start, end }) => start < block.end && end > block.start && end > start,
        )
        const given = (byBlock.get(block.start) ?? []).filter(({ start, end }) => end > start)
        expect(given).toEqual(touching)
      }
    }),
  )
})

describe('findAll', () => {
  test('finds in any letter case, at offsets of the text itself', () => {
    expect(findAll('İ app, App and APP', 'app')).toEqual([
      { start: 2, end: 5 },
      { start: 7, end: 10 },
      { start: 15, end: 18 },
    ])
  })

  test('takes every sign as it is', () => {
    const signs = '\\^$.*+?()[]{}|/-'
    for (const sign of signs) expect(findAll(`a${sign}b`, sign)).toEqual([{ start: 1, end: 2 }])
  })

  test('finds nothing for nothing', () => {
    expect(findAll('text', '  ')).toEqual([])
  })
})
