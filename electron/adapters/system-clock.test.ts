import { MessageChannel } from 'node:worker_threads'
import { expect, it } from 'vitest'
import { systemClock } from './system-clock'

it('says the time as ISO 8601, and counts forwards', () => {
  const now = systemClock.now()
  expect(new Date(now).toISOString()).toBe(now)
  const before = systemClock.elapsed()
  expect(systemClock.elapsed()).toBeGreaterThanOrEqual(before)
})

it('lets a message that waits have its turn in a pause', async () => {
  const { port1, port2 } = new MessageChannel()
  const heard: unknown[] = []
  port2.on('message', (message) => heard.push(message))
  await systemClock.pause()
  for (let round = 0; round < 20; round++) {
    port1.postMessage(round)
    await systemClock.pause()
    expect(heard).toHaveLength(round + 1)
  }
  port1.close()
})
