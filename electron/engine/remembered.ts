/** What a model made, made once: remembered by a key, and shared while it is in the making. */
import type { Memory } from './ports'

export type Remembered<Value> = (key: string, make: () => Promise<Value>) => Promise<Value>

/** A failure is not remembered: the next call tries again. */
export function createRemembered<Value>(memory: Memory<Value>): Remembered<Value> {
  const making = new Map<string, Promise<Value>>()
  return async (key, make) => {
    const known = memory.get(key)
    if (known !== undefined) return known
    const shared = making.get(key)
    if (shared) return shared
    const made = make()
      .then(async (value) => {
        await memory.add(key, value)
        return value
      })
      .finally(() => making.delete(key))
    making.set(key, made)
    return made
  }
}
