import { useCallback, useMemo, useState } from 'react'
import type { ArticleSummary, ErrorBody } from '../electron/contract/entities'
import { toErrorBody } from '../electron/contract/errors'
import { useApp } from './app-context'

export interface Removal {
  readonly busy: 'removing' | 'restoring' | undefined
  /** Ids of what was removed last and may be brought back at once. */
  readonly removed: readonly string[]
  /** Why the last change ended early. */
  readonly error: ErrorBody | undefined
  readonly remove: (ids: readonly string[]) => void
  readonly restore: (ids: readonly string[]) => void
  readonly dismiss: () => void
}

interface State {
  readonly busy: Removal['busy']
  readonly removed: readonly string[]
  readonly error: ErrorBody | undefined
}

const settled: State = { busy: undefined, removed: [], error: undefined }

/** Removing and bringing back, one article after another; ends at the first that fails. */
export function useRemoval(): Removal {
  const { client, actions } = useApp()
  const [state, setState] = useState(settled)
  const { putArticle } = actions

  const change = useCallback(
    async (
      busy: 'removing' | 'restoring',
      ids: readonly string[],
      call: (id: string) => Promise<ArticleSummary>,
    ) => {
      setState({ ...settled, busy })
      const done: string[] = []
      let error: ErrorBody | undefined
      for (const id of ids) {
        try {
          putArticle(await call(id))
          done.push(id)
        } catch (thrown) {
          error = toErrorBody(thrown)
          break
        }
      }
      setState({ busy: undefined, removed: busy === 'removing' ? done : [], error })
    },
    [putArticle],
  )

  return useMemo(
    () => ({
      ...state,
      remove: (ids) => void change('removing', ids, (id) => client.removeArticle({ id })),
      restore: (ids) => void change('restoring', ids, (id) => client.restoreArticle({ id })),
      dismiss: () => {
        setState(settled)
      },
    }),
    [state, change, client],
  )
}
