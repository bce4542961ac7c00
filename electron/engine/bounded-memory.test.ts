import { expect, it } from 'vitest'
import { readingMemorySuite } from '../adapters/suites/reading-memory.suite'
import { createBoundedMemory } from './bounded-memory'
import type { Reading } from './ports'

readingMemorySuite('readings in a bounded memory', () =>
  Promise.resolve(createBoundedMemory<Reading>(50)),
)

it('forgets what was not used for longest, and only when it must', async () => {
  const memory = createBoundedMemory<number>(2)
  await memory.add('a', 1)
  await memory.add('b', 2)
  expect(memory.get('a')).toBe(1)
  await memory.add('c', 3)
  expect(memory.get('b')).toBeUndefined()
  expect([memory.get('a'), memory.get('c')]).toEqual([1, 3])
})
