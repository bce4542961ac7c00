/** The window's two ways to the operations: the desktop bridge, or HTTP to the host that served it. */
import { createClient, type Client, type Transport } from '../electron/contract/client'
import type { EngineEvent } from '../electron/contract/entities'
import type { Envelope } from '../electron/contract/operations'

declare global {
  interface Window {
    /** Put there by the desktop shell; absent when the page comes from the web host. */
    readonly wenju?: Transport
  }
}

export interface EventStream {
  onopen: ((event: Event) => void) | null
  onerror: ((event: Event) => void) | null
  onmessage: ((event: MessageEvent<string>) => void) | null
  close(): void
}

export interface HttpParts {
  readonly fetch: (path: string, init: RequestInit) => Promise<Response>
  /** Opens a stream that connects again by itself, as `EventSource` does. */
  readonly openEvents: (path: string) => EventStream
}

const browserParts: HttpParts = {
  fetch: (path, init) => fetch(path, init),
  openEvents: (path) => new EventSource(path),
}

/**
 * Operations as `POST /api/<operation>`: the body of every reply, whatever its status, is the
 * envelope. A host that cannot be reached is ENGINE_STOPPED. Events missed while the stream was
 * down are gone, so its return is told as an engine that has restarted.
 */
export function httpTransport(parts: HttpParts = browserParts): Transport {
  return {
    async call(operation, input) {
      const reply = await parts
        .fetch(`/api/${operation}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(input),
        })
        .catch(() => undefined)
      if (!reply) return failed('ENGINE_STOPPED', {})
      const body: unknown = await reply.json().catch(() => undefined)
      return isEnvelope(body) ? body : failed('INTERNAL', { reason: `HTTP ${reply.status}` })
    },

    subscribe(listener) {
      const stream = parts.openEvents('/api/events')
      let down = false
      stream.onmessage = (message) => {
        listener(JSON.parse(message.data) as EngineEvent)
      }
      stream.onerror = () => {
        if (down) return
        down = true
        listener({ type: 'engine', state: 'stopped' })
      }
      stream.onopen = () => {
        if (!down) return
        down = false
        listener({ type: 'engine', state: 'restarted' })
      }
      return () => {
        stream.close()
      }
    },
  }
}

/** The client over the desktop bridge where there is one, else over HTTP. */
export function connect(): Client {
  return createClient(window.wenju ?? httpTransport())
}

function failed(code: string, details: Readonly<Record<string, string>>): Envelope<unknown> {
  return { ok: false, error: { code, details } }
}

function isEnvelope(body: unknown): body is Envelope<unknown> {
  return typeof body === 'object' && body !== null && 'ok' in body
}
