import { Button } from '@mantine/core'
import { useState } from 'react'
import type { ErrorBody } from '../../electron/contract/entities'
import { toErrorBody } from '../../electron/contract/errors'
import { errorSentence, fill } from '../../electron/contract/wording/wording'
import { useApp } from '../app-context'

interface Problem {
  readonly id: string
  /** Absent where no article of the list is meant. */
  readonly title: string | undefined
  readonly error: ErrorBody
}

/** Articles that cannot be searched as they should, each with why, what to do, and another try. */
export function ProblemList() {
  const { words, shelf } = useApp()
  const articles = shelf.articles ?? []
  const known = articles.flatMap(({ id, title, problem }): readonly Problem[] =>
    problem ? [{ id, title, error: problem }] : [],
  )
  const told = shelf.failures
    .filter(({ articleId }) => !articles.some(({ id }) => id === articleId))
    .map(({ articleId, error }): Problem => ({ id: articleId, title: undefined, error }))
  const problems = [...known, ...told]
  if (problems.length === 0) return null
  return (
    <section className="problems" aria-label={words.library.problems}>
      <h2 className="small-heading">{words.library.problems}</h2>
      <ul tabIndex={0} aria-label={words.library.problems}>
        {problems.map((problem) => (
          <ProblemRow key={problem.id} problem={problem} />
        ))}
      </ul>
    </section>
  )
}

function ProblemRow({ problem: { id, title, error } }: { readonly problem: Problem }) {
  const { client, actions, words, language } = useApp()
  const { library } = words
  const [refused, setRefused] = useState<ErrorBody>()
  const tryAgain = () => {
    setRefused(undefined)
    client.restoreArticle({ id }).then(actions.putArticle, (thrown: unknown) => {
      setRefused(toErrorBody(thrown))
    })
  }
  return (
    <li>
      {title !== undefined && <span className="report-name">{title}</span>}
      <span role={refused ? 'alert' : undefined}>{errorSentence(refused ?? error, language)}</span>
      {title !== undefined && (
        <Button
          variant="default"
          size="compact-sm"
          aria-label={fill(library.tryAgainNamed, { title })}
          onClick={tryAgain}
        >
          {library.tryAgain}
        </Button>
      )}
    </li>
  )
}
