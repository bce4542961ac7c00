/** A memory that forgets: what was not used for longest goes first. */
import type { Memory } from './ports'

/** Remembers the values last used, at most `most` of them. */
export function createBoundedMemory<Value>(most: number): Memory<Value> {
  const values = new Map<string, Value>()
  return {
    get(key) {
      const value = values.get(key)
      if (value !== undefined) {
        values.delete(key)
        values.set(key, value)
      }
      return value
    },
    add(key, value) {
      values.set(key, value)
      const [oldest] = values.keys()
      if (values.size > most && oldest !== undefined) values.delete(oldest)
      return Promise.resolve()
    },
  }
}
