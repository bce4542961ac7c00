import { Button } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import type { Answer, AnswerKind } from '../../electron/contract/entities'
import { isExplained } from '../../electron/contract/wording/why-words'
import { fill } from '../../electron/contract/wording/wording'
import type { Wording } from '../../electron/contract/wording/zh'
import { useApp } from '../app-context'
import { otherHits } from '../arrange-answer'
import { isSameAnswer } from '../same-answer'
import type { Why } from '../use-why'
import { ErrorLine } from './error-line'
import { WhyHit } from './why-hit'
import { WhyNumbers } from './why-numbers'
import { WhySureness } from './why-sureness'

/** The best say most; the rest are there for whoever wants them. */
const FIRST_SHOWN = 3

export function WhyButton(props: {
  /** Of the panel that it opens. */
  readonly id: string
  readonly kind: AnswerKind
  readonly opened: boolean
  readonly onToggle: () => void
}) {
  const { why: words } = useApp().words
  const Chevron = props.opened ? IconChevronDown : IconChevronRight
  return (
    <Button
      variant="subtle"
      size="compact-md"
      leftSection={<Chevron size={16} stroke={1.8} aria-hidden />}
      aria-expanded={props.opened}
      aria-controls={props.id}
      onClick={props.onToggle}
    >
      {whyWord(props.kind, words)}
    </Button>
  )
}

function whyWord(kind: AnswerKind, words: Wording['why']): string {
  return { found: words.button, related: words.buttonRelated, none: words.buttonNone }[kind]
}

/** How sure the answer is, and of every passage why it stands where it stands. */
export function WhyPanel(props: {
  readonly question: string
  readonly answer: Answer
  readonly why: Why
}) {
  const { question, answer, why } = props
  const { why: words } = useApp().words
  return (
    <section className="why" aria-label={whyWord(answer.kind, words)}>
      <p className="visually-hidden" role="status">
        {why.phase === 'waiting' ? words.loading : ''}
      </p>
      {why.phase === 'waiting' && <p className="waiting">{words.loading}</p>}
      {why.phase === 'failed' && <ErrorLine error={why.error} />}
      {why.phase === 'told' && (
        <>
          {!isSameAnswer(answer, why.answer) && <Changed question={question} />}
          <Told answer={why.answer} />
        </>
      )}
    </section>
  )
}

function Changed({ question }: { readonly question: string }) {
  const { words, ask } = useApp()
  return (
    <div className="shortcoming why-changed">
      <p>{words.why.changed}</p>
      <Button
        variant="default"
        size="compact-md"
        onClick={() => {
          void ask(question)
        }}
      >
        {words.why.again}
      </Button>
    </div>
  )
}

function Told({ answer }: { readonly answer: Answer }) {
  const { why: words } = useApp().words
  const [all, setAll] = useState(false)
  const hits = answer.hits.filter(isExplained)
  const uncited = new Set(otherHits(hits, answer.sentences))
  const most = Math.max(...hits.flatMap(({ why: { lifts } }) => Object.values(lifts).map(Math.abs)))
  return (
    <>
      <WhySureness answer={answer} />
      <h2 className="small-heading">{answer.kind === 'none' ? words.hitsNone : words.hits}</h2>
      <ol className="why-hits">
        {(all ? hits : hits.slice(0, FIRST_SHOWN)).map((hit) => (
          <li key={hit.passageId}>
            <WhyHit hit={hit} isCited={!uncited.has(hit)} mostLift={most} />
          </li>
        ))}
      </ol>
      {!all && hits.length > FIRST_SHOWN && (
        <Button
          className="why-all"
          variant="subtle"
          size="compact-md"
          onClick={() => {
            setAll(true)
          }}
        >
          {fill(words.showAll, { count: hits.length })}
        </Button>
      )}
      <WhyNumbers answer={answer} hits={all ? hits : hits.slice(0, FIRST_SHOWN)} />
    </>
  )
}
