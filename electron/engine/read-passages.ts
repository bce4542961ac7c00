/** The best hits as the answer finder reads them, the most promising first. */
import { calibration, type Calibration } from './calibration'
import { simplify } from './fold'
import type { LibraryIndex } from './library-index'
import { toRead } from './passage-sentences'
import type { Reading } from './ports'
import { rank, type Rankable } from './rank'
import type { Readings } from './readings'
import type { Candidate } from './retrieve'

/** A reading costs what embedding a passage costs: so many are read at most. */
export const READ_MOST = 4
/** A hit so far behind the best is not lifted over it by any reading (docs/quality.md). */
const BEYOND_REACH = 2.5

export interface Read {
  /** By label. */
  readonly readings: ReadonlyMap<number, Reading>
  /** Ranked with them. */
  readonly ranked: readonly Candidate[]
}

/**
 * Without an answer finder nothing is read and the order stays.
 * @param ranked as these trees rank before anything was read
 */
export async function readPassages(
  rankable: Rankable,
  ranked: readonly Candidate[],
  library: LibraryIndex,
  finder: Readings | undefined,
  trees: Calibration['trees'] = calibration.trees,
): Promise<Read> {
  const readings = new Map<number, Reading>()
  if (!finder || !rankable.query.vector) return { readings, ranked }
  const best = ranked[0]?.score ?? 0
  for (const { label, score } of ranked.slice(0, READ_MOST)) {
    const entry = library.entry(label)
    if (score < best - BEYOND_REACH) break
    if (!entry) continue
    const { heading, sentences } = toRead(entry)
    readings.set(label, await finder.read(simplify(rankable.question), heading, sentences))
  }
  return { readings, ranked: rank(rankable, readings, trees) }
}
