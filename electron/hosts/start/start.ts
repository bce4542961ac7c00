/**
 * Which door `npm start` opens:
 *
 *   asked for the browser, or no display ──────────────────────────────> browser
 *   Electron there, or fetched ──> window ── ended before it was ready ─┐
 *   Electron cannot be had ─────────────────────────────────────────────┴> why, then browser
 *
 * Who asked for the window by name gets the reason, and no browser.
 */
import type { Language } from '../../contract/entities'
import { startWordingFor } from '../../contract/wording/start'
import type { ElectronProbe } from './find-electron'
import { troubleSentence, type Trouble } from './trouble'

/** What was asked for by name; nothing when the program may choose. */
export type Wish = 'desktop' | 'web' | undefined

export type Fetched =
  | { readonly kind: 'there'; readonly path: string }
  | { readonly kind: 'failed'; readonly trouble: Trouble }

export type WindowEnd =
  /** It was open, or another one was and came to the front. */
  | { readonly kind: 'closed'; readonly exitCode: number }
  | { readonly kind: 'failed'; readonly trouble: Trouble }

export interface StartEffects {
  readonly hasDisplay: boolean
  /** Aborted when the user has had enough: nothing more is opened then. */
  readonly stop: AbortSignal
  readonly probe: () => ElectronProbe
  readonly fetchElectron: () => Promise<Fetched>
  readonly openWindow: (path: string) => Promise<WindowEnd>
  /** Resolves with the exit code when the web host has ended. */
  readonly openWeb: () => Promise<number>
  readonly say: (line: string) => void
}

/** What a shell shows for a program that was ended by Ctrl-C. */
const INTERRUPTED = 130

/** @returns the exit code */
export async function start(
  wish: Wish,
  effects: StartEffects,
  language: Language,
): Promise<number> {
  const { hasDisplay, stop, say } = effects
  if (wish === 'web' || (wish === undefined && !hasDisplay)) return effects.openWeb()
  const end = hasDisplay ? await tryWindow(effects) : failed({ name: 'no-display', details: {} })
  if (end.kind === 'closed') return end.exitCode
  if (stop.aborted) return INTERRUPTED
  say(troubleSentence(end.trouble, language))
  if (wish === 'desktop') return 1
  say(startWordingFor(language).browserInstead)
  return effects.openWeb()
}

async function tryWindow({
  stop,
  probe,
  fetchElectron,
  openWindow,
}: StartEffects): Promise<WindowEnd> {
  const found = probe()
  if (found.kind === 'impossible') return failed(found.trouble)
  const fetched = found.kind === 'absent' ? await fetchElectron() : found
  if (fetched.kind === 'failed') return fetched
  return stop.aborted ? { kind: 'closed', exitCode: INTERRUPTED } : openWindow(fetched.path)
}

function failed(trouble: Trouble): WindowEnd {
  return { kind: 'failed', trouble }
}
