/** The window's two ways to the operations: the desktop bridge, or HTTP to the host that served it. */
import { createClient, type Client, type Transport } from '../electron/contract/client'
import type { DesktopBridge } from '../electron/contract/desktop'
import type { Envelope } from '../electron/contract/operations'
import { watchedEvents, type EventStream, type HostState } from './watched-events'

declare global {
  interface Window {
    /** Put there by the desktop shell; absent when the page comes from the web host. */
    readonly wenju?: Transport
    readonly wenjuDesktop?: DesktopBridge
  }
}

export interface HttpParts {
  readonly fetch: (path: string, init: RequestInit) => Promise<Response>
  readonly openEvents: (path: string) => EventStream
}

/** Tells of the host until the returned function is called; `here` is not told at the start. */
export type WatchHost = (listener: (state: HostState) => void) => () => void

export interface HttpTransport extends Transport {
  readonly watchHost: WatchHost
}

export interface Connection {
  readonly client: Client
  readonly watchHost: WatchHost
}

const browserParts: HttpParts = {
  fetch: (path, init) => fetch(path, init),
  openEvents: (path) => new EventSource(path),
}

/**
 * Operations as `POST /api/<operation>`: the body of every reply, whatever its status, is the
 * envelope. A host that cannot be reached is ENGINE_STOPPED; `watchHost` tells since when.
 */
export function httpTransport(parts: HttpParts = browserParts): HttpTransport {
  const watchers = new Set<(state: HostState) => void>()

  async function call(operation: string, input: unknown): Promise<Envelope<unknown>> {
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
  }

  return {
    call,

    subscribe: (listener) =>
      watchedEvents({
        open: () => parts.openEvents('/api/events'),
        isRefused: async () => {
          const reply = await call('settings', {})
          return !reply.ok && reply.error.code === 'UNAUTHORIZED'
        },
        onEvent: listener,
        onHost: (state) => {
          for (const watcher of watchers) watcher(state)
        },
      }),

    watchHost(listener) {
      watchers.add(listener)
      return () => {
        watchers.delete(listener)
      }
    },
  }
}

/** Over the desktop bridge where there is one, whose host goes only with the window; else over HTTP. */
export function connect(): Connection {
  const { wenju } = window
  if (wenju) return { client: createClient(wenju), watchHost: () => () => undefined }
  const transport = httpTransport()
  return { client: createClient(transport), watchHost: transport.watchHost }
}

function failed(code: string, details: Readonly<Record<string, string>>): Envelope<unknown> {
  return { ok: false, error: { code, details } }
}

function isEnvelope(body: unknown): body is Envelope<unknown> {
  return typeof body === 'object' && body !== null && 'ok' in body
}
