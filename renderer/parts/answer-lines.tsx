import type { AnswerLine } from '../../electron/contract/answer-order'
import { useApp } from '../app-context'
import { AnswerLineView, AnswerSteps } from './answer-line'

/** The lead, below it the steps it asks for, and then what else one has to know. */
export function AnswerLines({ lines }: { readonly lines: readonly AnswerLine[] }) {
  const { words } = useApp()
  const withRole = (wanted: string) => lines.filter(({ sentence: { role } }) => role === wanted)
  const [lead, steps, support] = ['lead', 'step', 'support'].map(withRole)
  return (
    <>
      {lead?.map((line) => (
        <AnswerLineView key={line.number} line={line} />
      ))}
      {steps && steps.length > 0 && (
        <div>
          <h2 className="small-heading also">{words.answer.steps}</h2>
          <AnswerSteps lines={steps} />
        </div>
      )}
      {support?.map((line, index) => (
        <div key={line.number}>
          {index === 0 && <h2 className="small-heading also">{words.answer.also}</h2>}
          <AnswerLineView line={line} />
        </div>
      ))}
    </>
  )
}
