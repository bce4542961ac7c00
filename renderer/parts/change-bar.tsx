import { Button, CloseButton } from '@mantine/core'
import { useLayoutEffect, useRef, type RefObject } from 'react'
import { fill } from '../../electron/contract/wording/wording'
import { useApp } from '../app-context'
import type { Removal } from '../use-removal'
import { ErrorLine } from './error-line'

interface ChangeBarProps {
  readonly selected: readonly string[]
  readonly removal: Removal
  /** Of what was removed last, those that can still be brought back. */
  readonly undoable: readonly string[]
  readonly onSelectNone: () => void
  /** Takes the focus when the bar that had it has nothing more to say. */
  readonly beyond: RefObject<HTMLElement | null>
}

/**
 * What can be done with the selected rows, and what undoes the last removal. It lies over the foot
 * of the list, so that no row moves under the pointer. The focus comes here when the button that
 * had it goes away with its row.
 */
export function ChangeBar(props: ChangeBarProps) {
  const { selected, removal, undoable, onSelectNone, beyond } = props
  const { words } = useApp()
  const { library } = words
  const bar = useRef<HTMLDivElement>(null)
  const { busy, error } = removal
  const shown = selected.length > 0 || undoable.length > 0 || !!busy || !!error
  const changing = useRef(false)

  useLayoutEffect(() => {
    if (busy) changing.current = true
    if (!changing.current) return
    const active = document.activeElement
    if (active === null || active === document.body || active === bar.current) {
      const undo = bar.current?.querySelector<HTMLElement>('[data-undo]')
      const target = undo ?? (shown ? bar.current : beyond.current)
      target?.focus({ preventScroll: true })
    }
    if (!busy) changing.current = false
  })

  return (
    <div
      ref={bar}
      className="change-bar"
      role="group"
      aria-label={library.changes}
      tabIndex={-1}
      data-shown={shown}
    >
      <p role="status">
        {busy
          ? library[busy]
          : selected.length > 0
            ? fill(library.selected, { count: selected.length })
            : undoable.length > 0 && fill(library.removedCount, { count: undoable.length })}
      </p>
      {!busy && selected.length > 0 && (
        <>
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => {
              removal.remove(selected)
              onSelectNone()
            }}
          >
            {library.removeSelected}
          </Button>
          <Button variant="subtle" size="compact-sm" onClick={onSelectNone}>
            {library.clearSelection}
          </Button>
        </>
      )}
      {!busy && selected.length === 0 && undoable.length > 0 && (
        <>
          <Button
            data-undo
            variant="default"
            size="compact-sm"
            onClick={() => {
              removal.restore(undoable)
            }}
          >
            {library.undoAll}
          </Button>
          <CloseButton size="sm" aria-label={words.app.dismiss} onClick={removal.dismiss} />
        </>
      )}
      {error && <ErrorLine error={error} />}
    </div>
  )
}
