import { useEffect, useMemo, useRef } from 'react'
import type { OwnReport, OwnSetting } from '../../electron/contract/own-questions'
import { figureRows, judgedIn, rightIn } from '../../electron/contract/wording/evaluation-words'
import { fill } from '../../electron/contract/wording/wording'
import type { Wording } from '../../electron/contract/wording/zh'
import { useApp } from '../app-context'
import { lanesOf } from '../evaluation-settings'
import { OutcomeDifferences, OutcomeLists } from './evaluate-outcomes'

/** What the last run found: figures with their meaning, and the questions behind them. */
export function EvaluateResults({ reports }: { readonly reports: readonly OwnReport[] }) {
  const { words } = useApp()
  const { results } = words.evaluate
  const heading = useRef<HTMLHeadingElement>(null)
  const seen = useRef(reports)
  const [first, second] = reports

  useEffect(() => {
    // The button that was pressed has become another: the results are what it was pressed for.
    if (seen.current !== reports) heading.current?.focus()
    seen.current = reports
  }, [reports])

  if (!first) return null
  return (
    <section className="evaluate-part" aria-labelledby="evaluate-results">
      <h2 id="evaluate-results" ref={heading} tabIndex={-1}>
        {results.title}
      </h2>
      <p role="status">
        {fill(results.finished, { count: judgedIn(first), right: rightIn(first) })}
      </p>
      {reports.some(({ stopped }) => stopped) && (
        <p className="shortcoming">
          {fill(results.stopped, { count: reports.at(-1)?.outcomes.length ?? 0 })}
        </p>
      )}
      {reports.some(({ setting, used }) => setting.meaning && !used.meaning) && (
        <p className="shortcoming">{results.noMeaning}</p>
      )}
      {reports.some(({ setting, used }) => setting.finder && !used.finder) && (
        <p className="shortcoming">{results.noFinder}</p>
      )}
      <Figures reports={reports} />
      {second && <OutcomeDifferences reports={[first, second]} />}
      {reports.map((report, place) => (
        <OutcomeLists
          key={place}
          report={report}
          setting={second && [words.evaluate.run.first, words.evaluate.run.second][place]}
        />
      ))}
    </section>
  )
}

function Figures({ reports }: { readonly reports: readonly OwnReport[] }) {
  const { words } = useApp()
  const { results } = words.evaluate
  const rows = useMemo(() => figureRows(reports, words.evaluate), [reports, words])
  return (
    <div className="figures">
      <table>
        <thead>
          <tr>
            <th scope="col">{results.figure}</th>
            {reports.map(({ setting }, place) => (
              <th key={place} scope="col">
                {reports.length > 1 ? settingWords(setting, words) : results.value}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, values }) => (
            <tr key={name}>
              <th scope="row">
                {results.figures[name].name}
                <span className="quiet">{results.figures[name].meaning}</span>
              </th>
              {values.map((value, place) => (
                <td key={place}>{value}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function settingWords(setting: OwnSetting, { evaluate }: Wording): string {
  const { lanes, withFinder, withoutFinder } = evaluate.run
  const finder = setting.finder ? withFinder : withoutFinder
  return fill(finder, { lanes: lanes.choices[lanesOf(setting)] })
}
