import { Button, CloseButton, UnstyledButton } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { ErrorBody } from '../../electron/contract/entities'
import { toErrorBody } from '../../electron/contract/errors'
import type { OwnQuestionNow, PlaceNow } from '../../electron/contract/own-questions'
import { fill } from '../../electron/contract/wording/wording'
import { useApp } from '../app-context'
import { placeOf } from '../place-of'
import { ErrorLine } from './error-line'

/** Rows drawn at a time. */
const PAGE = 50

interface SetProps {
  readonly questions: readonly OwnQuestionNow[]
  readonly writable: boolean
  readonly onMark: (question: string) => void
}

/** The questions with the places that are right. */
export function EvaluateSet({ questions, writable, onMark }: SetProps) {
  const { words, own } = useApp()
  const { list } = words.evaluate
  const [shown, setShown] = useState(PAGE)
  const [removed, setRemoved] = useState('')
  const [error, setError] = useState<ErrorBody>()
  const rows = useRef<HTMLUListElement>(null)
  const leaving = useRef<number>(undefined)

  useEffect(() => {
    if (leaving.current === undefined) return
    // The row took its button with it: the focus goes to the one that moved up, or the last.
    const buttons = rows.current?.querySelectorAll<HTMLElement>('[data-remove]') ?? []
    buttons[Math.min(leaving.current, buttons.length - 1)]?.focus()
    leaving.current = undefined
  }, [questions])

  const remove = async ({ id, question }: OwnQuestionNow) => {
    leaving.current = questions.findIndex((row) => row.id === id)
    setError(undefined)
    try {
      await own.remove(id)
    } catch (thrown) {
      leaving.current = undefined
      setError(toErrorBody(thrown))
      return
    }
    setRemoved(fill(list.removed, { question }))
  }

  return (
    <section className="evaluate-part" aria-labelledby="evaluate-set">
      <h2 id="evaluate-set">{fill(list.title, { count: questions.length })}</h2>
      <p className="visually-hidden" role="status">
        {removed}
      </p>
      {error && <ErrorLine error={error} />}
      {questions.length === 0 && <p className="quiet">{list.none}</p>}
      <ul ref={rows} className="own-rows" aria-labelledby="evaluate-set">
        {questions.slice(0, shown).map((own) => (
          <li key={own.id} className="own-row">
            <div className="own-words">
              <p>{own.question}</p>
              <Places right={own.right} />
            </div>
            {writable && (
              <>
                <Button
                  variant="subtle"
                  size="compact-md"
                  aria-label={fill(list.againNamed, { question: own.question })}
                  onClick={() => {
                    onMark(own.question)
                  }}
                >
                  {list.again}
                </Button>
                <CloseButton
                  data-remove
                  aria-label={fill(list.remove, { question: own.question })}
                  onClick={() => void remove(own)}
                />
              </>
            )}
          </li>
        ))}
      </ul>
      {questions.length > shown && (
        <Button
          className="evaluate-done"
          variant="default"
          onClick={() => {
            setShown(shown + PAGE)
          }}
        >
          {fill(list.showMore, { count: Math.min(PAGE, questions.length - shown) })}
        </Button>
      )}
    </section>
  )
}

function Places({ right }: { readonly right: readonly PlaceNow[] }) {
  const { list } = useApp().words.evaluate
  if (right.length === 0) return <p className="quiet">{list.nowhere}</p>
  return (
    <ul>
      {right.map((place) => (
        <li key={`${place.articleId} ${String(place.start)}`} className="quiet">
          <Place place={place} />
        </li>
      ))}
    </ul>
  )
}

function Place({ place }: { readonly place: PlaceNow }) {
  const { words, open } = useApp()
  const { list } = words.evaluate
  const { articleId, title, start, end, state } = place
  if (state === 'gone') return <span className="own-stale">{fill(list.gone, { title })}</span>
  if (state === 'changed') {
    return <span className="own-stale">{fill(list.changed, { title })}</span>
  }
  return (
    <UnstyledButton
      className="link"
      onClick={() => {
        open({ articleId, title, marks: [{ start, end }], current: 0, start })
      }}
    >
      {placeOf(place, words)}
    </UnstyledButton>
  )
}
