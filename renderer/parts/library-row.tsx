import { Button, UnstyledButton } from '@mantine/core'
import { memo, useState } from 'react'
import type { ArticleSummary, ErrorBody } from '../../electron/contract/entities'
import { toErrorBody } from '../../electron/contract/errors'
import { fill } from '../../electron/contract/wording/wording'
import type { Wording } from '../../electron/contract/wording/zh'
import { useApp } from '../app-context'
import { languageName, shownDate } from '../shown-date'
import { ErrorLine } from './error-line'

/** One article of the library; a removed one stays, struck through, until the next start. */
export const LibraryRow = memo(function LibraryRow({
  article,
}: {
  readonly article: ArticleSummary
}) {
  const { client, actions, words, language, open } = useApp()
  const [error, setError] = useState<ErrorBody>()
  const { id, title, state, passages } = article
  const removed = state === 'removed'
  const { library } = words

  const toggle = () => {
    setError(undefined)
    const call = removed ? client.restoreArticle({ id }) : client.removeArticle({ id })
    call.then(actions.putArticle, (thrown: unknown) => {
      setError(toErrorBody(thrown))
    })
  }

  return (
    <tr data-state={state}>
      <th scope="row">
        {removed ? (
          <s className="row-title">{title}</s>
        ) : (
          <UnstyledButton
            className="link row-title"
            onClick={() => {
              open({ articleId: id, title, marks: [], current: undefined, start: 0 })
            }}
          >
            {title}
          </UnstyledButton>
        )}
        {error && <ErrorLine error={error} />}
      </th>
      <td className="number">{passages}</td>
      <td className="language">{languageName(article.language, language)}</td>
      <td className="date">{shownDate(article.addedAt, language)}</td>
      <td className="state">{stateWords(article, words)}</td>
      <td className="row-action">
        <Button
          variant={removed ? 'default' : 'subtle'}
          color={removed ? 'teal' : 'gray'}
          size="compact-sm"
          aria-label={fill(removed ? library.undoNamed : library.removeNamed, { title })}
          onClick={toggle}
        >
          {removed ? library.undo : library.remove}
        </Button>
      </td>
    </tr>
  )
})

function stateWords({ state, embedded, passages }: ArticleSummary, { library }: Wording): string {
  return fill(library.states[state], { done: embedded, total: passages })
}
