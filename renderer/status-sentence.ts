import type { Language } from '../electron/contract/entities'
import { errorSentence, fill, wordingFor } from '../electron/contract/wording/wording'
import type { Shelf } from './shelf'

export interface StatusSentence {
  /** `well`: searches are whole; `busy`: they will be; `ill`: something needs the reader's eye; `bare`: nothing to search. */
  readonly tone: 'well' | 'busy' | 'ill' | 'bare'
  readonly text: string
}

/**
 * The one line that says how the library is; the most pressing word wins. `adding`: a file is
 * being taken apart, of which the engine does not tell yet.
 */
export function statusSentence(shelf: Shelf, language: Language, adding = false): StatusSentence {
  const words = wordingFor(language).status
  const { status, progress } = shelf
  if (shelf.host !== 'here') return { tone: 'ill', text: words[shelf.host] }
  if (shelf.engine === 'stopped') return { tone: 'ill', text: words.stopped }
  if (shelf.error) return { tone: 'ill', text: errorSentence(shelf.error, language) }
  if (!status) return { tone: 'busy', text: words.opening }
  if (status.model.state === 'failed') {
    const { error } = status.model
    const text = error
      ? errorSentence(error, language)
      : `${words.model}: ${words.modelStates.failed}`
    return { tone: 'ill', text }
  }
  if (progress) {
    const { done, total, title, left } = progress
    return {
      tone: 'busy',
      text: fill(left > 0 ? words.readingMore : words.reading, { done, total, title, left }),
    }
  }
  if (adding) return { tone: 'busy', text: words.adding }
  if (status.model.state === 'loading') return { tone: 'busy', text: words.modelLoading }
  const { passages } = status.library
  if (passages === 0) return { tone: 'bare', text: words.empty }
  const { pending, kind } = status.index
  if (pending > 0) return { tone: 'busy', text: fill(words.pending, { count: pending }) }
  if (status.finder.state === 'failed') return { tone: 'ill', text: words.finderFailed }
  return { tone: 'well', text: fill(kind === 'exact' ? words.exact : words.ready, { passages }) }
}
