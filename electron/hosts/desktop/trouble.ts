/** Errors that nothing caught, told in plain words. */
import { toErrorBody } from '../../contract/errors'
import { errorSentence, fill } from '../../contract/wording/wording'
import type { Talk } from './talk'

export interface TroubleParts {
  readonly talk: Talk
  /** A dialog that needs neither window nor readiness. */
  readonly showErrorBox: (title: string, content: string) => void
  /** A window that shows. */
  readonly hasWindow: () => boolean
  readonly quit: () => void
  /** Ends at once. */
  readonly exit: (code: number) => void
  /** Takes the stack, for those who build the program; absent in a packaged one. */
  readonly note: ((stack: string) => void) | undefined
}

/**
 * @returns takes whatever was thrown. Without a window the program ends with exit code 1; with one
 *   the user decides, and is asked once at a time.
 */
export function troubleTeller(parts: TroubleParts): (thrown: unknown) => Promise<void> {
  const { talk } = parts
  let asking = false

  return async (thrown) => {
    if (thrown instanceof Error) parts.note?.(thrown.stack ?? thrown.message)
    const { trouble, menu } = talk.words()
    const sentence = errorSentence(toErrorBody(thrown), talk.language())
    if (!parts.hasWindow()) {
      parts.showErrorBox(trouble.message, fill(trouble.startDetail, { sentence }))
      parts.exit(1)
      return
    }
    if (asking) return
    asking = true
    try {
      const button = await talk.ask({
        type: 'error',
        message: trouble.message,
        detail: sentence,
        buttons: [menu.quit, trouble.goOn],
      })
      if (button === 0) parts.quit()
    } finally {
      asking = false
    }
  }
}
