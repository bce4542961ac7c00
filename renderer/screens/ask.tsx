import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { arrangeAnswer } from '../../electron/contract/answer-order'
import type { Answer } from '../../electron/contract/entities'
import { fill } from '../../electron/contract/wording/wording'
import type { Wording } from '../../electron/contract/wording/zh'
import { useApp } from '../app-context'
import { AnswerView } from '../parts/answer'
import { ErrorLine } from '../parts/error-line'
import { HitList } from '../parts/hit-list'
import { QuestionBox } from '../parts/question-box'
import { Welcome } from '../parts/welcome'

const SCREEN_ID = 'ask-screen'

/** Puts the focus in the question box, its text selected so that typing replaces it. */
export function focusQuestion(): void {
  const box = document.querySelector<HTMLTextAreaElement>(`#${SCREEN_ID} textarea`)
  box?.focus()
  box?.select()
}

/**
 * Home: one box, and below it the answer.
 * @param handed a question asked from elsewhere in the window, to stand in the box; another object
 *   for every asking
 */
export function AskScreen({
  handed,
}: {
  readonly handed: { readonly question: string } | undefined
}) {
  const { words, asked, ask } = useApp()
  const [text, setText] = useState('')
  const [taken, setTaken] = useState(handed)
  if (handed !== taken) {
    setTaken(handed)
    if (handed) setText(handed.question)
  }
  const box = useRef<HTMLTextAreaElement>(null)
  const area = useRef<HTMLElement>(null)

  useEffect(() => {
    box.current?.focus()
  }, [])

  const early = asked.phase === 'waiting' && asked.early?.length ? asked.early : undefined

  const submit = (question: string) => {
    void ask(question)
  }

  useLayoutEffect(() => {
    if (asked.phase !== 'answered' || asked.shown.answer.kind === 'none') return
    const { current: typed } = box
    const stillThere = document.activeElement === typed || document.activeElement === document.body
    // Whoever has begun to write the next question is not pulled away from it.
    if (stillThere && typed?.value === asked.shown.question)
      area.current?.focus({ preventScroll: true })
  }, [asked])

  return (
    <div id={SCREEN_ID} className="page ask">
      <h1 className="visually-hidden">{words.nav.ask}</h1>
      <QuestionBox
        boxRef={box}
        value={text}
        onChange={setText}
        onAsk={() => {
          submit(text)
        }}
      />
      <p className="visually-hidden" role="status">
        {asked.phase === 'answered' ? arrival(asked.shown.answer, words) : ''}
      </p>
      <div className="answer-place" aria-busy={asked.phase === 'waiting'}>
        {asked.phase === 'idle' && (
          <Welcome
            onExample={(example) => {
              setText(example)
              box.current?.focus()
              submit(example)
            }}
          />
        )}
        {asked.phase === 'waiting' && (
          <p className="waiting">{asked.early ? words.ask.reading : words.ask.waiting}</p>
        )}
        {early && <HitList hits={early} title={words.answer.passages} openAtFirst />}
        {asked.phase === 'failed' && (
          <div className="unanswered">
            <ErrorLine error={asked.error} />
            {asked.shown && (
              <p className="quiet">
                {fill(words.answer.earlier, { question: asked.shown.question })}
              </p>
            )}
          </div>
        )}
        {asked.shown && !early && (
          <AnswerView
            key={asked.shown.turn}
            question={asked.shown.question}
            answer={asked.shown.answer}
            areaRef={area}
          />
        )}
      </div>
    </div>
  )
}

function arrival({ kind, sentences, hits, pending }: Answer, { answer }: Wording): string {
  switch (kind) {
    case 'found':
      return fill(answer.arrivedFound, { count: arrangeAnswer(sentences).length })
    case 'related':
      return fill(answer.arrivedRelated, { count: hits.length })
    case 'none':
      return pending > 0 ? answer.unfinished.word : answer.arrivedNone
  }
}
