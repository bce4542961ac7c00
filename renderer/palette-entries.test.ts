import { describe, expect, test } from 'vitest'
import type { ArticleSummary, HistoryEntry } from '../electron/contract/entities'
import { defaultSettings } from '../electron/contract/settings'
import { wordingFor } from '../electron/contract/wording/wording'
import { paletteGroups, type PaletteSources } from './palette-entries'

function article(id: string, title: string, state: ArticleSummary['state'] = 'ready') {
  return { id, title, state } as ArticleSummary
}

function asked(question: string): HistoryEntry {
  return { id: question, question, askedAt: '2026-01-01T00:00:00Z', kind: 'found' }
}

const sources: PaletteSources = {
  words: wordingFor('zh'),
  articles: [
    article('a', '小额逾期会不会有人上门'),
    article('b', 'ＡＰＰ 借款怎么还'),
    article('c', '上门的旧文章', 'removed'),
  ],
  history: [asked('会有人上门吗？'), asked('保留几年？')],
  settings: defaultSettings,
}

const offered = (typed: string, changes: Partial<PaletteSources> = {}) =>
  paletteGroups(typed, { ...sources, ...changes }).map(({ name, entries }) => [
    name,
    ...entries.map(({ label }) => label),
  ])

describe('the palette', () => {
  test('offers pages, earlier questions and the looks that are not in force before typing', () => {
    expect(offered('')).toEqual([
      ['pages', '提问', '书架', '记录', '评测', '设置'],
      ['questions', '会有人上门吗？', '保留几年？'],
      ['looks', '换成浅色', '换成深色', '换成中文', '换成 English'],
    ])
  })

  test('finds articles by title and questions, removed articles left out, and can ask', () => {
    expect(offered(' 上门 ')).toEqual([
      ['articles', '小额逾期会不会有人上门'],
      ['questions', '会有人上门吗？'],
      ['ask', '提问：上门'],
    ])
  })

  test('takes words in any order, and letters of any width and case', () => {
    expect(offered('借款 app')).toEqual([
      ['articles', 'ＡＰＰ 借款怎么还'],
      ['ask', '提问：借款 app'],
    ])
  })

  test('asks what is typed, as it is typed', () => {
    expect(paletteGroups(' 没有的东西 ', sources)).toMatchObject([
      { name: 'ask', entries: [{ action: { does: 'ask', question: '没有的东西' } }] },
    ])
  })

  test('shows a handful of many', () => {
    const articles = Array.from({ length: 500 }, (_, place) =>
      article(`a${place}`, `上门 ${place}`),
    )
    const history = Array.from({ length: 500 }, (_, place) => asked(`上门 ${place}`))
    const counts = offered('上门', { articles, history }).map((group) => group.length - 1)
    expect(counts).toEqual([8, 5, 1])
  })

  test('gives every entry an id of its own', () => {
    const ids = paletteGroups('上门', sources).flatMap(({ entries }) => entries.map(({ id }) => id))
    expect(new Set(ids).size).toBe(ids.length)
  })
})
