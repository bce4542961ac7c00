import { useCallback, useEffect, useState } from 'react'
import type { ErrorBody, QuestionHistory } from '../electron/contract/entities'
import { toErrorBody } from '../electron/contract/errors'
import { useApp } from './app-context'

export interface HistoryState {
  /** Absent until it has come. */
  readonly history: QuestionHistory | undefined
  /** Why the last thing asked of it could not be done. */
  readonly error: ErrorBody | undefined
  /** Both give whether it was done. */
  readonly remove: (id: string) => Promise<boolean>
  readonly clear: () => Promise<boolean>
}

/** The questions asked so far, fetched when the part that shows them appears. */
export function useHistory(): HistoryState {
  const { client } = useApp()
  const [history, setHistory] = useState<QuestionHistory>()
  const [error, setError] = useState<ErrorBody>()

  const take = useCallback((coming: Promise<QuestionHistory>) => {
    setError(undefined)
    return coming.then(
      (next) => {
        setHistory(next)
        return true
      },
      (thrown: unknown) => {
        setError(toErrorBody(thrown))
        return false
      },
    )
  }, [])

  useEffect(() => {
    let current = true
    client.history({}).then(
      (fetched) => {
        if (current) setHistory(fetched)
      },
      (thrown: unknown) => {
        if (current) setError(toErrorBody(thrown))
      },
    )
    return () => {
      current = false
    }
  }, [client])

  return {
    history,
    error,
    remove: useCallback((id) => take(client.removeHistory({ ids: [id] })), [client, take]),
    clear: useCallback(() => take(client.clearHistory({})), [client, take]),
  }
}
