import { useState } from 'react'
import type { Answer, ErrorBody } from '../electron/contract/entities'
import { toErrorBody } from '../electron/contract/errors'
import { useApp } from './app-context'

/** What is known of why an answer is as it is. */
export type Why =
  | { readonly phase: 'unasked' | 'waiting' }
  | { readonly phase: 'told'; readonly answer: Answer }
  | { readonly phase: 'failed'; readonly error: ErrorBody }

export interface WhyState {
  readonly why: Why
  readonly opened: boolean
  /** Opening asks the question again, this time to be explained; what was told is kept. */
  readonly toggle: () => void
}

export function useWhy(question: string): WhyState {
  const { client } = useApp()
  const [opened, setOpened] = useState(false)
  const [why, setWhy] = useState<Why>({ phase: 'unasked' })

  const tell = async () => {
    setWhy({ phase: 'waiting' })
    await client.ask({ question, explain: true }).then(
      (answer) => {
        setWhy({ phase: 'told', answer })
      },
      (thrown: unknown) => {
        setWhy({ phase: 'failed', error: toErrorBody(thrown) })
      },
    )
  }

  return {
    why,
    opened,
    toggle: () => {
      if (!opened && (why.phase === 'unasked' || why.phase === 'failed')) void tell()
      setOpened(!opened)
    },
  }
}
