/** The engine as a forked Node process. */
import { fork } from 'node:child_process'
import { engineArguments, type EngineOptions, type FromEngine } from './engine-messages'
import type { EngineChild } from './supervise-engine'

/** Starts the entry file `entry`. A process that cannot be started counts as one that has exited. */
export function forkEngine(entry: string, options: EngineOptions): EngineChild {
  const child = fork(entry, engineArguments(options), {
    serialization: 'advanced',
    // The host's own flags (an inspector's port, a test runner's loader) are not the engine's.
    execArgv: [],
    // Standard output belongs to the host: with --json it is read by a program.
    stdio: ['ignore', 2, 2, 'ipc'],
  })
  return {
    send(message) {
      // An error here means that the process is gone, and its exit answers every open call.
      child.send(message, () => undefined)
    },
    onMessage(listener) {
      child.on('message', (message) => listener(message as FromEngine))
    },
    onExit(listener) {
      let told = false
      const tell = () => {
        if (!told) listener()
        told = true
      }
      // 'close' and not 'exit': the channel may still hold messages when the process has ended.
      child.on('close', tell)
      child.on('error', () => {
        if (child.pid === undefined) tell()
      })
    },
    kill() {
      child.kill('SIGKILL')
    },
  }
}
