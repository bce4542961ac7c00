import { ActionIcon, Button, UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { memo, useId, useState } from 'react'
import type { ArticleSummary } from '../../electron/contract/entities'
import { fill } from '../../electron/contract/wording/wording'
import type { Wording } from '../../electron/contract/wording/zh'
import { useApp } from '../app-context'
import { plainReading } from '../readings'
import { languageName, shownDate } from '../shown-date'
import type { Removal } from '../use-removal'
import { RowDetails } from './row-details'

/** Columns of the table, the details of a row lie under all of them. */
const COLUMNS = 7

interface LibraryRowProps {
  readonly article: ArticleSummary
  readonly selected: boolean
  readonly onSelect: (id: string, selected: boolean) => void
  readonly onRemove: Removal['remove']
  readonly onRestore: Removal['restore']
}

/** One article of the library; a removed one stays, struck through, until the next start. */
export const LibraryRow = memo(function LibraryRow(props: LibraryRowProps) {
  const { words, language, open } = useApp()
  const { library, details } = words
  const { article, selected } = props
  const { id, title, state, passages } = article
  const [detailed, setDetailed] = useState(false)
  const detailsId = useId()
  const removed = state === 'removed'
  const readable = !removed && state !== 'unreadable'
  const Chevron = detailed ? IconChevronUp : IconChevronDown

  return (
    <>
      <tr data-state={state} data-problem={article.problem !== undefined} data-detailed={detailed}>
        <td className="row-select">
          {!removed && (
            <input
              type="checkbox"
              aria-label={fill(library.select, { title })}
              checked={selected}
              onChange={(event) => {
                props.onSelect(id, event.currentTarget.checked)
              }}
            />
          )}
        </td>
        <th scope="row">
          {readable ? (
            <UnstyledButton
              className="link"
              onClick={() => {
                open(plainReading({ articleId: id, title }))
              }}
            >
              {title}
            </UnstyledButton>
          ) : removed ? (
            <s>{title}</s>
          ) : (
            title
          )}
        </th>
        <td className="number">{passages}</td>
        <td className="language">{languageName(article.language, language)}</td>
        <td className="date">{shownDate(article.addedAt, language)}</td>
        <td className="state">{stateWords(article, words)}</td>
        <td className="row-action">
          <span>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={fill(details.show, { title })}
              aria-expanded={detailed}
              aria-controls={detailed ? detailsId : undefined}
              onClick={() => {
                setDetailed(!detailed)
              }}
            >
              <Chevron size={17} stroke={1.6} aria-hidden />
            </ActionIcon>
            <Button
              variant={removed ? 'default' : 'subtle'}
              color={removed ? 'teal' : 'gray'}
              size="compact-sm"
              aria-label={fill(removed ? library.undoNamed : library.removeNamed, { title })}
              onClick={() => {
                if (removed) props.onRestore([id])
                else props.onRemove([id])
              }}
            >
              {removed ? library.undo : library.remove}
            </Button>
          </span>
        </td>
      </tr>
      {detailed && (
        <tr id={detailsId} className="row-details">
          <td colSpan={COLUMNS}>
            <RowDetails summary={article} />
          </td>
        </tr>
      )}
    </>
  )
})

function stateWords(article: ArticleSummary, { library }: Wording): string {
  const { state, problem, embedded, passages } = article
  const sentence = problem && state !== 'unreadable' ? library.unfinished : library.states[state]
  return fill(sentence, { done: embedded, total: passages })
}
