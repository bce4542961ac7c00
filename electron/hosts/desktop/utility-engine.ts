/** The engine as a utility process of Electron. */
import { engineArguments, type EngineOptions, type FromEngine } from '../engine-messages'
import type { EngineChild } from '../supervise-engine'
import type { DesktopParts } from './electron-parts'

export interface UtilityEngineParts {
  readonly entry: string
  readonly fork: DesktopParts['forkUtility']
  readonly kill: (pid: number) => void
}

/** May be called once Electron is ready. */
export function forkUtilityEngine(
  { entry, fork, kill }: UtilityEngineParts,
  options: EngineOptions,
): EngineChild {
  const child = fork(entry, engineArguments(options), {
    serviceName: 'Wenju engine',
    stdio: 'inherit',
  })
  let gone = false
  return {
    send(message) {
      // Some versions of Electron go down with a message to a process that has just ended.
      if (!gone) child.postMessage(message)
    },
    onMessage(listener) {
      child.on('message', (message) => {
        listener(message as FromEngine)
      })
    },
    onExit(listener) {
      child.on('exit', () => {
        // Told twice by some versions when the entry file cannot be loaded.
        if (gone) return
        gone = true
        listener()
      })
    },
    kill() {
      // Electron's own kill only asks, and a process that computes does not hear it.
      if (child.pid !== undefined) kill(child.pid)
    },
  }
}
