import { describe, expect, it } from 'vitest'
import type { OwnQuestionNow, PlaceNow } from '../electron/contract/own-questions'
import { isMarked, ownOf, toggled } from './own-marks'

const place = (articleId: string, start: number, state: PlaceNow['state'] = 'stands') => ({
  articleId,
  title: articleId,
  start,
  end: start + 10,
  text: '0123456789',
  state,
  sectionPath: [],
  paragraph: 1,
})
const own = (...right: readonly PlaceNow[]): OwnQuestionNow => ({
  id: '0',
  question: '会上门吗',
  right,
  addedAt: '2026-01-01T00:00:00Z',
  stale: false,
})
const hit = (articleId: string, start: number) => ({ articleId, start, end: start + 10 })

it('finds the entry of a question typed with spaces around it', () => {
  expect(ownOf([own()], ' 会上门吗\n')).toMatchObject({ id: '0' })
  expect(ownOf([own()], '会上门')).toBeUndefined()
  expect(ownOf(undefined, '会上门吗')).toBeUndefined()
})

describe('a press on a hit', () => {
  it('marks the first, and one more, without repeating what overlaps', () => {
    expect(toggled(undefined, hit('a', 0))).toEqual({ does: 'mark', right: [hit('a', 0)] })
    expect(toggled(own(place('a', 0)), hit('b', 0))).toEqual({
      does: 'mark',
      right: [hit('a', 0), hit('b', 0)],
    })
  })

  it('takes a mark away, and the question with its last', () => {
    const both = own(place('a', 0), place('b', 0))
    expect(isMarked(both, hit('b', 5))).toBe(true)
    expect(toggled(both, hit('b', 5))).toEqual({ does: 'mark', right: [hit('a', 0)] })
    expect(toggled(own(place('a', 0)), hit('a', 5))).toEqual({ does: 'remove', id: '0' })
  })

  it('of a question that the library did not answer makes one with a place', () => {
    expect(toggled(own(), hit('a', 0))).toEqual({ does: 'mark', right: [hit('a', 0)] })
  })

  it('lets go of places that no longer stand', () => {
    const changed = own(place('a', 0, 'changed'), place('b', 0, 'gone'))
    expect(isMarked(changed, hit('a', 0))).toBe(false)
    expect(toggled(changed, hit('a', 0))).toEqual({ does: 'mark', right: [hit('a', 0)] })
  })
})
