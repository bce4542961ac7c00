import { useEffect, useState } from 'react'
import type { ErrorBody, Fact } from '../electron/contract/entities'
import { toErrorBody } from '../electron/contract/errors'
import { useApp } from './app-context'

export interface LoadedFacts {
  /** Absent while they are fetched and when that failed. */
  readonly facts?: readonly Fact[]
  readonly error?: ErrorBody
}

/** The facts with these ids that the register knows; `again` fetches after an error. */
export function useFacts(ids: readonly string[]): LoadedFacts & { readonly again: () => void } {
  const { facts: cache } = useApp()
  const [loaded, setLoaded] = useState<LoadedFacts & { readonly wanted?: string }>({})
  const [attempt, setAttempt] = useState(0)
  const wanted = ids.join(' ')

  useEffect(() => {
    let current = true
    cache.read(wanted.split(' ')).then(
      (facts) => {
        if (current) setLoaded({ facts, wanted })
      },
      (thrown: unknown) => {
        if (current) setLoaded({ error: toErrorBody(thrown), wanted })
      },
    )
    return () => {
      current = false
    }
  }, [cache, wanted, attempt])

  return {
    ...(loaded.wanted === wanted ? loaded : {}),
    again: () => {
      setAttempt(attempt + 1)
    },
  }
}
