/**
 * Whether to claim an answer. The cuts are set on the tuning half: `found` between where one
 * answerable question in twenty is lost and where one foreign one in twenty is answered, `related`
 * where half of the foreign ones are left behind (docs/quality.md). Without the model nothing is
 * claimed: words alone are worth a look.
 */
import type { AnswerKind } from '../contract/entities'
import { calibration } from './calibration'
import { evidenceRow, surenessOf } from './evidence'
import type { Reading } from './ports'
import type { Rankable } from './rank'
import type { Candidate } from './retrieve'

/** Share of the question's weight that one passage must hold to be worth a look, by words alone. */
const WORDS_RELATED = 0.5

export interface Claim {
  readonly kind: AnswerKind
  /** 0 to 1; `undefined` where words alone were searched. */
  readonly sureness: number | undefined
}

/** @param ranked best first */
export function claim(
  rankable: Rankable,
  ranked: readonly Candidate[],
  readings: ReadonlyMap<number, Reading>,
): Claim {
  const [best] = ranked
  if (!best) return { kind: 'none', sureness: undefined }
  if (!rankable.query.vector || best.dense === undefined) {
    return { kind: best.coverage >= WORDS_RELATED ? 'related' : 'none', sureness: undefined }
  }
  const sureness = surenessOf(evidenceRow(rankable, ranked, readings))
  const { found, related } = calibration.claims
  return { kind: sureness >= found ? 'found' : sureness >= related ? 'related' : 'none', sureness }
}
