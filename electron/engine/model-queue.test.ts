import { expect, it } from 'vitest'
import { createModelQueue } from './model-queue'

const later = () => new Promise((resolve) => setImmediate(resolve))

it('runs one task at a time, and questions before imports that still wait', async () => {
  const queue = createModelQueue()
  const order: string[] = []
  let running = 0
  const task = (name: string) => async () => {
    expect(++running).toBe(1)
    await later()
    order.push(name)
    running--
  }
  await Promise.all([
    queue.run('import', task('import 1')),
    queue.run('import', task('import 2')),
    queue.run('question', task('question')),
  ])
  expect(order).toEqual(['import 1', 'question', 'import 2'])
})

it('goes on after a task that fails, and tells its caller', async () => {
  const queue = createModelQueue()
  const failed = queue.run('import', () => Promise.reject(new Error('damaged')))
  const next = queue.run('import', () => Promise.resolve('done'))
  await expect(failed).rejects.toThrow('damaged')
  await expect(next).resolves.toBe('done')
})
