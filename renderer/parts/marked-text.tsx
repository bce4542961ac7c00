import { Fragment } from 'react'
import type { Span } from '../../electron/contract/entities'
import { piecesOf, type Highlight } from '../highlights'

interface MarkedTextProps {
  /** The whole article's text; `span` says which part of it is shown. */
  readonly text: string
  readonly span: Span
  readonly cited: readonly Highlight[] | undefined
  readonly found: readonly Highlight[] | undefined
}

/** A stretch of the article with its cited sentences marked, and within all of it what was looked for. */
export function MarkedText({ text, span, cited = [], found = [] }: MarkedTextProps) {
  return piecesOf(span, cited).map((piece) => {
    const inner = piecesOf(piece, found).map((part) =>
      part.highlight ? (
        <span key={part.start} className="found" data-tone={part.highlight.tone}>
          {text.slice(part.start, part.end)}
        </span>
      ) : (
        <Fragment key={part.start}>{text.slice(part.start, part.end)}</Fragment>
      ),
    )
    return piece.highlight ? (
      <mark key={piece.start} data-tone={piece.highlight.tone}>
        {inner}
      </mark>
    ) : (
      <Fragment key={piece.start}>{inner}</Fragment>
    )
  })
}
