import { setImmediate } from 'node:timers/promises'
import type { Clock } from '../engine/ports'

export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  elapsed: () => performance.now(),
  async pause() {
    // The first may come before the timers and messages of this turn, the second comes after them.
    await setImmediate()
    await setImmediate()
  },
}
