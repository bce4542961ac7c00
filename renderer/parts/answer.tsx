import { Button, UnstyledButton } from '@mantine/core'
import { useCallback, useMemo, type KeyboardEvent, type Ref } from 'react'
import type { Answer, Topic } from '../../electron/contract/entities'
import { fill } from '../../electron/contract/wording/wording'
import { useApp } from '../app-context'
import { arrangeAnswer, otherHits } from '../arrange-answer'
import { isCommand } from '../keys'
import { useCopy } from '../use-copy'
import { AnswerLineView } from './answer-line'
import { CopyButton } from './copy-button'
import { HitList } from './hit-list'
import { CitedPastReview } from './review-notice'
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
      {lines.map((line) => (
        <div key={line.number}>
          {line.number === 2 && <h3 className="small-heading also">{words.answer.also}</h3>}
          <AnswerLineView line={line} />
        </div>
      ))}
      <CitedPastReview sentences={sentences} />
      {lines.length > 0 && (
        <div className="answer-actions">
          <CopyButton label={words.copying.answer} said={said} onCopy={copyAll} />
          {sentences.some(({ citation: { facts } }) => facts.length > 0) && <WithBasis />}
        </div>
      )}
      {kind !== 'none' && (
        <HitList
          hits={otherHits(hits, sentences)}
          title={kind === 'found' ? words.answer.otherPassages : words.answer.passages}
          openAtFirst={kind === 'related'}
        />
      )}
      {kind !== 'found' && <TopicList topics={topics} />}
      {kind === 'none' && (isEmpty || answer.pending === 0) && <AddHow isEmpty={isEmpty} />}
    </section>
  )
}

/** How sure; nothing is denied of a library that is empty or not yet read in to the end. */
function Verdict(props: { readonly answer: Answer; readonly isEmpty: boolean }) {
  const { answer: words } = useApp().words
  const { kind, pending } = props.answer
  const { word, meaning } = props.isEmpty
    ? { word: words.emptyShelf, meaning: '' }
    : kind === 'none' && pending > 0
      ? words.unfinished
      : words.kinds[kind]
  return (
    <p className="kind" data-kind={kind}>
      <span className="kind-word">{word}</span>
      <span className="kind-meaning">{fill(meaning, { count: pending })}</span>
    </p>
  )
}

function nothingSelected(): boolean {
  return window.getSelection()?.isCollapsed ?? true
}

/** What could not be taken into account, one line each, and its cure once there is one. */
function Shortcomings({ question, answer }: Pick<AnswerProps, 'question' | 'answer'>) {
  const { words, shelf, ask } = useApp()
  const wordsOnly = !answer.lanes.includes('meaning')
  return (
    <>
      {wordsOnly && <p className="shortcoming">{words.answer.wordsOnly}</p>}
      {wordsOnly && shelf.status?.model.state === 'ready' && (
        <Button
          className="again"
          variant="default"
          size="compact-md"
          onClick={() => {
            void ask(question)
          }}
        >
          {words.answer.again}
        </Button>
      )}
      {answer.pending > 0 && answer.kind !== 'none' && (
        <p className="shortcoming">{fill(words.answer.pending, { count: answer.pending })}</p>
      )}
    </>
  )
}

function TopicList({ topics }: { readonly topics: readonly Topic[] }) {
  const { words, open } = useApp()
  if (topics.length === 0) return null
  return (
    <section className="topics">
      <h3 className="small-heading">{words.answer.topics}</h3>
      <ul>
        {topics.map(({ articleId, title, sectionPath, start }) => (
          <li key={`${articleId} ${start}`}>
            <UnstyledButton
              className="link"
              onClick={() => {
                open({ articleId, title, marks: [], current: undefined, start })
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
