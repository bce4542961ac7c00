import { expect, test } from 'vitest'
import { createArticleCache } from './article-cache'
import { coalesce } from './coalesce'
import type { Article } from '../electron/contract/entities'

test('calls during a run make one more run, after it', async () => {
  const finish: (() => void)[] = []
  const run = coalesce(() => new Promise<void>((resolve) => finish.push(resolve)))
  run()
  run()
  run()
  expect(finish).toHaveLength(1)
  finish[0]?.()
  await Promise.resolve()
  await Promise.resolve()
  expect(finish).toHaveLength(2)
  finish[1]?.()
  await new Promise((resolve) => setTimeout(resolve))
  expect(finish).toHaveLength(2)
  run()
  expect(finish).toHaveLength(3)
})

test('an article is read once, and again after a failure or when all is out of date', async () => {
  const asked: string[] = []
  const cache = createArticleCache({
    readArticle: ({ id }) => {
      asked.push(id)
      return id === 'bad'
        ? Promise.reject(new Error('unreadable'))
        : Promise.resolve({ id } as Article)
    },
  })
  await cache.read('a')
  await cache.read('a')
  await expect(cache.read('bad')).rejects.toThrow('unreadable')
  await expect(cache.read('bad')).rejects.toThrow('unreadable')
  cache.clear()
  await cache.read('a')
  expect(asked).toEqual(['a', 'bad', 'bad', 'a'])
})
