/**
 * The answer finder in the life of an open library: loaded in the background when it is wanted,
 * set aside when it is switched off. Without it answers still come.
 */
import type { EngineEvent, Status } from '../contract/entities'
import { toErrorBody } from '../contract/errors'
import type { AnswerFinder } from './ports'
import { createReadings, type Readings, type ReadingsOptions } from './readings'

export interface FinderInUse {
  status(): Status['finder']
  /** Undefined while it loads, when it cannot be had, and while it is switched off. */
  readings(): Readings | undefined
  /** Brings it in line with what is wanted now; one that could not be had is tried again. */
  follow(): void
  /** Resolves when no loading is under way. */
  settled(): Promise<void>
}

export function createFinderInUse(
  options: Omit<ReadingsOptions, 'finder'> & {
    readonly load: () => Promise<AnswerFinder>
    readonly isWanted: () => boolean
    readonly onEvent: (event: EngineEvent) => void
  },
): FinderInUse {
  const { load, isWanted, onEvent } = options
  let loaded: Status['finder'] = { state: 'loading' }
  let readings: Readings | undefined
  let loading: Promise<void> | undefined

  const status = (): Status['finder'] => (isWanted() ? loaded : { state: 'off' })
  const tell = () => {
    onEvent({ type: 'finder', state: status().state })
  }

  const begin = async () => {
    loaded = { state: 'loading' }
    try {
      readings = createReadings({ ...options, finder: await load() })
      loaded = { state: 'ready' }
    } catch (error) {
      loaded = { state: 'failed', error: toErrorBody(error) }
    }
    loading = undefined
    tell()
  }

  return {
    status,
    readings: () => (isWanted() ? readings : undefined),
    follow() {
      if (isWanted() && !readings && !loading) loading = begin()
      tell()
    },
    settled: () => loading ?? Promise.resolve(),
  }
}
