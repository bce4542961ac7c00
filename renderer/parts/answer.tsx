import { Button, UnstyledButton } from '@mantine/core'
import { useCallback, useId, useMemo, type KeyboardEvent, type Ref } from 'react'
import { arrangeAnswer } from '../../electron/contract/answer-order'
import type { Answer, Topic } from '../../electron/contract/entities'
import { fill } from '../../electron/contract/wording/wording'
import { useApp } from '../app-context'
import { otherHits, otherTopics } from '../arrange-answer'
import { isCommand } from '../keys'
import { plainReading } from '../readings'
import { useCopy } from '../use-copy'
import { useWhy } from '../use-why'
import { AnswerLines } from './answer-lines'
import { isUnfinished, Shortcomings, Verdict } from './answer-verdict'
import { CopyButton } from './copy-button'
import { HitList } from './hit-list'
import { CitedPastReview } from './review-notice'
import { WhyButton, WhyPanel } from './why-panel'
import { WithBasis } from './with-basis'

interface AnswerProps {
  readonly question: string
  readonly answer: Answer
  readonly areaRef: Ref<HTMLElement>
}

/** The answer: how sure, what the articles say, where it stands. */
export function AnswerView({ question, answer, areaRef }: AnswerProps) {
  const { words, shelf, onSingleKey } = useApp()
  const { copy, said } = useCopy()
  const isEmpty = answer.kind === 'none' && shelf.status?.library.articles === 0
  const { kind, sentences, hits, topics } = answer
  const { why, opened, toggle } = useWhy(question)
  const whyId = useId()
  const lines = useMemo(() => arrangeAnswer(sentences), [sentences])

  const copyAll = useCallback(() => {
    const shown = lines.flatMap(({ context, sentence }) => [...context, sentence])
    copy(shown.map(({ citation: { articleId, start, end } }) => ({ articleId, start, end })))
  }, [lines, copy])

  const onKeyDown = (event: KeyboardEvent) => {
    if (isCommand(event.nativeEvent, 'c') && lines.length > 0 && nothingSelected()) {
      event.preventDefault()
      copyAll()
    } else onSingleKey(event)
  }

  return (
    <section
      ref={areaRef}
      className="answer"
      tabIndex={-1}
      aria-label={words.answer.label}
      onKeyDown={onKeyDown}
    >
      <Verdict answer={answer} isEmpty={isEmpty} />
      {kind === 'none' && <p className="quiet">{fill(words.answer.lookedFor, { question })}</p>}
      {!isEmpty && <Shortcomings question={question} answer={answer} />}
      <AnswerLines lines={lines} />
      <CitedPastReview sentences={sentences} />
      {(lines.length > 0 || hits.length > 0) && (
        <div className="answer-actions">
          {lines.length > 0 && (
            <CopyButton label={words.copying.answer} said={said} onCopy={copyAll} />
          )}
          {sentences.some(({ citation: { facts } }) => facts.length > 0) && <WithBasis />}
          {hits.length > 0 && !isUnfinished(answer) && (
            <WhyButton id={whyId} kind={kind} opened={opened} onToggle={toggle} />
          )}
        </div>
      )}
      <div id={whyId} hidden={!opened}>
        {opened && <WhyPanel question={question} answer={answer} why={why} />}
      </div>
      {kind !== 'none' && (
        <HitList
          question={question}
          hits={otherHits(hits, sentences)}
          title={kind === 'found' ? words.answer.otherPassages : words.answer.passages}
          openAtFirst={kind === 'related'}
        />
      )}
      {kind === 'related' && <TopicList topics={otherTopics(topics, hits)} />}
      {kind === 'none' && <TopicList topics={topics} />}
      {kind === 'none' && (isEmpty || !isUnfinished(answer)) && <AddHow isEmpty={isEmpty} />}
    </section>
  )
}

function nothingSelected(): boolean {
  return window.getSelection()?.isCollapsed ?? true
}

function TopicList({ topics }: { readonly topics: readonly Topic[] }) {
  const { words, open } = useApp()
  if (topics.length === 0) return null
  return (
    <section className="topics">
      <h2 className="small-heading">{words.answer.topics}</h2>
      <ul>
        {topics.map(({ articleId, title, sectionPath, start }) => (
          <li key={`${articleId} ${start}`}>
            <UnstyledButton
              className="link"
              onClick={() => {
                open(plainReading({ articleId, title }, start))
              }}
            >
              {[title, ...sectionPath].join(' › ')}
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </section>
  )
}

function AddHow({ isEmpty }: { readonly isEmpty: boolean }) {
  const { words, show } = useApp()
  return (
    <div className="add-how">
      <p>{isEmpty ? words.ask.emptyHow : words.answer.addHow}</p>
      <Button
        variant="default"
        onClick={() => {
          show('library')
        }}
      >
        {words.ask.toLibrary}
      </Button>
    </div>
  )
}
