/** Ctrl-C and the like, for a command that wants to end in order. */
import { constants } from 'node:os'

/** By which a user, a closed terminal or the system ends a program. */
export const endingSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

export interface Interruption {
  /** What a shell expects of a program that ended by the signal; undefined while there was none. */
  exitCode(): number | undefined
  /** Resolves at the first signal. */
  readonly came: Promise<void>
  /** The signals have their usual effect again. */
  stopListening(): void
}

/** Listens until told to stop; further signals do nothing more: one Ctrl-C may arrive twice. */
export function listenForInterruption(): Interruption {
  let exitCode: number | undefined
  let tell: () => void = () => undefined
  const came = new Promise<void>((resolve) => {
    tell = resolve
  })
  const onSignal = (signal: NodeJS.Signals) => {
    exitCode ??= 128 + constants.signals[signal]
    tell()
  }
  for (const signal of endingSignals) process.on(signal, onSignal)
  return {
    exitCode: () => exitCode,
    came,
    stopListening() {
      for (const signal of endingSignals) process.off(signal, onSignal)
    },
  }
}
