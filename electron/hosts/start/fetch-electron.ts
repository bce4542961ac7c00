/**
 * Fetches Electron's binary in a process of its own, which is killed when nothing arrives any more:
 * the library that downloads has no such limit.
 */
import { fork } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Fetched } from './start'
import type { Trouble } from './trouble'

/** What the fetching process tells. Bytes; `total` is 0 while it is not known. */
export type FromFetcher =
  | { readonly type: 'bytes'; readonly done: number; readonly total: number }
  | { readonly type: 'unpacking' }
  | { readonly type: 'there'; readonly path: string }
  | { readonly type: 'failed'; readonly reason: string }

/** Milliseconds. */
export interface FetchLimits {
  readonly quiet: number
  readonly whole: number
}

export const fetchLimits: FetchLimits = { quiet: 20_000, whole: 180_000 }

export interface FetchOptions {
  /** The program that fetches: `scripts/fetch-electron.mjs`. */
  readonly program: string
  /** Of Electron's package. */
  readonly folder: string
  readonly limits: FetchLimits
  readonly stop: AbortSignal
  readonly onProgress: (message: FromFetcher & { readonly type: 'bytes' | 'unpacking' }) => void
}

/**
 * Leaves the whole binary behind, or nothing: all that is unfinished lies in one folder inside
 * the package's, which is removed.
 */
export async function fetchElectron(options: FetchOptions): Promise<Fetched> {
  let work
  try {
    work = await mkdtemp(join(options.folder, 'fetching-'))
  } catch (error) {
    return failed('fetch-failed', {
      reason: error instanceof Error ? error.message : String(error),
    })
  }
  try {
    return await watch(work, options)
  } finally {
    await rm(work, { recursive: true, force: true, maxRetries: 5 })
  }
}

function watch(
  work: string,
  { program, folder, limits, stop, onProgress }: FetchOptions,
): Promise<Fetched> {
  return new Promise((resolve) => {
    const child = fork(program, [folder, work], { execArgv: [], stdio: ['ignore', 2, 2, 'ipc'] })
    let outcome: Fetched | undefined
    const end = (decided: Fetched) => {
      outcome ??= decided
      child.kill('SIGKILL')
    }
    const giveUp = () => {
      end(failed('fetch-quiet', { seconds: Math.round(limits.quiet / 1000) }))
    }
    const whole = setTimeout(() => {
      end(failed('fetch-slow', { minutes: Math.round(limits.whole / 60_000) }))
    }, limits.whole)
    let quiet: NodeJS.Timeout | undefined = setTimeout(giveUp, limits.quiet)
    const onStop = () => {
      end(failed('fetch-failed', { reason: String(stop.reason) }))
    }
    stop.addEventListener('abort', onStop)
    if (stop.aborted) onStop()
    child.on('message', (message) => {
      const told = message as FromFetcher
      if (outcome) return
      clearTimeout(quiet)
      switch (told.type) {
        case 'bytes':
          quiet = setTimeout(giveUp, limits.quiet)
          onProgress(told)
          break
        case 'unpacking':
          onProgress(told)
          break
        case 'there':
          outcome = { kind: 'there', path: told.path }
          break
        case 'failed':
          outcome = failed('fetch-failed', { reason: told.reason })
      }
    })
    const settle = (reason: string) => {
      clearTimeout(whole)
      clearTimeout(quiet)
      stop.removeEventListener('abort', onStop)
      resolve(outcome ?? failed('fetch-failed', { reason }))
    }
    child.once('close', (code, signal) => {
      settle(`${signal ?? `exit code ${String(code)}`}`)
    })
    child.once('error', (error) => {
      if (child.pid === undefined) settle(error.message)
    })
  })
}

function failed(name: Trouble['name'], details: Trouble['details']): Fetched {
  return { kind: 'failed', trouble: { name, details } }
}
