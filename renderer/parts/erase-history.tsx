import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { fill } from '../../electron/contract/wording/wording'
import { useApp } from '../app-context'

interface EraseHistoryProps {
  readonly count: number
  readonly onErase: () => Promise<boolean>
}

/** Erasing cannot be undone, so it takes two presses, both in place. */
export function EraseHistory({ count, onErase }: EraseHistoryProps) {
  const { history } = useApp().words
  const [step, setStep] = useState<'idle' | 'sure' | 'done'>('idle')
  const place = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (step === 'sure') place.current?.querySelector<HTMLElement>('[data-safe]')?.focus()
  }, [step])

  const leave = (next: 'idle' | 'done') => {
    place.current?.focus()
    setStep(next)
  }

  return (
    <div ref={place} className="erase" tabIndex={-1}>
      {step === 'sure' && count > 0 ? (
        <>
          <p>{fill(history.clearSure, { count })}</p>
          <Button
            color="red"
            variant="outline"
            onClick={() => {
              void onErase().then((done) => {
                leave(done ? 'done' : 'idle')
              })
            }}
          >
            {history.clearYes}
          </Button>
          <Button
            variant="default"
            data-safe
            onClick={() => {
              leave('idle')
            }}
          >
            {history.clearNo}
          </Button>
        </>
      ) : (
        count > 0 && (
          <Button
            variant="default"
            onClick={() => {
              setStep('sure')
            }}
          >
            {history.clear}
          </Button>
        )
      )}
      <p className="quiet" role="status">
        {step === 'done' && count === 0 ? history.cleared : ''}
      </p>
    </div>
  )
}
