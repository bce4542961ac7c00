import { CloseButton } from '@mantine/core'
import { errorSentence, fill } from '../../electron/contract/wording/wording'
import { useApp } from '../app-context'
import type { Addition, Additions } from '../use-additions'

/** Which file is being added now. */
export function AddingLine({ additions: { now } }: { readonly additions: Additions }) {
  const { library } = useApp().words
  return (
    <p className="adding-line" aria-live="polite">
      {now && fill(library.adding, { name: now.name, done: now.done, total: now.total })}
    </p>
  )
}

/** What became of each added file, those that need the reader's eye first. */
export function AddReport(props: { readonly additions: Additions; readonly onRead: () => void }) {
  const { library } = useApp().words
  const { results, now } = props.additions
  const count = (outcome: string) => results.filter((result) => result.outcome === outcome).length
  const summary = fill(library.report.summary, {
    added: count('added'),
    updated: count('updated'),
    unchanged: count('unchanged'),
    refused: count('refused'),
  })
  const busy = now !== undefined
  const ordered = [
    ...results.filter(({ outcome }) => outcome === 'refused'),
    ...results.filter(({ outcome }) => outcome !== 'refused'),
  ]
  return (
    <div className="report-place" aria-live="polite">
      {results.length > 0 && (
        <section className="report" aria-label={library.report.title}>
          <div className="report-head">
            <p>{busy ? library.report.title : summary}</p>
            {!busy && <CloseButton aria-label={library.report.close} onClick={props.onRead} />}
          </div>
          <ul tabIndex={0} aria-label={library.report.title}>
            {ordered.map((addition, index) => (
              <ReportRow key={index} addition={addition} />
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

function ReportRow({ addition: { name, outcome, error } }: { readonly addition: Addition }) {
  const { words, language } = useApp()
  const said = error ? errorSentence(error, language) : words.library.report[outcome]
  return (
    <li data-outcome={outcome}>
      {!said.includes(name) && <span className="report-name">{name}</span>}
      <span>{said}</span>
    </li>
  )
}
