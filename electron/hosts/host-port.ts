/**
 * The engine process's line to its host, whichever way it was started: a forked Node process has
 * `process.send`, Electron's utility process has `process.parentPort`.
 */
import type { FromEngine, ToEngine } from './engine-messages'

export interface HostPort {
  /**
   * Resolves when the message is handed over, or is lost because the host is gone. Rejects when
   * its content cannot be cloned.
   */
  send(message: FromEngine): Promise<void>
  onMessage(listener: (message: ToEngine) => void): void
  /** The host is gone, or the system asks this process to end. May be called more than once. */
  onEnd(listener: () => void): void
}

interface ParentPort {
  postMessage(message: unknown): void
  on(event: 'message', listener: (message: { readonly data: unknown }) => void): unknown
}

export function hostPort(): HostPort {
  // Ctrl-C in a terminal reaches every process there. The host decides when its engine ends:
  // dying here would cut off a write and look like a crash.
  process.on('SIGINT', () => undefined)
  process.on('SIGHUP', () => undefined)
  const parentPort = 'parentPort' in process ? process.parentPort : undefined
  return parentPort ? utilityPort(parentPort as ParentPort) : forkedPort()
}

function forkedPort(): HostPort {
  return {
    send: (message) =>
      new Promise((resolve) => {
        // An error here means only that the host is gone, and 'disconnect' tells that.
        if (process.send) process.send(message, undefined, undefined, () => resolve())
        else resolve()
      }),
    onMessage(listener) {
      process.on('message', (message) => listener(message as ToEngine))
    },
    onEnd(listener) {
      process.on('disconnect', listener)
      process.on('SIGTERM', listener)
    },
  }
}

function utilityPort(parentPort: ParentPort): HostPort {
  return {
    async send(message) {
      parentPort.postMessage(message)
    },
    onMessage(listener) {
      parentPort.on('message', ({ data }) => listener(data as ToEngine))
    },
    onEnd(listener) {
      process.on('SIGTERM', listener)
    },
  }
}
