import { expect, it } from 'vitest'
import type { ArticleState, ArticleSummary } from '../contract/entities'
import { namedArticle } from './named-article'

const article = (id: string, state: ArticleState = 'ready'): ArticleSummary => ({
  id,
  title: `题${id.slice(-1)}`,
  language: 'zh',
  state,
  passages: 1,
  embedded: 1,
  characters: 1,
  fileName: 'a.md',
  addedAt: '2026-01-01T00:00:00.000Z',
  origin: 'own',
})
const articles = [
  article('abcd1'),
  article('abcd12'),
  article('abce9'),
  article('ffff0', 'removed'),
]
const idOf = (word: string) => namedArticle(articles, word, 'zh').id

it('takes a whole id, also one that begins another', () => {
  expect(idOf('abcd1')).toBe('abcd1')
  expect(idOf('abcd12')).toBe('abcd12')
})

it('takes the beginning of one id from four characters on', () => {
  expect(idOf('abce')).toBe('abce9')
  for (const word of ['abc', 'a', '', 'abcx', 'ffff']) {
    expect(() => idOf(word)).toThrow(expect.objectContaining({ code: 'ARTICLE_NOT_FOUND' }))
  }
})

it('says which articles a beginning could mean', () => {
  const reason = '编号开头“abcd”对得上 2 篇：abcd1（题1），abcd12（题2）'
  expect(() => idOf('abcd')).toThrow(
    expect.objectContaining({ code: 'INVALID_REQUEST', details: { reason } }),
  )
})
