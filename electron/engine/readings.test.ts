import { beforeEach, expect, it } from 'vitest'
import { nodeHasher } from '../adapters/node-hasher'
import { createBoundedMemory } from './bounded-memory'
import { createFakeFinder, type FakeFinder } from './fakes'
import { createModelQueue } from './model-queue'
import type { Reading } from './ports'
import { createReadings } from './readings'

const SENTENCES = ['小额逾期通常不会上门。', '还清后记录保留五年。']
const QUESTION = '逾期会上门吗'

let finder: FakeFinder
beforeEach(() => {
  finder = createFakeFinder()
})

const memory = (most = 10) => createBoundedMemory<Reading>(most)

function readingsOf(kept = memory(), queue = createModelQueue()) {
  return createReadings({ finder, queue, hasher: nodeHasher, memory: kept })
}

it('gives what the finder gives', async () => {
  const reading = await readingsOf().read(QUESTION, '小额逾期', SENTENCES)
  expect(reading).toEqual(await finder.read(QUESTION, '小额逾期', SENTENCES))
})

it('reads nothing twice, and everything that differs', async () => {
  const { read } = readingsOf()
  const first = await read(QUESTION, '小额逾期', SENTENCES)
  expect(await read(QUESTION, '小额逾期', [...SENTENCES])).toEqual(first)
  expect(finder.asked).toHaveLength(1)
  await read('记录保留多久', '小额逾期', SENTENCES)
  await read(QUESTION, '信用记录', SENTENCES)
  await read(QUESTION, '小额逾期', SENTENCES.slice(1))
  await read(QUESTION, '小额逾期', [SENTENCES.join('')])
  expect(finder.asked).toHaveLength(5)
})

it('does not take the readings of another finder for its own', async () => {
  const kept = memory()
  await readingsOf(kept).read(QUESTION, '', SENTENCES)
  const other = createFakeFinder('another')
  const hasher = nodeHasher
  const queue = createModelQueue()
  await createReadings({ finder: other, queue, hasher, memory: kept }).read(QUESTION, '', SENTENCES)
  expect(other.asked).toHaveLength(1)
})

it('forgets what was not used for longest', async () => {
  const { read } = readingsOf(memory(2))
  await read('一', '', SENTENCES)
  await read('二', '', SENTENCES)
  await read('一', '', SENTENCES)
  await read('三', '', SENTENCES)
  expect(finder.asked).toEqual(['一', '二', '三'])
  await read('一', '', SENTENCES)
  expect(finder.asked).toHaveLength(3)
  await read('二', '', SENTENCES)
  expect(finder.asked).toHaveLength(4)
})

it('waits for its turn at the model, and goes before imports that wait too', async () => {
  const queue = createModelQueue()
  const order: string[] = []
  const watched = {
    fingerprint: finder.fingerprint,
    read: (...asked: Parameters<FakeFinder['read']>) => {
      order.push('question')
      return finder.read(...asked)
    },
  }
  const imported = (name: string) =>
    queue.run('import', async () => {
      await new Promise((resolve) => setImmediate(resolve))
      order.push(name)
    })
  const { read } = createReadings({ finder: watched, queue, hasher: nodeHasher, memory: memory() })
  await Promise.all([
    imported('import under way'),
    imported('import that waits'),
    read(QUESTION, '', SENTENCES),
  ])
  expect(order).toEqual(['import under way', 'question', 'import that waits'])
})

it('passes on why a reading failed, remembers nothing of it and leaves the queue running', async () => {
  const queue = createModelQueue()
  const kept = memory()
  let broken = true
  const failing = {
    fingerprint: finder.fingerprint,
    read: (...asked: Parameters<FakeFinder['read']>) =>
      broken ? Promise.reject(new Error('out of memory')) : finder.read(...asked),
  }
  const { read } = createReadings({ finder: failing, queue, hasher: nodeHasher, memory: kept })
  await expect(read(QUESTION, '', SENTENCES)).rejects.toThrow('out of memory')
  broken = false
  expect((await read(QUESTION, '', SENTENCES)).sentences).toHaveLength(2)
})
