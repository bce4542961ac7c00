/** `wenju eval --own`: the questions that were marked in the window, asked of their library. */
import type { Language } from '../contract/entities'
import type { OwnReport } from '../contract/own-questions'
import { figureRows, judgedIn, rightIn, whyWords } from '../contract/wording/evaluation-words'
import { terminalWordingFor } from '../contract/wording/terminal'
import { fill, wordingFor } from '../contract/wording/wording'
import type { CommandRun } from './cli'
import { call, settle, withLibrary } from './cli-library'

const WHOLE = { meaning: true, words: true, finder: true }

export const evaluateOwnSet: CommandRun = (request, terminal) =>
  withLibrary(request, terminal, async (library) => {
    await settle(library)
    const report = await call(library, 'evaluateOwn', { setting: WHOLE })
    if (request.values.json) terminal.out(JSON.stringify(report))
    else for (const line of ownReportLines(report, terminal.language)) terminal.out(line)
    return 0
  })

/** The figures, and below them each question that was not answered rightly, with why. */
export function ownReportLines(report: OwnReport, language: Language): readonly string[] {
  const { evaluate } = wordingFor(language)
  const { results, verdicts } = evaluate
  if (report.outcomes.length === 0) return [terminalWordingFor(language).noOwnQuestions]
  const { setting, used } = report
  const wrong = report.outcomes.filter(({ verdict }) => verdict !== 'right')
  return [
    fill(results.finished, { count: judgedIn(report), right: rightIn(report) }),
    ...(setting.meaning && !used.meaning ? [results.noMeaning] : []),
    ...(setting.finder && !used.finder ? [results.noFinder] : []),
    '',
    ...figureRows([report], evaluate).map(({ name, values }) =>
      fill(results.line, { name: results.figures[name].name, value: values.join() }),
    ),
    ...(wrong.length > 0 ? ['', fill(results.wrong, { count: wrong.length })] : []),
    ...wrong.flatMap((outcome) => {
      const why = whyWords(outcome, used, evaluate)
      const indented = [verdicts[outcome.verdict], why].filter((line) => line !== '')
      return [`  ${outcome.question}`, ...indented.map((line) => `    ${line}`)]
    }),
  ]
}
