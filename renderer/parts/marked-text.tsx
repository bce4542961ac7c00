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

/**
 * A stretch of the article with its cited sentences marked, in them the words that answer, and
 * within all of it what was looked for.
 */
export function MarkedText({ text, span, cited = [], found }: MarkedTextProps) {
  return piecesOf(span, cited).map((piece) => {
    const { highlight } = piece
    if (!highlight) return <FoundText key={piece.start} text={text} span={piece} found={found} />
    const { words } = highlight
    return (
      <mark key={piece.start} data-tone={highlight.tone}>
        {piecesOf(piece, words ? [{ ...words, tone: 'words' }] : []).map((part) =>
          part.highlight ? (
            <span key={part.start} className="answering">
              <FoundText text={text} span={part} found={found} />
            </span>
          ) : (
            <FoundText key={part.start} text={text} span={part} found={found} />
          ),
        )}
      </mark>
    )
  })
}

function FoundText({ text, span, found = [] }: Omit<MarkedTextProps, 'cited'>) {
  return piecesOf(span, found).map((part) =>
    part.highlight ? (
      <span key={part.start} className="found" data-tone={part.highlight.tone}>
        {text.slice(part.start, part.end)}
      </span>
    ) : (
      <Fragment key={part.start}>{text.slice(part.start, part.end)}</Fragment>
    ),
  )
}
