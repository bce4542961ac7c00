import { useEffect, useState } from 'react'
import type { AnswerSentence, ErrorBody } from '../electron/contract/entities'
import { toErrorBody } from '../electron/contract/errors'
import { useApp } from './app-context'

export type Check =
  | { readonly result: 'same' | 'changed' }
  | { readonly result: 'unreadable'; readonly error: ErrorBody }

/** Whether the sentence stands in its article at the cited place, as the article is now; absent until known. */
export function useCheck(sentence: AnswerSentence): Check | undefined {
  const { articles } = useApp()
  const [checked, setChecked] = useState<{
    readonly sentence: AnswerSentence
    readonly check: Check
  }>()

  useEffect(() => {
    let current = true
    const { articleId, start, end } = sentence.citation
    articles
      .read(articleId)
      .then(
        ({ text }): Check => ({
          result: text.slice(start, end) === sentence.text ? 'same' : 'changed',
        }),
        (thrown: unknown): Check => ({ result: 'unreadable', error: toErrorBody(thrown) }),
      )
      .then((check) => {
        if (current) setChecked({ sentence, check })
      })
    return () => {
      current = false
    }
  }, [articles, sentence])

  return checked?.sentence === sentence ? checked.check : undefined
}
