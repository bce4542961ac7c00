import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Client } from '../electron/contract/client'
import type { ErrorBody } from '../electron/contract/entities'
import { toErrorBody } from '../electron/contract/errors'
import type { OwnReport, OwnSetting } from '../electron/contract/own-questions'
import type { Shelf } from './shelf'

type Evaluated = Shelf['evaluated']

export interface RunProgress {
  /** Which of the settings, from 0. */
  readonly run: number
  readonly runs: number
  /** Undefined until the first question is answered. */
  readonly evaluated: Evaluated
}

export interface Evaluation {
  readonly progress: RunProgress | undefined
  /** One for each setting of the last run that ended; empty before the first. */
  readonly reports: readonly OwnReport[]
  /** Why the last run could not go on. */
  readonly error: ErrorBody | undefined
  /** Asks all questions under each setting in turn. */
  readonly run: (settings: readonly OwnSetting[]) => Promise<void>
  readonly stop: () => void
}

interface Running {
  readonly run: number
  readonly runs: number
  /** The word on the run before this one. */
  readonly before: Evaluated
}

/** Runs of the user's own questions; their results stay while other screens are shown. */
export function useEvaluation(client: Client, evaluated: Evaluated): Evaluation {
  const [running, setRunning] = useState<Running>()
  const [reports, setReports] = useState<readonly OwnReport[]>([])
  const [error, setError] = useState<ErrorBody>()
  const busy = useRef(false)
  const stopped = useRef(false)
  const latest = useRef(evaluated)
  useEffect(() => {
    latest.current = evaluated
  }, [evaluated])

  const run = useCallback(
    async (settings: readonly OwnSetting[]) => {
      if (busy.current) return
      busy.current = true
      stopped.current = false
      setError(undefined)
      const made: OwnReport[] = []
      try {
        for (const [place, setting] of settings.entries()) {
          if (stopped.current) break
          setRunning({ run: place, runs: settings.length, before: latest.current })
          made.push(await client.evaluateOwn({ setting }))
        }
        setReports(made)
      } catch (thrown) {
        setError(toErrorBody(thrown))
      }
      busy.current = false
      setRunning(undefined)
    },
    [client],
  )

  const stop = useCallback(() => {
    stopped.current = true
    client.stopEvaluation({}).catch((thrown: unknown) => {
      setError(toErrorBody(thrown))
    })
  }, [client])

  return useMemo(
    () => ({
      progress: running && {
        run: running.run,
        runs: running.runs,
        evaluated: evaluated === running.before ? undefined : evaluated,
      },
      reports,
      error,
      run,
      stop,
    }),
    [running, evaluated, reports, error, run, stop],
  )
}
