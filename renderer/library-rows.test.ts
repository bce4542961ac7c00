import { describe, expect, test } from 'vitest'
import type { ArticleSummary } from '../electron/contract/entities'
import {
  isNarrowed,
  languagesOf,
  libraryRows,
  noFilter,
  openingOrder,
  sortKeys,
  type Filter,
  type Order,
} from './library-rows'
import { languageName, shownDate } from './shown-date'

const row = (title: string, change: Partial<ArticleSummary> = {}): ArticleSummary => ({
  id: title,
  title,
  language: 'zh',
  state: 'ready',
  passages: 1,
  embedded: 1,
  characters: 10,
  fileName: `${title}.txt`,
  addedAt: '2026-01-01T00:00:00Z',
  origin: 'own',
  ...change,
})
const failure = { code: 'DISK_FULL', details: { folder: '/shelf' } }
const rows = [
  row('第 10 章', { addedAt: '2026-03-01T00:00:00Z', passages: 9, state: 'removed' }),
  row('Debt at Home', { language: 'en', passages: 30, origin: 'starter' }),
  row('第 2 章', { addedAt: '2026-02-01T00:00:00Z', passages: 100, state: 'embedding' }),
  row('坏了的', { state: 'unreadable', problem: failure }),
  row('没读完的', { state: 'waiting', problem: failure }),
]
const shown = (filter: Partial<Filter>, order: Order = { by: 'title', descending: false }) =>
  libraryRows(rows, { ...noFilter, ...filter }, order).map(({ title }) => title)
const sorted = (by: Order['by'], descending = false) => shown({}, { by, descending })

describe('sorting', () => {
  test('by date, the newest first to begin with', () => {
    expect(shown({}, openingOrder).slice(0, 2)).toEqual(['第 10 章', '第 2 章'])
    expect(sorted('added').at(-1)).toBe('第 10 章')
  })

  test('numbers in titles as numbers, and sizes as numbers', () => {
    expect(shown({ title: '章' })).toEqual(['第 2 章', '第 10 章'])
    expect(sorted('passages', true).slice(0, 3)).toEqual(['第 2 章', 'Debt at Home', '第 10 章'])
  })

  test('by language, equal ones by title either way', () => {
    expect(sorted('language')[0]).toBe('Debt at Home')
    expect(sorted('language', true).slice(0, 4)).toEqual(sorted('title').slice(0, 4))
  })

  test('by state, problems first and removed ones last', () => {
    expect(sorted('state').slice(0, 2).toSorted()).toEqual(['坏了的', '没读完的'])
    expect(sorted('state').slice(2)).toEqual(['第 2 章', 'Debt at Home', '第 10 章'])
  })
})

describe('filtering', () => {
  test('by words of the title in any letter case and width', () => {
    expect(shown({ title: ' ｈome dEBT ' })).toEqual(['Debt at Home'])
    expect(shown({ title: 'home 章' })).toEqual([])
  })

  test('by state', () => {
    expect(shown({ state: 'ready' })).toEqual(['Debt at Home'])
    expect(shown({ state: 'unfinished' }).toSorted()).toEqual(['没读完的', '第 2 章'])
    expect(shown({ state: 'problem' }).toSorted()).toEqual(['坏了的', '没读完的'])
    expect(shown({ state: 'removed' })).toEqual(['第 10 章'])
  })

  test('by language and origin, all of them together', () => {
    expect(languagesOf(rows)).toEqual(['en', 'zh'])
    expect(shown({ language: 'en' })).toEqual(['Debt at Home'])
    expect(shown({ origin: 'starter' })).toEqual(['Debt at Home'])
    expect(shown({ origin: 'starter', language: 'zh' })).toEqual([])
  })

  test('knows when it leaves nothing out', () => {
    expect(isNarrowed({ ...noFilter, title: ' ' })).toBe(false)
    expect(isNarrowed({ ...noFilter, language: 'zh' })).toBe(true)
    expect(shown({ title: ' ' })).toHaveLength(rows.length)
  })
})

test('a library of ten thousand keeps every row once, in order, whatever it is sorted by', () => {
  const many = Array.from({ length: 10_000 }, (_, n) =>
    row(`第 ${String((n * 7919) % 10_000)} 篇关于还款的文章`, {
      id: String(n),
      passages: n % 97,
      language: n % 3 === 0 ? 'en' : 'zh',
      state: n % 11 === 0 ? 'removed' : 'ready',
    }),
  )
  for (const by of sortKeys) {
    const ids = libraryRows(many, noFilter, { by, descending: true }).map(({ id }) => id)
    expect(new Set(ids).size).toBe(many.length)
  }
  const found = libraryRows(many, { ...noFilter, title: '99', language: 'zh' }, openingOrder)
  expect(found.map(({ title }) => title)).toEqual(
    many
      .filter(({ title, language }) => title.includes('99') && language === 'zh')
      .map(({ title }) => title)
      .toSorted((a, b) => Number(a.replace(/\D/g, '')) - Number(b.replace(/\D/g, ''))),
  )
})

test('dates and languages that are none are shown as they are', () => {
  expect(shownDate('some day', 'en')).toBe('some day')
  expect(languageName('not a code', 'en')).toBe('not a code')
  expect(languageName('en', 'zh')).toBe('英语')
})
