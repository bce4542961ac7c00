/** What became of added files, in words: for the window and for the clipboard. */
import type { Language } from '../electron/contract/entities'
import { errorSentence, fill, wordingFor } from '../electron/contract/wording/wording'
import type { Addition, Additions } from './addition-run'

const outcomes = ['refused', 'added', 'updated', 'unchanged'] as const

/** Those that need the reader's eye first, else in the order in which they were decided. */
export function inReportOrder(results: readonly Addition[]): readonly Addition[] {
  return outcomes.flatMap((wanted) => results.filter(({ outcome }) => outcome === wanted))
}

export function reportSummary({ results }: Pick<Additions, 'results'>, language: Language): string {
  const counts = outcomes.map((wanted) => [
    wanted,
    results.filter(({ outcome }) => outcome === wanted).length,
  ])
  return fill(
    wordingFor(language).library.report.summary,
    Object.fromEntries(counts) as Record<string, number>,
  )
}

/** The sentence for one file; most of those that refuse it name it. */
export function additionSentence({ outcome, error }: Addition, language: Language): string {
  const { report } = wordingFor(language).library
  if (!error) return report[outcome]
  const nameless = error.code === 'UNSUPPORTED_FORMAT' && error.details['format'] === ''
  return nameless ? fill(report.noEnding, error.details) : errorSentence(error, language)
}

/** The whole report as text, one line a file. */
export function reportText(additions: Additions, language: Language): string {
  const { report } = wordingFor(language).library
  const { results, left, halted } = additions
  return [
    reportSummary(additions, language),
    ...(halted ? [errorSentence(halted, language)] : []),
    ...(left > 0 ? [fill(report.stopped, { left })] : []),
    ...inReportOrder(results).map((addition) =>
      fill(report.line, { path: addition.path, said: additionSentence(addition, language) }),
    ),
  ].join('\n')
}
