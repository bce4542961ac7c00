import { useState } from 'react'
import { OWN_LIMIT } from '../../electron/contract/limits'
import { fill } from '../../electron/contract/wording/wording'
import { useApp } from '../app-context'
import { ErrorLine } from '../parts/error-line'
import { EvaluateAdd } from '../parts/evaluate-add'
import { EvaluateMarking } from '../parts/evaluate-marking'
import { EvaluateResults } from '../parts/evaluate-results'
import { EvaluateRun } from '../parts/evaluate-run'
import { EvaluateSet } from '../parts/evaluate-set'

/** The user's own questions: marking where they are answered, asking them all, what came of it. */
export function EvaluateScreen() {
  const { words, shelf, own, evaluation } = useApp()
  const { evaluate } = words
  const [marking, setMarking] = useState<string>()
  const writable = shelf.status?.library.writable !== false
  const { questions, error } = own
  return (
    <div className="page sheet evaluate">
      <h1>{evaluate.title}</h1>
      <p>{evaluate.about}</p>
      <p className="quiet">{fill(evaluate.kept, { limit: OWN_LIMIT })}</p>
      {!writable && <p className="quiet">{evaluate.readOnly}</p>}
      {error && <ErrorLine error={error} />}
      {!questions && !error && <p className="waiting">{evaluate.loading}</p>}
      {questions && questions.length > 0 && (
        <>
          <EvaluateRun />
          <EvaluateResults reports={evaluation.reports} />
        </>
      )}
      {writable && questions && (
        <>
          <EvaluateAdd onMark={setMarking} />
          {marking !== undefined && (
            <EvaluateMarking
              key={marking}
              question={marking}
              onDone={() => {
                setMarking(undefined)
                document.getElementById('evaluate-add')?.focus()
              }}
            />
          )}
        </>
      )}
      {questions && <EvaluateSet questions={questions} writable={writable} onMark={setMarking} />}
    </div>
  )
}
