import { useCallback, useState } from 'react'
import { useApp } from './app-context'

/** Puts plain text on the clipboard; `said` is what came of it, empty before. */
export function useCopyText(): {
  readonly copyText: (text: string) => void
  readonly said: string
} {
  const { copying } = useApp().words
  const [copied, setCopied] = useState<boolean>()
  const copyText = useCallback((text: string) => {
    setCopied(undefined)
    navigator.clipboard.writeText(text).then(
      () => {
        setCopied(true)
      },
      () => {
        setCopied(false)
      },
    )
  }, [])
  return { copyText, said: copied === undefined ? '' : copied ? copying.done : copying.refused }
}
