import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Client } from '../electron/contract/client'
import type { ErrorBody, Status } from '../electron/contract/entities'
import { toErrorBody } from '../electron/contract/errors'
import type { OwnQuestionNow, OwnQuestions } from '../electron/contract/own-questions'
import type { Stretch } from './own-marks'

export interface OwnQuestionsState {
  /** Absent until they have come. */
  readonly questions: readonly OwnQuestionNow[] | undefined
  /** Why they could not be fetched. */
  readonly error: ErrorBody | undefined
  /** Both reject with the AppError. */
  readonly mark: (question: string, right: readonly Stretch[]) => Promise<void>
  readonly remove: (id: string) => Promise<void>
}

/**
 * The user's own questions, fetched again when the library changes: their places may have.
 * @param status another object whenever the library has been fetched again; absent before the first time
 */
export function useOwnQuestions(client: Client, status: Status | undefined): OwnQuestionsState {
  const [questions, setQuestions] = useState<readonly OwnQuestionNow[]>()
  const [error, setError] = useState<ErrorBody>()

  const take = useCallback((fetched: OwnQuestions) => {
    setQuestions(fetched.questions)
    setError(undefined)
  }, [])

  useEffect(() => {
    if (!status) return
    let current = true
    client.ownQuestions({}).then(
      (fetched) => {
        if (current) take(fetched)
      },
      (thrown: unknown) => {
        if (current) setError(toErrorBody(thrown))
      },
    )
    return () => {
      current = false
    }
  }, [client, status, take])

  const mark = useCallback(
    async (question: string, right: readonly Stretch[]) => {
      take(await client.markQuestion({ question, right: [...right] }))
    },
    [client, take],
  )
  const remove = useCallback(
    async (id: string) => {
      take(await client.removeOwnQuestions({ ids: [id] }))
    },
    [client, take],
  )
  return useMemo(() => ({ questions, error, mark, remove }), [questions, error, mark, remove])
}
