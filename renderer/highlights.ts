/** Which stretches of an article's text are marked, block by block, so that a block redraws only when its own marks change. */
import type { Span } from '../electron/contract/entities'

export interface Highlight extends Span {
  readonly tone: 'cited' | 'other' | 'words' | 'found' | 'found-current'
  /** Words within it that answer. */
  readonly words?: Span
}

export interface Piece extends Span {
  readonly highlight?: Highlight
}

/** `span` cut at the edges of `highlights` (sorted by start). Where two overlap, the earlier one keeps its text. */
export function piecesOf(span: Span, highlights: readonly Highlight[]): readonly Piece[] {
  const pieces: Piece[] = []
  let at = span.start
  for (const highlight of highlights) {
    const start = Math.max(highlight.start, at)
    const end = Math.min(highlight.end, span.end)
    if (start >= end) continue
    if (start > at) pieces.push({ start: at, end: start })
    pieces.push({ start, end, highlight })
    at = end
  }
  if (at < span.end) pieces.push({ start: at, end: span.end })
  return pieces
}

/**
 * For every block (sorted by start, not overlapping) that some highlight touches, by the block's
 * start, the highlights that touch it.
 */
export function highlightsByBlock(
  blocks: readonly Span[],
  highlights: readonly Highlight[],
): ReadonlyMap<number, readonly Highlight[]> {
  const byBlock = new Map<number, Highlight[]>()
  for (const highlight of highlights.toSorted((a, b) => a.start - b.start)) {
    for (let index = firstEndingAfter(blocks, highlight.start); index < blocks.length; index++) {
      const block = blocks[index]
      if (!block || block.start >= highlight.end) break
      const touching = byBlock.get(block.start)
      if (touching) touching.push(highlight)
      else byBlock.set(block.start, [highlight])
    }
  }
  return byBlock
}

function firstEndingAfter(blocks: readonly Span[], offset: number): number {
  let low = 0
  let high = blocks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((blocks[middle]?.end ?? Infinity) > offset) high = middle
    else low = middle + 1
  }
  return low
}

/** Every place where `words` stand in `text`, letter case aside, in order; none for no words. */
export function findAll(text: string, words: string): readonly Span[] {
  if (words.trim() === '') return []
  const pattern = new RegExp(words.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'), 'giu')
  return Array.from(text.matchAll(pattern), ({ index, 0: match }) => ({
    start: index,
    end: index + match.length,
  }))
}
