import { useCallback, useRef, useState } from 'react'
import type { Client } from '../electron/contract/client'
import type { Answer, ErrorBody } from '../electron/contract/entities'
import { toErrorBody } from '../electron/contract/errors'

export type Asked =
  | { readonly phase: 'idle' }
  | { readonly phase: 'waiting'; readonly question: string }
  | {
      readonly phase: 'answered'
      readonly question: string
      readonly answer: Answer
      /** Tells one asking from the next, even of the same question. */
      readonly turn: number
    }
  | { readonly phase: 'failed'; readonly question: string; readonly error: ErrorBody }

/** The question being answered. A reply that a later question has overtaken is dropped. */
export function useAsk(client: Client): readonly [Asked, (question: string) => Promise<void>] {
  const [asked, setAsked] = useState<Asked>({ phase: 'idle' })
  const latest = useRef(0)
  const ask = useCallback(
    async (question: string) => {
      const turn = ++latest.current
      setAsked({ phase: 'waiting', question })
      const outcome = await client.ask({ question }).then(
        (answer): Asked => ({ phase: 'answered', question, answer, turn }),
        (thrown: unknown): Asked => ({ phase: 'failed', question, error: toErrorBody(thrown) }),
      )
      if (turn === latest.current) setAsked(outcome)
    },
    [client],
  )
  return [asked, ask]
}
