import { CloseButton, UnstyledButton } from '@mantine/core'
import type { HistoryEntry } from '../../electron/contract/entities'
import { fill } from '../../electron/contract/wording/wording'
import { useApp } from '../app-context'
import { shownMoment } from '../shown-date'

interface HistoryRowProps {
  readonly entry: HistoryEntry
  readonly onRemove: () => void
}

/** One question, when it was asked and what became of it; pressing it asks again. */
export function HistoryRow({ entry, onRemove }: HistoryRowProps) {
  const { words, language, askHere } = useApp()
  const { question, askedAt, kind } = entry
  return (
    <li className="history-row">
      <UnstyledButton
        className="history-ask"
        onClick={() => {
          askHere(question)
        }}
      >
        <span className="history-question">{question}</span>
        <span className="history-facts">
          <span className="kind-small" data-kind={kind}>
            {words.answer.kinds[kind].word}
          </span>
          <time dateTime={askedAt}>{shownMoment(askedAt, language)}</time>
        </span>
      </UnstyledButton>
      <CloseButton
        data-remove
        aria-label={fill(words.history.remove, { question })}
        onClick={onRemove}
      />
    </li>
  )
}
