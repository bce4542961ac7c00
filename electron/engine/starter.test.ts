import { describe, expect, it } from 'vitest'
import type { ArticleRecord, ShippedArticle } from './ports'
import { planStarter } from './starter'

const article = (id: string, sha256: string): ShippedArticle => ({
  id,
  sha256,
  fileName: `${id}.md`,
  bytes: new Uint8Array(),
})
const row = (id: string, sha256: string, removedAt?: string): ArticleRecord => ({
  id,
  sha256,
  title: id,
  language: 'zh',
  fileName: `${id}.md`,
  addedAt: '2026-01-01',
  characters: 1,
  passages: 1,
  ...(removedAt !== undefined && { removedAt }),
})
const putIds = (...input: Parameters<typeof planStarter>) =>
  planStarter(...input).put.map(({ id }) => id)

describe('starter articles', () => {
  it('all go into a new library', () => {
    expect(putIds([article('a', '1'), article('b', '1')], {}, [])).toEqual(['a', 'b'])
  })

  it('leave a library alone that has them', () => {
    expect(putIds([article('a', '1')], { a: '1' }, [row('a', '1')])).toEqual([])
  })

  it('come in a new version where the user has not touched them', () => {
    expect(putIds([article('a', '2')], { a: '1' }, [row('a', '1')])).toEqual(['a'])
  })

  it('never come over a change of the user, nor back after removal', () => {
    expect(putIds([article('a', '2')], { a: '1' }, [row('a', 'mine')])).toEqual([])
    expect(putIds([article('a', '2')], { a: '1' }, [])).toEqual([])
    expect(putIds([article('a', '2')], { a: '1' }, [row('a', '1', '2026-02-02')])).toEqual([])
  })

  it('leave an article of the same id alone when nothing is remembered of it', () => {
    expect(putIds([article('a', '2')], {}, [row('a', 'mine')])).toEqual([])
  })

  it('remember every version that was offered', () => {
    const { versions } = planStarter([article('a', '2')], { a: '1', old: '7' }, [])
    expect(versions).toEqual({ a: '2', old: '7' })
  })
})
