import { useCallback, useRef, useState } from 'react'
import type { Client } from '../electron/contract/client'
import type { Answer, ErrorBody, Hit } from '../electron/contract/entities'
import { toErrorBody } from '../electron/contract/errors'

/** An answer on the screen. */
export interface Shown {
  readonly question: string
  readonly answer: Answer
  /** Tells one asking from the next, even of the same question. */
  readonly turn: number
}

/** The latest asking; `shown` is the latest answer that came, whatever became of later questions. */
export type Asked =
  | { readonly phase: 'idle'; readonly shown: undefined }
  | {
      readonly phase: 'waiting'
      readonly shown: Shown | undefined
      /** Passages found so far, when choosing the sentences takes long enough to be noticed. */
      readonly early?: readonly Hit[]
    }
  | { readonly phase: 'answered'; readonly shown: Shown }
  | { readonly phase: 'failed'; readonly error: ErrorBody; readonly shown: Shown | undefined }

/** An answer that comes sooner is not preceded by anything: what flashes up is only in the way. Milliseconds. */
const PATIENCE = 300

/** The question being answered. A reply that a later question has overtaken is dropped. */
export function useAsk(client: Client): readonly [Asked, (question: string) => Promise<void>] {
  const [asked, setAsked] = useState<Asked>({ phase: 'idle', shown: undefined })
  const latest = useRef(0)
  const ask = useCallback(
    async (question: string) => {
      const turn = ++latest.current
      setAsked(({ shown }) => ({ phase: 'waiting', shown }))
      const settle = (next: (shown: Shown | undefined) => Asked) => {
        if (turn === latest.current) setAsked(({ shown }) => next(shown))
      }
      void earlyHits(client, question).then((early) => {
        if (turn !== latest.current) return
        setAsked((now) => (now.phase === 'waiting' && early ? { ...now, early } : now))
      })
      await client.ask({ question, remember: true }).then(
        (answer) => {
          settle(() => ({ phase: 'answered', shown: { question, answer, turn } }))
        },
        (thrown: unknown) => {
          settle((shown) => ({ phase: 'failed', error: toErrorBody(thrown), shown }))
        },
      )
    },
    [client],
  )
  return [asked, ask]
}

async function earlyHits(client: Client, question: string): Promise<readonly Hit[] | undefined> {
  const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE))
  // What is wrong with the question is told by the asking itself.
  const found = await client.search({ query: question }).catch(() => undefined)
  await patience
  return found?.hits
}
