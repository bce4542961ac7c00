import { expect, it } from 'vitest'
import { inParallel } from './in-parallel'

const soon = () => new Promise<void>((resolve) => setTimeout(resolve, 0))

it('never runs more than so many at a time, and keeps the order', async () => {
  let running = 0
  let most = 0
  const results = await inParallel([5, 1, 4, 2], 2, async (task) => {
    most = Math.max(most, ++running)
    for (let turn = 0; turn < task; turn++) await soon()
    running--
    return task * 10
  })
  expect(results).toEqual([50, 10, 40, 20])
  expect(most).toBe(2)
})

it('begins nothing after a failure and tells it', async () => {
  const begun: number[] = []
  const run = inParallel([1, 2, 3], 1, (task) => {
    begun.push(task)
    return task === 2 ? Promise.reject(new Error('two')) : Promise.resolve(task)
  })
  await expect(run).rejects.toThrow('two')
  expect(begun).toEqual([1, 2])
})
