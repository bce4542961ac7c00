import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sourceParser } from '../adapters/parsers/source-parser'
import type { Article } from '../contract/entities'
import { placeNow, questionNow } from './own-places'
import { buildArticle } from './parse-source'

function article(text: string): Article {
  const bytes = new TextEncoder().encode(text)
  return buildArticle(sourceParser.parse('guide.md', bytes), {
    id: 'guide',
    fileName: 'guide.md',
    bytes: bytes.length,
    sha256: '0',
    addedAt: '2026-01-01T00:00:00Z',
  })
}

const before = article('# 小额逾期\n\n## 上门\n\n平台先打电话。\n\n再发短信。\n')
const mark = (text: string) => {
  const start = before.text.indexOf(text)
  return { articleId: 'guide', title: '小额逾期', start, end: start + text.length, text }
}
const among =
  (...articles: readonly Article[]) =>
  (id: string) =>
    articles.find((known) => known.id === id)

it('stands where it was marked, with its section and paragraph', () => {
  expect(placeNow(mark('再发短信。'), among(before))).toMatchObject({
    state: 'stands',
    sectionPath: ['上门'],
    paragraph: 2,
    start: mark('再发短信。').start,
  })
})

it('moves with its words when they stand once elsewhere', () => {
  const after = article('# 小额逾期\n\n## 新的一节\n\n先说别的。\n\n## 上门\n\n再发短信。\n')
  const place = placeNow(mark('再发短信。'), among(after))
  expect(place).toMatchObject({ state: 'stands', paragraph: 1 })
  expect(after.text.slice(place.start, place.end)).toBe('再发短信。')
})

it('is changed when its words are gone, or stand twice elsewhere', () => {
  const changed = article('# 小额逾期\n\n## 上门\n\n平台不再打电话。\n')
  const twice = article('# 逾期\n\n## 上门\n\n再发短信。\n\n再发短信。\n')
  expect(placeNow(mark('再发短信。'), among(changed)).state).toBe('changed')
  expect(placeNow(mark('再发短信。'), among(twice)).state).toBe('changed')
})

it('a question is stale when a place has changed, or none is left', () => {
  const question = (...texts: readonly string[]) => ({
    id: 'a',
    question: '会上门吗',
    right: texts.map(mark),
    addedAt: '2026-01-01T00:00:00Z',
  })
  const other = { ...mark('平台先打电话。'), articleId: 'other' }
  const kept = { ...question('再发短信。'), right: [mark('再发短信。'), other] }
  expect(questionNow(kept, among(before)).stale).toBe(false)
  expect(questionNow(question('再发短信。'), among()).stale).toBe(true)
  expect(questionNow(question(), among()).stale).toBe(false)
  const changed = article('# 小额逾期\n\n## 上门\n\n平台先打电话。\n')
  expect(questionNow(question('平台先打电话。', '再发短信。'), among(changed)).stale).toBe(true)
})

it('a place that stands always holds its words, whatever was put in front of it', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), (added) => {
      const after = { ...before, text: added + before.text }
      const place = placeNow(mark('平台先打电话。'), among(after))
      expect(place.state).toBe('stands')
      expect(after.text.slice(place.start, place.end)).toBe('平台先打电话。')
    }),
  )
})
