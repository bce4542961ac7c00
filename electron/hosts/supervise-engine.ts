/**
 * Keeps one engine process running and talks to it. The process may die at any moment (a damaged
 * native index takes it down whole): its open calls are answered ENGINE_STOPPED and it is started
 * again at once. Calls to one that dies too often are answered ENGINE_GIVEN_UP.
 *
 *   starting ─ready→ running ─dies→ starting … ─6th death within a minute→ stopped
 *      └─failed→ failed (every call answers the reason)      a later call starts it again ←┘
 */
import type { EngineEvent, ErrorBody } from '../contract/entities'
import { AppError, toErrorBody } from '../contract/errors'
import type { Envelope } from '../contract/operations'
import type { FromEngine, ToEngine } from './engine-messages'

/** A process that dies faster will not get better by trying; each start costs the model's load. */
const RESTARTS_PER_MINUTE = 5
const MINUTE_MS = 60_000
/** Longer than any single write takes, shorter than the patience of a person who closes a program. */
const CLOSE_LIMIT_MS = 10_000

export interface EngineChild {
  send(message: ToEngine): void
  onMessage(listener: (message: FromEngine) => void): void
  /** Called once, after the last message. */
  onExit(listener: () => void): void
  /** Ends it without asking. */
  kill(): void
}

export interface SuperviseParts {
  /** `again`: in the place of one that died. */
  readonly fork: (again: boolean) => EngineChild
  readonly onEvent: (event: EngineEvent) => void
}

export interface SupervisedEngine {
  /** Never rejects. Calls made while the engine opens its library wait for it. */
  call(operation: string, input: unknown): Promise<Envelope<unknown>>
  /** Resolves when the process has ended: by itself, or killed after ten seconds. */
  close(): Promise<void>
}

/** Starts an engine at once. */
export function superviseEngine({ fork, onEvent }: SuperviseParts): SupervisedEngine {
  const waiting = new Map<number, (envelope: Envelope<unknown>) => void>()
  let restarts: readonly number[] = []
  let lastId = 0
  let child: EngineChild | undefined
  let failure: ErrorBody | undefined
  let closing = false
  let closed: Promise<void> | undefined
  let tellClosed: () => void = () => undefined

  function start(isRestart: boolean): void {
    const started = fork(isRestart)
    child = started
    started.onMessage((message) => {
      switch (message.type) {
        case 'answer':
          waiting.get(message.id)?.(message.envelope)
          waiting.delete(message.id)
          break
        case 'event':
          onEvent(message.event)
          break
        case 'ready':
          if (isRestart) onEvent({ type: 'engine', state: 'restarted' })
          break
        case 'failed':
          failure = message.error
          if (isRestart) onEvent({ type: 'engine', state: 'stopped' })
      }
    })
    started.onExit(() => {
      child = undefined
      const error = failure ?? lack()
      for (const resolve of waiting.values()) resolve({ ok: false, error })
      waiting.clear()
      if (closing) tellClosed()
      else if (!failure) restart()
    })
  }

  function mayRestart(): boolean {
    const now = performance.now()
    restarts = restarts.filter((time) => now - time < MINUTE_MS)
    return restarts.length < RESTARTS_PER_MINUTE
  }

  /** Why there is no engine to call. */
  function lack(): ErrorBody {
    const code = closing || mayRestart() ? 'ENGINE_STOPPED' : 'ENGINE_GIVEN_UP'
    return toErrorBody(new AppError(code))
  }

  function restart(): void {
    if (mayRestart()) {
      restarts = [...restarts, performance.now()]
      start(true)
    } else onEvent({ type: 'engine', state: 'stopped' })
  }

  start(false)

  return {
    async call(operation, input) {
      if (!child && !failure && !closing && mayRestart()) restart()
      const engine = child
      if (!engine || closing) return { ok: false, error: failure ?? lack() }
      return new Promise((resolve) => {
        const id = ++lastId
        waiting.set(id, resolve)
        try {
          engine.send({ type: 'call', id, operation, input })
        } catch (thrown) {
          waiting.delete(id)
          resolve({ ok: false, error: toErrorBody(thrown) })
        }
      })
    },

    close() {
      closing = true
      closed ??= new Promise((resolve) => {
        const dying = child
        if (!dying) {
          resolve()
          return
        }
        const timer = setTimeout(() => dying.kill(), CLOSE_LIMIT_MS)
        tellClosed = () => {
          clearTimeout(timer)
          resolve()
        }
        dying.send({ type: 'close' })
      })
      return closed
    },
  }
}
