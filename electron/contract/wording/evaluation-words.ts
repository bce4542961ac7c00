/** A report on the user's own questions in words: rows of figures, and why a question failed. */
import type { OwnOutcome, OwnReport, OwnSetting } from '../own-questions'
import { fill } from './wording'
import type { Wording } from './zh'

type EvaluateWords = Wording['evaluate']
export type FigureName = keyof EvaluateWords['results']['figures']

export interface FigureRow {
  readonly name: FigureName
  /** One for each report, in their order. */
  readonly values: readonly string[]
}

/** Those rows that say something: without a question of a kind its figures are left out. */
export function figureRows(
  reports: readonly OwnReport[],
  words: EvaluateWords,
): readonly FigureRow[] {
  const { of, seconds } = words.results
  const row = (name: FigureName, value: (report: OwnReport) => string): FigureRow => ({
    name,
    values: reports.map(value),
  })
  const share = (name: FigureName, key: 'hit@1' | 'hit@3' | 'hit@10') =>
    row(name, (report) =>
      fill(of, { count: Math.round(report[key] * report.answerable), of: report.answerable }),
    )
  const some = (count: (report: OwnReport) => number) => reports.some((report) => count(report) > 0)
  const answerable = some((report) => report.answerable)
  const unanswerable = some((report) => report.unanswerable)
  const stale = some((report) => report.stale)
  return [
    row('right', (report) => fill(of, { count: rightIn(report), of: judgedIn(report) })),
    ...(answerable
      ? [
          share('first', 'hit@1'),
          share('three', 'hit@3'),
          share('ten', 'hit@10'),
          row('mean', (report) => report['mrr@10'].toFixed(2)),
          row('silent', (report) =>
            fill(of, { count: report.refusedWrongly, of: report.answerable }),
          ),
        ]
      : []),
    ...(unanswerable
      ? [
          row('claimed', (report) =>
            fill(of, { count: report.claimedWrongly, of: report.unanswerable }),
          ),
        ]
      : []),
    ...(stale ? [row('stale', (report) => String(report.stale))] : []),
    row('took', (report) =>
      fill(seconds, { count: Math.max(0.1, report.took_ms / 1000).toFixed(1) }),
    ),
  ]
}

export function rightIn({ leadRight, refusedRightly }: OwnReport): number {
  return leadRight + refusedRightly
}

export function judgedIn({ answerable, unanswerable }: OwnReport): number {
  return answerable + unanswerable
}

/** Where the right place stood, in all and in each lane that took part; empty where there is none. */
export function whyWords(outcome: OwnOutcome, used: OwnSetting, words: EvaluateWords): string {
  const { rank, byWords, byMeaning, answerable, verdict } = outcome
  if (!answerable || verdict === 'stale') return ''
  const { why } = words
  const parts = [
    rank === undefined ? why.unranked : fill(why.ranked, { rank }),
    ...(used.words
      ? [byWords === undefined ? why.byWordsNot : fill(why.byWords, { rank: byWords })]
      : []),
    ...(used.meaning
      ? [byMeaning === undefined ? why.byMeaningNot : fill(why.byMeaning, { rank: byMeaning })]
      : []),
  ]
  return parts.join(why.separator) + why.end
}
