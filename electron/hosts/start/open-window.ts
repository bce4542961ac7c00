/** Runs Electron and tells a window that was open from one that never was. */
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { dirname } from 'node:path'
import { createInterface } from 'node:readline'
import type { WindowEnd } from './start'
import { troubleOf } from './trouble'
import { READY_LINE } from '../ready-line'

/** Enough of stderr to find the telling line. Characters. */
const KEPT = 20_000

export interface WindowOptions {
  readonly path: string
  /** The program's folder first, then what the user wrote. */
  readonly args: readonly string[]
  readonly env: NodeJS.ProcessEnv
  /** Its reason is the signal that ends the window. */
  readonly stop: AbortSignal
  /** Whether a Ctrl-C reaches the window by itself: Electron takes a second one for "at once". */
  readonly sharesTerminal: boolean
  readonly out: (text: string) => void
  readonly err: (text: string) => void
}

/** Resolves when Electron has ended. Its stderr is held back until the window is there. */
export function openWindow(options: WindowOptions): Promise<WindowEnd> {
  const { path, args, stop, sharesTerminal, out, err } = options
  // Set by some editors for their own children: Electron would be a plain Node.
  const env = { ...options.env, ELECTRON_RUN_AS_NODE: undefined }
  return new Promise((resolve) => {
    const child = spawn(path, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
    let isReady = false
    let complaint = ''
    createInterface(child.stdout).on('line', (line) => {
      if (line.trim() !== READY_LINE) {
        out(`${line}\n`)
        return
      }
      isReady = true
      if (complaint) err(complaint)
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      if (isReady) err(text)
      else complaint = (complaint + text).slice(-KEPT)
    })
    const onStop = () => {
      const signal = stop.reason as NodeJS.Signals
      if (signal !== 'SIGINT' || !sharesTerminal) child.kill(signal)
    }
    stop.addEventListener('abort', onStop)
    const settle = (end: WindowEnd) => {
      stop.removeEventListener('abort', onStop)
      resolve(end)
    }
    child.once('error', (error) => {
      if (child.pid !== undefined) return
      settle({
        kind: 'failed',
        trouble: { name: 'not-started', details: { reason: error.message } },
      })
    })
    child.once('close', (code, signal) => {
      // Ending well before the window shows: another window was open, and came to the front.
      if (isReady || stop.aborted || code === 0) {
        settle({ kind: 'closed', exitCode: code ?? 128 + constants.signals[signal ?? 'SIGTERM'] })
        return
      }
      const display = options.env['WAYLAND_DISPLAY'] ?? options.env['DISPLAY'] ?? ''
      const trouble = troubleOf(complaint, { code, signal }, { folder: dirname(path), display })
      settle({ kind: 'failed', trouble })
    })
  })
}
