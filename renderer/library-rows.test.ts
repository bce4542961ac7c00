import { expect, test } from 'vitest'
import type { ArticleSummary } from '../electron/contract/entities'
import { libraryRows } from './library-rows'
import { languageName, shownDate } from './shown-date'

const row = (title: string, addedAt: string): ArticleSummary => ({
  id: title,
  title,
  language: 'zh',
  state: 'ready',
  passages: 1,
  embedded: 1,
  characters: 10,
  fileName: `${title}.txt`,
  addedAt,
})
const rows = [
  row('第 10 章', '2026-03-01T00:00:00Z'),
  row('Debt', '2026-01-01T00:00:00Z'),
  row('第 2 章', '2026-02-01T00:00:00Z'),
]
const titles = (found: readonly ArticleSummary[]) => found.map(({ title }) => title)

test('sorts by date either way', () => {
  expect(titles(libraryRows(rows, '', { by: 'added', descending: true }))).toEqual([
    '第 10 章',
    '第 2 章',
    'Debt',
  ])
  expect(titles(libraryRows(rows, '', { by: 'added', descending: false }))[0]).toBe('Debt')
})

test('sorts numbers in titles as numbers', () => {
  const sorted = titles(libraryRows(rows, '章', { by: 'title', descending: false }))
  expect(sorted).toEqual(['第 2 章', '第 10 章'])
})

test('filters by title in any letter case', () => {
  expect(titles(libraryRows(rows, ' dEBT ', { by: 'title', descending: false }))).toEqual(['Debt'])
})

test('dates and languages that are none are shown as they are', () => {
  expect(shownDate('some day', 'en')).toBe('some day')
  expect(languageName('not a code', 'en')).toBe('not a code')
  expect(languageName('en', 'zh')).toBe('英语')
})
