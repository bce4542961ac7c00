import { useCallback, useEffect, useMemo, useReducer } from 'react'
import type { ArticleSummary, EngineEvent, Settings } from '../electron/contract/entities'
import { toErrorBody } from '../electron/contract/errors'
import { coalesce } from './coalesce'
import type { Connection } from './connect'
import { asksForFetch, changeShelf, emptyShelf, type Shelf } from './shelf'

export interface ShelfActions {
  readonly refresh: () => void
  readonly putArticle: (article: ArticleSummary) => void
  /** In force at once; rejects with the AppError, and takes it back, when it could not be kept. */
  readonly saveSettings: (change: Partial<Settings>) => Promise<void>
  readonly dismissNotice: () => void
}

/**
 * The library as the engine tells it, fetched once and again whenever an event says that it has
 * changed. `onStale` is called when articles read earlier may be out of date.
 */
export function useShelf(
  { client, watchHost }: Connection,
  onStale: () => void,
): readonly [Shelf, ShelfActions] {
  const [shelf, change] = useReducer(changeShelf, emptyShelf)

  const refresh = useMemo(
    () =>
      coalesce(async () => {
        try {
          const [status, articles, settings] = await Promise.all([
            client.status({}),
            client.listArticles({}),
            client.settings({}),
          ])
          change({ type: 'fetched', status, articles, settings })
        } catch (thrown) {
          change({ type: 'fetch-failed', error: toErrorBody(thrown) })
        }
      }),
    [client],
  )

  useEffect(() => {
    refresh()
    const watching = watchHost((state) => {
      change({ type: 'host', state })
    })
    const listening = client.subscribe((event: EngineEvent) => {
      change(event)
      if (event.type === 'library' || event.type === 'engine') onStale()
      if (asksForFetch(event)) refresh()
    })
    return () => {
      watching()
      listening()
    }
  }, [client, watchHost, refresh, onStale])

  const { settings } = shelf
  const saveSettings = useCallback(
    async (wanted: Partial<Settings>) => {
      // In force at once: a choice that jumps back until it is kept would look refused.
      change({ type: 'settings', settings: { ...settings, ...wanted } })
      try {
        change({ type: 'settings', settings: await client.saveSettings(wanted) })
      } catch (thrown) {
        change({ type: 'settings', settings })
        throw thrown
      }
    },
    [client, settings],
  )

  const actions = useMemo<ShelfActions>(
    () => ({
      refresh,
      saveSettings,
      putArticle: (article) => {
        change({ type: 'article', article })
      },
      dismissNotice: () => {
        change({ type: 'notice-read' })
      },
    }),
    [refresh, saveSettings],
  )
  return [shelf, actions]
}
