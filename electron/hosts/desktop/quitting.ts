/** The program ends only when nothing is half written any more. */
import type { Preventable } from './electron-parts'

export interface QuittingParts {
  /** Finishes what is being written; called once. */
  readonly close: () => Promise<void>
  /** Asks Electron to quit, which comes back here. */
  readonly quit: () => void
}

export interface Quitting {
  /** Listener of `before-quit`: holds the first one up, and lets the one after closing pass. */
  readonly onBeforeQuit: (event: Preventable) => void
  /** Whether the program is on its way out. */
  readonly isUnderWay: () => boolean
}

export function quitting({ close, quit }: QuittingParts): Quitting {
  let state: 'open' | 'closing' | 'closed' = 'open'
  return {
    onBeforeQuit(event) {
      if (state === 'closed') return
      event.preventDefault()
      if (state === 'closing') return
      state = 'closing'
      void close().finally(() => {
        state = 'closed'
        quit()
      })
    },
    isUnderWay: () => state !== 'open',
  }
}
