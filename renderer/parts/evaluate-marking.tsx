import { Button, TextInput, UnstyledButton } from '@mantine/core'
import { IconCircle, IconCircleCheck } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { ErrorBody, Hit } from '../../electron/contract/entities'
import { toErrorBody } from '../../electron/contract/errors'
import { fill } from '../../electron/contract/wording/wording'
import { useApp } from '../app-context'
import { sendsQuestion } from '../keys'
import { ownOf } from '../own-marks'
import { ErrorLine } from './error-line'
import { HitRow } from './hit-list'
import { MarkHit } from './evaluate-mark'

/** Passages to choose from: as many as a question is measured by. */
const TOP = 10

interface MarkingProps {
  readonly question: string
  readonly onDone: () => void
}

/** Where the answer to a question stands: its hits, others by other words, or nowhere. */
export function EvaluateMarking({ question, onDone }: MarkingProps) {
  const { words, own } = useApp()
  const { marking } = words.evaluate
  const [typed, setTyped] = useState('')
  const [searched, setSearched] = useState(question)
  const { hits, error } = useHits(searched, searched === question)
  const [refused, setRefused] = useState<ErrorBody>()
  const area = useRef<HTMLElement>(null)
  const entry = ownOf(own.questions, question)
  const nowhere = entry?.right.length === 0
  const NowhereIcon = nowhere ? IconCircleCheck : IconCircle

  useEffect(() => {
    area.current?.focus()
  }, [])

  const search = () => {
    setSearched(typed.trim() || question)
  }

  const markNowhere = async () => {
    setRefused(undefined)
    try {
      if (entry && nowhere) await own.remove(entry.id)
      else await own.mark(question, [])
    } catch (thrown) {
      setRefused(toErrorBody(thrown))
    }
  }

  return (
    <section ref={area} className="marking" tabIndex={-1} aria-labelledby="marking-title">
      <h3 id="marking-title">{fill(marking.title, { question })}</h3>
      <p className="quiet">{marking.hint}</p>
      {error && <ErrorLine error={error} />}
      {!hits && !error && <p className="waiting">{marking.searching}</p>}
      {hits?.length === 0 && <p className="quiet">{marking.none}</p>}
      <ol className="hit-rows">
        {hits?.map((hit) => (
          <li key={hit.passageId}>
            <HitRow hit={hit} />
            <MarkHit question={question} hit={hit} />
          </li>
        ))}
      </ol>
      {/* Kept back until the hits are there: what is about to be pressed must not move. */}
      {(hits ?? error) && (
        <>
          <div className="evaluate-line">
            <TextInput
              className="evaluate-input"
              label={marking.other}
              value={typed}
              onChange={(event) => {
                setTyped(event.currentTarget.value)
              }}
              onKeyDown={(event) => {
                if (sendsQuestion(event.nativeEvent)) search()
              }}
            />
            <Button variant="default" onClick={search}>
              {marking.otherGo}
            </Button>
          </div>
          <div>
            <UnstyledButton
              className="mark-hit"
              aria-pressed={nowhere}
              onClick={() => void markNowhere()}
            >
              <NowhereIcon size={16} stroke={1.8} aria-hidden />
              {marking.nowhere}
            </UnstyledButton>
            <p className="quiet">{marking.nowhereHow}</p>
          </div>
        </>
      )}
      {refused && <ErrorLine error={refused} />}
      <Button className="evaluate-done" onClick={onDone}>
        {marking.done}
      </Button>
    </section>
  )
}

/** The question itself is asked, so that its hits stand as in its answer; other words are searched. */
function useHits(text: string, asks: boolean) {
  const { client } = useApp()
  const [found, setFound] = useState<{
    readonly text: string
    readonly hits?: readonly Hit[]
    readonly error?: ErrorBody
  }>()

  useEffect(() => {
    let current = true
    const coming = asks
      ? client.ask({ question: text, top: TOP })
      : client.search({ query: text, top: TOP })
    coming.then(
      ({ hits }) => {
        if (current) setFound({ text, hits })
      },
      (thrown: unknown) => {
        if (current) setFound({ text, error: toErrorBody(thrown) })
      },
    )
    return () => {
      current = false
    }
  }, [client, text, asks])

  return found?.text === text
    ? { hits: found.hits, error: found.error }
    : { hits: undefined, error: undefined }
}
