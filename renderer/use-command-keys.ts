import { useEffect } from 'react'
import { isCommand } from './keys'

/** Keys pressed with Ctrl or ⌘ that act anywhere in the window. Give `actions` from a memo. */
export function useCommandKeys(actions: Readonly<Record<string, () => void>>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const letter = Object.keys(actions).find((candidate) => isCommand(event, candidate))
      if (letter === undefined) return
      event.preventDefault()
      actions[letter]?.()
    }
    window.addEventListener('keydown', onKey)
    return () => {
      window.removeEventListener('keydown', onKey)
    }
  }, [actions])
}
