import { Button } from '@mantine/core'
import type { Answer } from '../../electron/contract/entities'
import { alsoLookedForWords } from '../../electron/contract/wording/why-words'
import { fill } from '../../electron/contract/wording/wording'
import { useApp } from '../app-context'

/** Nothing is denied of a library that is not yet read in to the end. */
export function isUnfinished({ kind, pending }: Answer): boolean {
  return kind === 'none' && pending > 0
}

/** How sure; nothing is denied of a library that is empty or not yet read in to the end. */
export function Verdict(props: { readonly answer: Answer; readonly isEmpty: boolean }) {
  const { answer: words } = useApp().words
  const { kind, pending } = props.answer
  const { word, meaning } = props.isEmpty
    ? { word: words.emptyShelf, meaning: '' }
    : isUnfinished(props.answer)
      ? words.unfinished
      : words.kinds[kind]
  return (
    <p className="kind" data-kind={kind}>
      <span className="kind-word">{word}</span>
      <span className="kind-meaning">{fill(meaning, { count: pending })}</span>
    </p>
  )
}

/** What was looked for beside the question, and what could not be taken into account, with its cure once there is one. */
export function Shortcomings(props: { readonly question: string; readonly answer: Answer }) {
  const { words, shelf, ask, language } = useApp()
  const { question, answer } = props
  const also = alsoLookedForWords(answer, language)
  const wordsOnly = !answer.lanes.includes('meaning')
  return (
    <>
      {also !== undefined && <p className="quiet">{also}</p>}
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
