import { CloseButton } from '@mantine/core'
import { errorSentence, fill } from '../../electron/contract/wording/wording'
import { useApp } from '../app-context'
import type { Additions } from '../use-additions'

/** What became of each added file. */
export function AddReport(props: { readonly additions: Additions; readonly onRead: () => void }) {
  const { words, language } = useApp()
  const { library } = words
  const { results, now } = props.additions
  const count = (outcome: string) => results.filter((result) => result.outcome === outcome).length
  const summary = fill(library.report.summary, {
    added: count('added'),
    updated: count('updated'),
    unchanged: count('unchanged'),
    refused: count('refused'),
  })
  const busy = now !== undefined
  return (
    <div className="report-place" aria-live="polite">
      {now && (
        <p className="report-now">
          {fill(library.adding, { name: now.name, done: now.done, total: now.total })}
        </p>
      )}
      {results.length > 0 && (
        <section className="report" aria-label={library.report.title}>
          <div className="report-head">
            <p>{busy ? library.report.title : summary}</p>
            {!busy && <CloseButton aria-label={library.report.close} onClick={props.onRead} />}
          </div>
          <ul>
            {results.map(({ name, outcome, error }, index) => (
              <li key={index} data-outcome={outcome}>
                <span className="report-name">{name}</span>
                <span>{error ? errorSentence(error, language) : library.report[outcome]}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
