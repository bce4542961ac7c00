import { useCallback, useEffect, useRef, type KeyboardEvent } from 'react'
import { singleKey, takesText } from './keys'
import { citedReading } from './readings'
import type { Asked } from './use-ask'
import type { ReadingState } from './use-reading'

interface CitationsParts {
  readonly asked: Asked
  readonly pane: ReadingState
  /** The reading pane lies beside the answer and not over it. */
  readonly beside: boolean
  /** Whether keys pressed alone act. */
  readonly singleKeys: boolean
  /** Give the same function every time. */
  readonly onKeyList: () => void
}

export interface Citations {
  /** Opens the source of the answer's sentence with this number, if there is one. */
  readonly openCitation: (number: number) => void
  readonly stepMark: (by: 1 | -1) => void
  readonly onSingleKey: (event: KeyboardEvent) => void
}

/** From the answer to its sources; a pane that is open follows when another answer comes. */
export function useCitations(parts: CitationsParts): Citations {
  const { asked, beside, singleKeys, onKeyList } = parts
  const { reading, open, leave, follow, unmark, step } = parts.pane
  const besideNow = useRef(beside)
  useEffect(() => {
    besideNow.current = beside
  }, [beside])

  const openCitation = useCallback(
    (number: number) => {
      const cited = asked.shown && citedReading(asked.shown.answer, number)
      if (cited) open(cited)
    },
    [asked.shown, open],
  )

  useEffect(() => {
    if (!asked.shown) return
    const lead = asked.shown.answer.kind === 'found' && citedReading(asked.shown.answer, 1)
    if (lead) follow(lead)
    else if (besideNow.current) unmark()
    else leave()
  }, [asked.shown, follow, unmark, leave])

  const stepMark = useCallback(
    (by: 1 | -1) => {
      if (reading) step(by)
      else openCitation(1)
    },
    [reading, step, openCitation],
  )

  const onSingleKey = useCallback(
    (event: KeyboardEvent) => {
      if (!singleKeys || takesText(event.target)) return
      const wanted = singleKey(event.nativeEvent)
      if (!wanted) return
      event.preventDefault()
      if (wanted.does === 'open') openCitation(wanted.number)
      else if (wanted.does === 'step') stepMark(wanted.by)
      else onKeyList()
    },
    [singleKeys, openCitation, stepMark, onKeyList],
  )

  return { openCitation, stepMark, onSingleKey }
}
