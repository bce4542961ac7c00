/**
 * What was fitted and not thought: trees of the ranker and of the claim, weights of a sentence's
 * signals, cuts. Made by `npm run calibrate`, never by hand.
 */
import stored from './calibration.json'
import type { Tree } from './trees'

export interface Calibration {
  /** Over the row of rank-signals. */
  readonly trees: readonly Tree[]
  readonly claims: {
    /** Over the row of evidence. */
    readonly trees: readonly Tree[]
    /** Sureness from which an answer is claimed, and from which passages are worth a look. */
    readonly found: number
    readonly related: number
  }
  /** Weights of a sentence's signals, with readings and without, in the order of their names. */
  readonly sentences: {
    readonly read: readonly number[]
    readonly plain: readonly number[]
  }
}

export const calibration = stored as unknown as Calibration
