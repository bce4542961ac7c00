/** Two reports side by side, and the settings behind them. */
import type { OwnOutcome, OwnReport, OwnSetting } from '../electron/contract/own-questions'
import type { Wording } from '../electron/contract/wording/zh'

export type Lanes = keyof Wording['evaluate']['run']['lanes']['choices']

/** Outcomes of two reports on the same questions that did not come out the same. */
export function differing(
  first: OwnReport,
  second: OwnReport,
): readonly (readonly [OwnOutcome, OwnOutcome])[] {
  const others = new Map(second.outcomes.map((outcome) => [outcome.id, outcome]))
  return first.outcomes.flatMap((outcome) => {
    const other = others.get(outcome.id)
    const same = other?.verdict === outcome.verdict && other.rank === outcome.rank
    return other && !same ? [[outcome, other] as const] : []
  })
}

export function lanesOf({ meaning, words }: OwnSetting): Lanes {
  return meaning && words ? 'both' : words ? 'words' : 'meaning'
}

export function withLanes(setting: OwnSetting, lanes: Lanes): OwnSetting {
  return { ...setting, meaning: lanes !== 'words', words: lanes !== 'meaning' }
}
