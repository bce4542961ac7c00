/** The web host as a program: a supervised engine, the window on loopback, and the link that opens it. */
import { randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import type { EngineEvent } from '../contract/entities'
import { wordingFor } from '../contract/wording/wording'
import { terminalLanguage } from './cli-options'
import type { EngineOptions } from './engine-messages'
import { forkEngine } from './fork-engine'
import { listenForInterruption } from './interruption'
import { superviseEngine } from './supervise-engine'
import { createWebApp } from './web'
import { DEFAULT_PORT, startWebServer } from './web-server'

export interface ServeOptions extends EngineOptions {
  /** Wished, not promised: see {@link startWebServer}. */
  readonly port?: number | undefined
  /** Takes a sentence for the terminal whenever the engine stops or comes back. */
  readonly say: (line: string) => void
  /** Where the built parts are, when not beside this file. */
  readonly built?: { readonly engine: string; readonly renderer: string }
}

export interface Served {
  /** Holds the token: whoever opens it may do everything. */
  readonly url: string
  /** Resolves when everything has ended, by `close` or by a signal. */
  readonly closed: Promise<void>
  close(): Promise<void>
}

/**
 * Starts engine and server, and closes both on SIGINT, SIGTERM or SIGHUP. Rejects
 * with FILE_NOT_FOUND when the window is not built. A library that cannot be opened does not
 * reject: the window shows the reason.
 */
export async function serve(options: ServeOptions): Promise<Served> {
  const { engine: entry, renderer } = options.built ?? besideThisFile()
  const { app } = wordingFor(terminalLanguage(process.env))
  const listeners = new Set<(event: EngineEvent) => void>()
  const engine = superviseEngine({
    fork: (again) => forkEngine(entry, { ...options, again }),
    onEvent: (event) => {
      if (event.type === 'engine') options.say(app[event.state])
      for (const listener of listeners) listener(event)
    },
  })
  const token = randomBytes(32).toString('base64url')
  const web = await startWebServer(options.port ?? DEFAULT_PORT, (port, closing) =>
    createWebApp({
      call: engine.call,
      events: (listener) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
      token,
      port,
      rendererFolder: renderer,
      closing,
    }),
  ).catch(async (thrown: unknown) => {
    await engine.close()
    throw thrown
  })

  let tellClosed: () => void = () => undefined
  const closed = new Promise<void>((resolve) => {
    tellClosed = resolve
  })
  let isClosing = false
  const close = () => {
    if (!isClosing) {
      isClosing = true
      // The engine first: its last answers still find their way out.
      void engine
        .close()
        .then(() => web.close())
        .then(tellClosed)
    }
    return closed
  }
  const interruption = listenForInterruption()
  void interruption.came.then(close)
  // Kept to the end: one Ctrl-C may arrive twice, from the terminal and from a parent that forwards it.
  void closed.then(interruption.stopListening)

  return { url: `http://127.0.0.1:${web.port}/?token=${token}`, closed, close }
}

/** All programs are built flat into one folder, the window into its neighbour. */
function besideThisFile() {
  return {
    engine: fileURLToPath(new URL('./engine-process.js', import.meta.url)),
    renderer: fileURLToPath(new URL('../renderer', import.meta.url)),
  }
}
