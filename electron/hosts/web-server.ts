/** Binds the web host to loopback: 127.0.0.1 and nothing else, so that no other machine reaches it. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { toAppError } from '../contract/errors'
import type { WebApp } from './web'
import { secure } from './web-headers'
import { errorResponse } from './web-refusals'

/** In the dynamic range's lower neighbourhood, registered for nothing. A fixed one lets a bookmark live. */
export const DEFAULT_PORT = 48_620
/** Ports tried after a wished one that is taken, before any free one will do. */
const NEIGHBOURS = 20
const LOOPBACK = '127.0.0.1'
/** Answers on their way may still arrive within this time after the end. */
const GRACE_MS = 1_000

export interface WebServer {
  readonly port: number
  /** Ends event streams, waits a moment for answers on their way, then cuts what is left. */
  close(): Promise<void>
}

/**
 * Serves the app that `createApp` makes for the port that was got: `wished` if it is free, else
 * one of the next twenty, else any; 0 wishes for any.
 */
export async function startWebServer(
  wished: number,
  createApp: (port: number, closing: AbortSignal) => WebApp,
): Promise<WebServer> {
  // A request without Host is refused by the app like any other, with the headers of every response.
  const server = createServer({ requireHostHeader: false })
  const port = await bind(server, candidates(wished))
  const closing = new AbortController()
  const close = () => closeServer(server, closing)
  try {
    const app = createApp(port, closing.signal)
    const listener = getRequestListener(app, {
      overrideGlobalObjects: false,
      // A request so broken that it never became one: a bad Host, a bad target.
      errorHandler: (thrown) => secure(errorResponse(toAppError(thrown), 400)),
    })
    server.on('request', (incoming, outgoing) => void listener(incoming, outgoing))
  } catch (thrown) {
    await close()
    throw thrown
  }
  return { port, close }
}

function candidates(wished: number): readonly number[] {
  if (wished === 0) return [0]
  const near = Array.from({ length: NEIGHBOURS + 1 }, (_, step) => wished + step)
  return [...near.filter((port) => port <= 65_535), 0]
}

async function bind(server: Server, ports: readonly number[]): Promise<number> {
  const [first = 0, ...rest] = ports
  try {
    await listen(server, first)
    return (server.address() as AddressInfo).port
  } catch (thrown) {
    if (rest.length === 0 || !isTaken(thrown)) throw thrown
    return bind(server, rest)
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, LOOPBACK, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

/** In use, or kept back by the system (low ports, Windows' reserved ranges). */
function isTaken(thrown: unknown): boolean {
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined
  return code === 'EADDRINUSE' || code === 'EACCES'
}

function closeServer(server: Server, closing: AbortController): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), GRACE_MS)
    server.close(() => {
      clearTimeout(timer)
      resolve()
    })
    closing.abort()
  })
}
