import { UnstyledButton } from '@mantine/core'
import { IconCircle, IconCircleCheck } from '@tabler/icons-react'
import { useState } from 'react'
import type { ErrorBody, Hit } from '../../electron/contract/entities'
import { toErrorBody } from '../../electron/contract/errors'
import { fill } from '../../electron/contract/wording/wording'
import { useApp } from '../app-context'
import { isMarked, ownOf, toggled } from '../own-marks'
import { placeOf } from '../place-of'
import { ErrorLine } from './error-line'

interface MarkHitProps {
  readonly question: string
  readonly hit: Hit
  /** Under an answer it must say what it is for. */
  readonly inAnswer?: boolean
}

/** “This one is right”, on or off, under a hit of a question. Not there while nothing may be changed. */
export function MarkHit({ question, hit, inAnswer = false }: MarkHitProps) {
  const { words, shelf, own } = useApp()
  const [error, setError] = useState<ErrorBody>()
  if (shelf.status?.library.writable === false || !own.questions) return null
  const { marking } = words.evaluate
  const entry = ownOf(own.questions, question)
  const marked = isMarked(entry, hit)
  const MarkIcon = marked ? IconCircleCheck : IconCircle

  const press = async () => {
    setError(undefined)
    const change = toggled(entry, hit)
    try {
      if (change.does === 'mark') await own.mark(question, change.right)
      else await own.remove(change.id)
    } catch (thrown) {
      setError(toErrorBody(thrown))
    }
  }

  return (
    <>
      <UnstyledButton
        className="mark-hit"
        aria-pressed={marked}
        aria-label={fill(inAnswer ? marking.inAnswerNamed : marking.rightNamed, {
          place: placeOf(hit, words),
        })}
        onClick={() => void press()}
      >
        <MarkIcon size={16} stroke={1.8} aria-hidden />
        {inAnswer ? marking.inAnswer : marking.right}
      </UnstyledButton>
      {error && <ErrorLine error={error} />}
    </>
  )
}
