/**
 * The questions that were asked in the window: each once, the latest first. Kept only while the
 * setting is on; what was kept before stays until it is erased.
 */
import type { AnswerKind, ErrorBody, HistoryEntry, QuestionHistory } from '../contract/entities'
import { toErrorBody, type AppError } from '../contract/errors'
import { HISTORY_LIMIT } from '../contract/limits'
import type { OperationHandlers } from '../contract/operations'
import { createChangingList, questionId } from './changing-list'
import type { Clock, Hasher, HistoryStore } from './ports'

export interface HistoryParts {
  readonly store: HistoryStore
  readonly hasher: Hasher
  readonly clock: Clock
  readonly isOn: () => boolean
  /** Undefined when this program may write; otherwise the error that erasing gets. */
  readonly readOnly: (() => AppError) | undefined
}

export interface History {
  readonly handlers: Pick<OperationHandlers, 'history' | 'removeHistory' | 'clearHistory'>
  /**
   * Keeps a question, where that is switched on and possible. Nobody waits for it: a failure is
   * told with the history.
   */
  record(question: string, kind: AnswerKind): void
  /** Resolves when what was asked for so far has reached the disk, or failed. */
  ended(): Promise<void>
}

export function createHistory(parts: HistoryParts): History {
  const { hasher, clock } = parts
  const { list, change, ended } = createChangingList(parts.store)
  let trouble: ErrorBody | undefined

  const all = (): QuestionHistory => ({ entries: list(), ...(trouble && { trouble }) })

  const erase = async (stays: (entry: HistoryEntry) => boolean) => {
    if (parts.readOnly) throw parts.readOnly()
    await change((entries) => entries.filter(stays))
    trouble = undefined
    return all()
  }

  return {
    handlers: {
      history: async () => {
        await ended()
        return all()
      },
      removeHistory: ({ ids }) => erase(({ id }) => !ids.includes(id)),
      clearHistory: () => erase(() => false),
    },

    record(question, kind) {
      if (!parts.isOn() || parts.readOnly) return
      const id = questionId(question, hasher)
      const entry: HistoryEntry = { id, question, askedAt: clock.now(), kind }
      change((entries) =>
        [entry, ...entries.filter((known) => known.id !== id)].slice(0, HISTORY_LIMIT),
      ).then(
        () => {
          trouble = undefined
        },
        (error: unknown) => {
          trouble = toErrorBody(error)
        },
      )
    },

    ended,
  }
}
