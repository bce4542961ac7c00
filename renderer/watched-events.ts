/**
 * The host's event stream, and what its silence means.
 *
 *   here ─breaks→ lost ─10 s→ gone        any ─opens→ here
 *                   └─the host answers that the pass is not valid→ refused
 */
import type { EngineEvent } from '../electron/contract/entities'

export type HostState = 'here' | 'lost' | 'gone' | 'refused'

export interface EventStream {
  onopen: ((event: Event) => void) | null
  onerror: ((event: Event) => void) | null
  onmessage: ((event: MessageEvent<string>) => void) | null
  /** 2 once it will not connect again by itself, as with `EventSource`. */
  readonly readyState: number
  close(): void
}

export interface WatchParts {
  /** Opens a stream that connects again by itself unless it is refused. */
  readonly open: () => EventStream
  /** Whether the host answers, and says that this page may not ask. */
  readonly isRefused: () => Promise<boolean>
  readonly onEvent: (event: EngineEvent) => void
  readonly onHost: (state: HostState) => void
}

const CLOSED = 2
/** Longer than a host takes to start again on its own or a laptop to wake. */
const GONE_MS = 10_000
/** A refused page goes on trying: a link opened beside it renews the pass of both. */
const RETRY_MS = 3_000

/**
 * Listens until the returned function is called. Events missed while the stream was down are
 * gone, so its return is told as an engine that has restarted.
 */
export function watchedEvents({ open, isRefused, onEvent, onHost }: WatchParts): () => void {
  let state: HostState = 'here'
  let stream: EventStream
  let patience: ReturnType<typeof setTimeout> | undefined
  let retry: ReturnType<typeof setTimeout> | undefined
  let stopped = false

  function tell(next: HostState): void {
    if (stopped || next === state) return
    state = next
    onHost(next)
  }

  function listen(): void {
    const opened = open()
    stream = opened
    opened.onmessage = (message) => {
      onEvent(JSON.parse(message.data) as EngineEvent)
    }
    opened.onopen = () => {
      clearTimeout(patience)
      if (state === 'here') return
      tell('here')
      onEvent({ type: 'engine', state: 'restarted' })
    }
    opened.onerror = () => {
      if (state === 'here') {
        tell('lost')
        patience = setTimeout(() => {
          if (state === 'lost') tell('gone')
        }, GONE_MS)
      }
      if (opened.readyState === CLOSED) void afterClose()
    }
  }

  async function afterClose(): Promise<void> {
    if (await isRefused()) tell('refused')
    if (!stopped) retry = setTimeout(listen, RETRY_MS)
  }

  listen()
  return () => {
    stopped = true
    clearTimeout(patience)
    clearTimeout(retry)
    stream.close()
  }
}
