import { useEffect, useRef } from 'react'
import type { Status } from '../electron/contract/entities'
import type { Shelf } from './shelf'
import type { Asked } from './use-ask'

/**
 * Asks again by itself when nothing was found in a library that was empty or not yet read in to
 * the end, and now is.
 */
export function useAskAgain(
  asked: Asked,
  { status, progress }: Shelf,
  ask: (question: string) => Promise<void>,
): void {
  /** How the library was when the answer came. */
  const then = useRef<{ readonly turn: number; readonly status: Status | undefined }>(undefined)

  useEffect(() => {
    if (asked.phase !== 'answered') return
    const { question, answer, turn } = asked.shown
    if (then.current?.turn !== turn) then.current = { turn, status }
    const before = then.current.status
    if (!status || status === before || answer.kind !== 'none') return
    const wasIncomplete = answer.pending > 0 || before?.library.articles === 0
    const isWhole = !progress && status.index.pending === 0 && status.library.articles > 0
    if (wasIncomplete && isWhole) void ask(question)
  }, [asked, status, progress, ask])
}
