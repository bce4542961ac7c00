/** Changes of a list of the user's, one after another: each sees what the one before has made. */
import type { Hasher, ListStore } from './ports'

export interface ChangingList<Item> {
  list(): readonly Item[]
  /** Rejects with what kept the change from the disk; the changes after it go on. */
  change(make: (kept: readonly Item[]) => readonly Item[]): Promise<void>
  /** Resolves when what was asked for so far has reached the disk, or failed. */
  ended(): Promise<void>
}

export function createChangingList<Item>(store: ListStore<Item>): ChangingList<Item> {
  let turn: Promise<unknown> = Promise.resolve()
  return {
    list: () => store.list(),
    change(make) {
      const made = turn.then(() => store.save(make(store.list())))
      // Whoever asked for it learns of a failure; the next change only waits for its end.
      turn = made.catch(() => undefined)
      return made
    },
    async ended() {
      await turn
    },
  }
}

/** Of a hash: enough to tell a thousand questions apart. */
const ID_LENGTH = 16

/** What a question is known by in a list, however often it is asked. */
export function questionId(question: string, hasher: Hasher): string {
  return hasher.sha256(question).slice(0, ID_LENGTH)
}
