import { Button, CloseButton } from '@mantine/core'
import { useMemo, useState } from 'react'
import { errorSentence, fill } from '../../electron/contract/wording/wording'
import { isBusy, type Addition, type AdditionRun, type Additions } from '../addition-run'
import { useApp } from '../app-context'
import { additionSentence, inReportOrder, reportSummary, reportText } from '../report-text'
import { useCopyText } from '../use-copy-text'
import { CopyButton } from './copy-button'
import { ShowMore } from './show-more'

/** Rows drawn at a time: a folder may hold thousands of files. */
const PAGE = 100

interface AddReportProps {
  readonly additions: Additions
  readonly run: AdditionRun
}

/** What became of each added file, those that need the reader's eye first; stays until put away. */
export function AddReport({ additions, run }: AddReportProps) {
  const { words, language } = useApp()
  const { report } = words.library
  const busy = isBusy(additions)
  const { results, left, halted, nothing } = additions
  const told = results.length > 0 || left > 0 || nothing
  const head = nothing ? report.nothing : reportSummary(additions, language)
  return (
    <section className="report" aria-label={report.title} hidden={!told}>
      <div className="report-head">
        <p role="status">{told && !busy && head}</p>
        {busy && <p>{report.title}</p>}
        {!busy && <CloseButton aria-label={report.close} onClick={run.clear} />}
      </div>
      {halted && <p className="error-line">{errorSentence(halted, language)}</p>}
      {left > 0 && !busy && (
        <div className="report-line">
          <p>{fill(report.stopped, { left })}</p>
          <Button variant="default" size="compact-sm" onClick={() => void run.resume()}>
            {report.resume}
          </Button>
        </div>
      )}
      {results.length > 0 && <ReportList results={results} />}
      {results.length > 0 && !busy && <ReportCopy additions={additions} />}
    </section>
  )
}

function ReportList({ results }: { readonly results: readonly Addition[] }) {
  const { library } = useApp().words
  const [shown, setShown] = useState(PAGE)
  const ordered = useMemo(() => inReportOrder(results), [results])
  return (
    <>
      <ul tabIndex={0} aria-label={library.report.title}>
        {ordered.slice(0, shown).map((addition, index) => (
          <ReportRow key={index} addition={addition} />
        ))}
      </ul>
      <ShowMore
        total={ordered.length}
        shown={shown}
        page={PAGE}
        label={library.report.more}
        look={{ className: 'report-more', variant: 'subtle', size: 'compact-sm' }}
        onShow={setShown}
      />
    </>
  )
}

function ReportRow({ addition }: { readonly addition: Addition }) {
  const { language } = useApp()
  const said = additionSentence(addition, language)
  return (
    <li data-outcome={addition.outcome}>
      {!said.includes(addition.path) && <span className="report-name">{addition.path}</span>}
      <span>{said}</span>
    </li>
  )
}

function ReportCopy({ additions }: { readonly additions: Additions }) {
  const { words, language } = useApp()
  const { copyText, said } = useCopyText()
  return (
    <CopyButton
      label={words.library.report.copy}
      said={said}
      onCopy={() => {
        copyText(reportText(additions, language))
      }}
    />
  )
}
