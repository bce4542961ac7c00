/** A ListStore that forgets everything at the end: for tests. */
import type { ListStore } from '../engine/ports'

export function createMemoryList<Item>(): ListStore<Item> {
  let kept: readonly Item[] = []
  return {
    list: () => kept,
    async save(items) {
      await Promise.resolve()
      kept = items
    },
  }
}
