/** A HistoryStore that forgets everything at the end: for tests. */
import type { HistoryEntry } from '../contract/entities'
import type { HistoryStore } from '../engine/ports'

export function createMemoryHistory(): HistoryStore {
  let kept: readonly HistoryEntry[] = []
  return {
    list: () => kept,
    async save(entries) {
      await Promise.resolve()
      kept = entries
    },
  }
}
