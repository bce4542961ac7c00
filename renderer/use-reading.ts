import { useCallback, useRef, useState } from 'react'
import type { Reading } from './app-context'

export interface ReadingState {
  readonly reading: Reading | undefined
  readonly open: (reading: Reading) => void
  /** Closes the pane; the focus goes back to where it was opened from. */
  readonly close: () => void
  /** Closes the pane because something else is to be seen; the focus stays. */
  readonly leave: () => void
  /** Takes what a new answer cites in the place of what an earlier one did; the focus stays. */
  readonly follow: (reading: Reading) => void
  /** The article stays open, cited by nothing. */
  readonly unmark: () => void
  /** Goes to the next or previous mark, around the ends. */
  readonly step: (by: 1 | -1) => void
}

export const PANE_ID = 'reading-pane'

export function useReading(): ReadingState {
  const [reading, setReading] = useState<Reading>()
  const opener = useRef<HTMLElement>(undefined)

  const open = useCallback((next: Reading) => {
    const active = document.activeElement
    if (active instanceof HTMLElement && !active.closest(`#${PANE_ID}`)) opener.current = active
    setReading(next)
  }, [])

  const close = useCallback(() => {
    setReading(undefined)
    requestAnimationFrame(() => opener.current?.focus())
  }, [])

  const leave = useCallback(() => {
    setReading(undefined)
  }, [])

  const follow = useCallback((next: Reading) => {
    setReading((now) => now && { ...next, follows: true })
  }, [])

  const unmark = useCallback(() => {
    setReading((now) => now && { ...now, marks: [], current: undefined, start: 0 })
  }, [])

  const step = useCallback((by: 1 | -1) => {
    setReading((now) => {
      if (!now || now.marks.length === 0) return now
      const from = now.current ?? (by > 0 ? -1 : 0)
      return { ...now, current: (from + by + now.marks.length) % now.marks.length }
    })
  }, [])

  return { reading, open, close, leave, follow, unmark, step }
}
