import { Button, TextInput, UnstyledButton } from '@mantine/core'
import { useMemo, useState } from 'react'
import { QUESTION_LIMIT } from '../../electron/contract/limits'
import { fill } from '../../electron/contract/wording/wording'
import { useApp } from '../app-context'
import { sendsQuestion } from '../keys'
import { ownOf } from '../own-marks'
import { useHistory } from '../use-history'
import { ErrorLine } from './error-line'
import { ShowMore } from './show-more'

/** Rows drawn at a time. */
const PAGE = 8

/** A question of one's own, or one that was asked and is not marked yet. */
export function EvaluateAdd({ onMark }: { readonly onMark: (question: string) => void }) {
  const { words, own } = useApp()
  const { add, list } = words.evaluate
  const { history, error } = useHistory()
  const [typed, setTyped] = useState('')
  const [shown, setShown] = useState(PAGE)
  const unmarked = useMemo(
    () => history?.entries.filter(({ question }) => !ownOf(own.questions, question)) ?? [],
    [history, own.questions],
  )

  const begin = () => {
    if (typed.trim() === '') return
    onMark(typed.trim())
    setTyped('')
  }

  return (
    <section className="evaluate-part" aria-labelledby="evaluate-add">
      <h2 id="evaluate-add" tabIndex={-1}>
        {add.title}
      </h2>
      <div className="evaluate-line">
        <TextInput
          className="evaluate-input"
          aria-label={add.label}
          placeholder={add.placeholder}
          maxLength={QUESTION_LIMIT}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
          }}
          onKeyDown={(event) => {
            if (sendsQuestion(event.nativeEvent)) begin()
          }}
        />
        <Button variant="default" onClick={begin}>
          {add.go}
        </Button>
      </div>
      {error && <ErrorLine error={error} />}
      {history && (
        <>
          <h3 className="small-heading">{add.history}</h3>
          {unmarked.length === 0 && <p className="quiet">{add.historyNone}</p>}
          <ul className="own-rows">
            {unmarked.slice(0, shown).map(({ id, question }) => (
              <li key={id}>
                <UnstyledButton
                  className="pick"
                  aria-label={fill(add.pick, { question })}
                  onClick={() => {
                    onMark(question)
                  }}
                >
                  {question}
                </UnstyledButton>
              </li>
            ))}
          </ul>
          <ShowMore
            total={unmarked.length}
            shown={shown}
            page={PAGE}
            label={list.showMore}
            look={{ className: 'evaluate-done', variant: 'subtle', size: 'compact-md' }}
            onShow={setShown}
          />
        </>
      )}
    </section>
  )
}
