/** A page whose process has died is loaded anew, but not for ever. */
import type { Talk } from './talk'

/** A page that dies again this soon will die of the same thing. */
const SOON_MS = 60_000

export interface PageCrashParts {
  readonly talk: Talk
  readonly reload: () => void
  readonly quit: () => void
  /** Milliseconds that only grow. */
  readonly elapsed: () => number
}

/** @returns the listener of a page's end, which gets Electron's reason for it */
export function pageCrashes({ talk, reload, quit, elapsed }: PageCrashParts) {
  let last: number | undefined
  return async (reason: string): Promise<void> => {
    if (reason === 'clean-exit') return
    const now = elapsed()
    const soon = last !== undefined && now - last < SOON_MS
    last = now
    const { pageGone, menu } = talk.words()
    if (!soon) {
      reload()
      talk.say(pageGone.message, pageGone.detail)
      return
    }
    const { againMessage: message, againDetail: detail, open } = pageGone
    const button = await talk.ask({ type: 'warning', message, detail, buttons: [open, menu.quit] })
    if (button === 0) reload()
    else quit()
  }
}
