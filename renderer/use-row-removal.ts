import { useCallback, useEffect, useRef, type RefObject } from 'react'

/** For a list whose rows each have a `data-remove` button. */
export interface RowRemoval {
  readonly list: RefObject<HTMLUListElement | null>
  /** Gives whether it was done, as `remove` does. */
  readonly removeAt: (place: number, remove: () => Promise<boolean>) => Promise<boolean>
}

/**
 * Keeps the focus in the list: a row takes its button with it, so the focus goes to the one that
 * moved up, or the last.
 * @param rows another array once the row is gone
 */
export function useRowRemoval(rows: readonly unknown[]): RowRemoval {
  const list = useRef<HTMLUListElement>(null)
  const leaving = useRef<number>(undefined)

  useEffect(() => {
    if (leaving.current === undefined) return
    const buttons = list.current?.querySelectorAll<HTMLElement>('[data-remove]') ?? []
    buttons[Math.min(leaving.current, buttons.length - 1)]?.focus()
    leaving.current = undefined
  }, [rows])

  const removeAt = useCallback(async (place: number, remove: () => Promise<boolean>) => {
    leaving.current = place
    const done = await remove()
    if (!done) leaving.current = undefined
    return done
  }, [])

  return { list, removeAt }
}
