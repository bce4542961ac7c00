import { UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useId, useState } from 'react'
import type { OwnOutcome, OwnReport, OwnSetting } from '../../electron/contract/own-questions'
import { whyWords } from '../../electron/contract/wording/evaluation-words'
import { fill } from '../../electron/contract/wording/wording'
import { useApp } from '../app-context'
import { differing } from '../evaluation-settings'
import { placeOf } from '../place-of'

/** The questions that went wrong with why, and, folded, those that went well. */
export function OutcomeLists(props: {
  readonly report: OwnReport
  /** The name of its setting, where there are two. */
  readonly setting: string | undefined
}) {
  const { report, setting } = props
  const { results } = useApp().words.evaluate
  const [opened, setOpened] = useState(false)
  const id = useId()
  const wrong = report.outcomes.filter(({ verdict }) => verdict !== 'right')
  const well = report.outcomes.filter(({ verdict }) => verdict === 'right')
  const titled = (title: string, count: number) => {
    const text = fill(title, { count })
    return setting === undefined ? text : fill(results.under, { setting, text })
  }
  const Chevron = opened ? IconChevronDown : IconChevronRight
  return (
    <>
      {wrong.length > 0 ? (
        <>
          <h3>{titled(results.wrong, wrong.length)}</h3>
          <Outcomes outcomes={wrong} used={report.used} />
        </>
      ) : (
        <p>{titled(results.wrongNone, 0)}</p>
      )}
      {well.length > 0 && (
        <div>
          <h3>
            <UnstyledButton
              className="hits-toggle"
              aria-expanded={opened}
              aria-controls={id}
              onClick={() => {
                setOpened(!opened)
              }}
            >
              <Chevron size={16} stroke={1.8} aria-hidden />
              {titled(results.well, well.length)}
            </UnstyledButton>
          </h3>
          <div id={id} hidden={!opened}>
            <Outcomes outcomes={well} used={report.used} />
          </div>
        </div>
      )}
    </>
  )
}

/** Questions that came out otherwise under the second setting. */
export function OutcomeDifferences(props: { readonly reports: readonly [OwnReport, OwnReport] }) {
  const { words } = useApp()
  const { results, run, verdicts } = words.evaluate
  const { reports } = props
  const pairs = differing(...reports)
  const names = [run.first, run.second]
  if (pairs.length === 0) return <p>{results.differNone}</p>
  return (
    <>
      <h3>{fill(results.differ, { count: pairs.length })}</h3>
      <ul className="own-rows">
        {pairs.map((pair) => (
          <li key={pair[0].id} className="outcome">
            <AskAgain question={pair[0].question} />
            {pair.map((outcome, place) => (
              <p key={place} className="quiet">
                {fill(results.verdictOf, {
                  setting: names[place] ?? '',
                  verdict: verdicts[outcome.verdict],
                  why: whyWords(outcome, (reports[place] ?? reports[0]).used, words.evaluate),
                })}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </>
  )
}

function Outcomes(props: { readonly outcomes: readonly OwnOutcome[]; readonly used: OwnSetting }) {
  const { words } = useApp()
  const { verdicts, why } = words.evaluate
  return (
    <ul className="own-rows">
      {props.outcomes.map((outcome) => {
        const { id, question, verdict, lead, hits } = outcome
        const [best] = hits
        const ranks = whyWords(outcome, props.used, words.evaluate)
        const answered = verdict === 'lead-elsewhere' || verdict === 'claimed'
        return (
          <li key={id} className="outcome" data-verdict={verdict}>
            <AskAgain question={question} />
            <p className="outcome-verdict">{verdicts[verdict]}</p>
            {ranks !== '' && <p className="quiet">{ranks}</p>}
            {answered && lead && (
              <p className="quiet">
                {fill(why.lead, { text: lead.text, place: placeOf(lead.citation, words) })}
              </p>
            )}
            {(verdict === 'missed' || verdict === 'unsure') && best && (
              <p className="quiet">{fill(why.best, { place: placeOf(best, words) })}</p>
            )}
          </li>
        )
      })}
    </ul>
  )
}

function AskAgain({ question }: { readonly question: string }) {
  const { words, askHere } = useApp()
  return (
    <UnstyledButton
      className="link outcome-question"
      aria-label={fill(words.evaluate.results.askAgain, { question })}
      onClick={() => {
        askHere(question)
      }}
    >
      {question}
    </UnstyledButton>
  )
}
