import { expect, it } from 'vitest'
import { nodeHasher } from '../adapters/node-hasher'
import type { EngineEvent } from '../contract/entities'
import { AppError } from '../contract/errors'
import { createBoundedMemory } from './bounded-memory'
import { createFakeFinder } from './fakes'
import { createFinderInUse } from './finder-in-use'
import { createModelQueue } from './model-queue'
import type { AnswerFinder, Reading } from './ports'

function inUse(load: () => Promise<AnswerFinder>, wanted = true) {
  const told: EngineEvent[] = []
  const choice = { wanted }
  const finder = createFinderInUse({
    load,
    isWanted: () => choice.wanted,
    onEvent: (event) => told.push(event),
    queue: createModelQueue(),
    hasher: nodeHasher,
    memory: createBoundedMemory<Reading>(10),
  })
  return { ...finder, choice, told: () => told.map((event) => 'state' in event && event.state) }
}

it('tells that it loads when it is switched on later, or is tried again', async () => {
  const { choice, follow, settled, told } = inUse(
    () => Promise.reject(new AppError('MODEL_DAMAGED', { file: 'a', state: 'missing' })),
    false,
  )
  follow()
  choice.wanted = true
  follow()
  await settled()
  follow()
  await settled()
  expect(told()).toEqual(['off', 'loading', 'failed', 'loading', 'failed'])
})

it('loads when it is asked to, reads when it is there, and tells of it', async () => {
  const { follow, readings, settled, status, told } = inUse(() =>
    Promise.resolve(createFakeFinder()),
  )
  expect(status()).toEqual({ state: 'loading' })
  follow()
  expect(readings()).toBeUndefined()
  await settled()
  expect(status()).toEqual({ state: 'ready' })
  expect((await readings()?.read('逾期', '', ['逾期了。']))?.sentences).toHaveLength(1)
  expect(told()).toEqual(['loading', 'ready'])
})

it('is not loaded while it is switched off, and once when it is switched on again and again', async () => {
  let loads = 0
  const finder = inUse(() => {
    loads++
    return Promise.resolve(createFakeFinder())
  }, false)
  finder.follow()
  await finder.settled()
  expect(loads).toBe(0)
  expect(finder.status()).toEqual({ state: 'off' })
  for (const wanted of [true, false, true, true]) {
    finder.choice.wanted = wanted
    finder.follow()
  }
  await finder.settled()
  expect(loads).toBe(1)
  expect(finder.readings()).toBeDefined()
  finder.choice.wanted = false
  finder.follow()
  expect(finder.readings()).toBeUndefined()
  expect(finder.status()).toEqual({ state: 'off' })
  expect(finder.told().at(-1)).toBe('off')
  expect(loads).toBe(1)
})

it('says why it cannot be had, and tries again when it is asked to', async () => {
  let broken = true
  const { follow, readings, settled, status } = inUse(() =>
    broken
      ? Promise.reject(new AppError('MODEL_DAMAGED', { file: 'reader.onnx', state: 'missing' }))
      : Promise.resolve(createFakeFinder()),
  )
  follow()
  await settled()
  expect(status()).toMatchObject({
    state: 'failed',
    error: { code: 'MODEL_DAMAGED', details: { file: 'reader.onnx' } },
  })
  expect(readings()).toBeUndefined()
  broken = false
  follow()
  await settled()
  expect(status()).toEqual({ state: 'ready' })
  expect(readings()).toBeDefined()
})
