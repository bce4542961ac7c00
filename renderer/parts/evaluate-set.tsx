import { Button, CloseButton } from '@mantine/core'
import { useState } from 'react'
import type { ErrorBody } from '../../electron/contract/entities'
import { toErrorBody } from '../../electron/contract/errors'
import type { OwnQuestionNow, PlaceNow } from '../../electron/contract/own-questions'
import { fill } from '../../electron/contract/wording/wording'
import { useApp } from '../app-context'
import { useRowRemoval } from '../use-row-removal'
import { ErrorLine } from './error-line'
import { PlaceLink } from './place-link'
import { ShowMore } from './show-more'

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
  const { list: rows, removeAt } = useRowRemoval(questions)

  const remove = async ({ id, question }: OwnQuestionNow) => {
    setError(undefined)
    const place = questions.findIndex((row) => row.id === id)
    const done = await removeAt(place, () =>
      own.remove(id).then(
        () => true,
        (thrown: unknown) => {
          setError(toErrorBody(thrown))
          return false
        },
      ),
    )
    if (done) setRemoved(fill(list.removed, { question }))
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
      <ShowMore
        total={questions.length}
        shown={shown}
        page={PAGE}
        label={list.showMore}
        look={{ className: 'evaluate-done', variant: 'default' }}
        onShow={setShown}
      />
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
  const { list } = useApp().words.evaluate
  const { title, state } = place
  if (state === 'gone') return <span className="own-stale">{fill(list.gone, { title })}</span>
  if (state === 'changed') {
    return <span className="own-stale">{fill(list.changed, { title })}</span>
  }
  return <PlaceLink at={place} />
}
