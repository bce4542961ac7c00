import { useCallback, useState } from 'react'
import { toErrorBody } from '../electron/contract/errors'
import { errorSentence } from '../electron/contract/wording/wording'
import { useApp } from './app-context'
import { ClipboardRefused, copyCited, type CitedSpans } from './copy-cited'

export interface Copying {
  readonly copy: (spans: CitedSpans) => void
  /** What came of the last copy, to show beside its button; empty before. */
  readonly said: string
}

export function useCopy(): Copying {
  const { client, language, words, withBasis } = useApp()
  const [said, setSaid] = useState('')
  const copy = useCallback(
    (spans: CitedSpans) => {
      setSaid('')
      copyCited(client, spans, language, withBasis).then(
        () => {
          setSaid(words.copying.done)
        },
        (thrown: unknown) => {
          setSaid(
            thrown instanceof ClipboardRefused
              ? words.copying.refused
              : errorSentence(toErrorBody(thrown), language),
          )
        },
      )
    },
    [client, language, words, withBasis],
  )
  return { copy, said }
}
