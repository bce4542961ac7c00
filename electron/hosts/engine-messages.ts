/**
 * What a host and its engine process say to each other. All of it is plain data that the
 * structured clone carries, so a forked process and Electron's utility process speak alike.
 */
import type { EngineEvent, ErrorBody } from '../contract/entities'
import type { Envelope } from '../contract/operations'

export type ToEngine =
  | {
      readonly type: 'call'
      readonly id: number
      readonly operation: string
      readonly input: unknown
    }
  | { readonly type: 'close' }

export type FromEngine =
  | { readonly type: 'ready' }
  /** The library cannot be opened: the process ends by itself and another would fare no better. */
  | { readonly type: 'failed'; readonly error: ErrorBody }
  | { readonly type: 'answer'; readonly id: number; readonly envelope: Envelope<unknown> }
  | { readonly type: 'event'; readonly event: EngineEvent }

export interface EngineOptions {
  /** The library's folder. */
  readonly folder: string
  /** A new library begins without the starter articles. */
  readonly empty: boolean
  /** Takes the place of an engine that died: what was removed before can still be brought back. */
  readonly again?: boolean
}

const EMPTY = '--empty'
const AGAIN = '--again'

/** Options as the arguments of the engine process: they are there before the first message is. */
export function engineArguments({ folder, empty, again }: EngineOptions): string[] {
  return [folder, ...(empty ? [EMPTY] : []), ...(again ? [AGAIN] : [])]
}

/** The inverse of {@link engineArguments}; `undefined` when there is no folder. */
export function readEngineArguments(args: readonly string[]): EngineOptions | undefined {
  const [folder, ...marks] = args
  return folder ? { folder, empty: marks.includes(EMPTY), again: marks.includes(AGAIN) } : undefined
}
