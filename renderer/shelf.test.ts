import { describe, expect, test } from 'vitest'
import type { ArticleSummary, Status } from '../electron/contract/entities'
import { asksForFetch, changeShelf, emptyShelf, type Shelf } from './shelf'
import { statusSentence } from './status-sentence'

const article: ArticleSummary = {
  id: 'a',
  title: '小额逾期',
  language: 'zh',
  state: 'embedding',
  passages: 40,
  embedded: 0,
  characters: 9000,
  fileName: 'a.txt',
  addedAt: '2026-01-01T00:00:00Z',
  origin: 'own',
}

const status: Status = {
  library: { folder: '/shelf', writable: true, articles: 1, passages: 40, characters: 9000 },
  model: { id: 'small', state: 'ready' },
  finder: { state: 'ready' },
  index: { kind: 'hnsw', embedded: 0, pending: 40 },
  repairs: [],
  version: '1',
}

function fetched(changes: Partial<Status> = {}): Shelf {
  return changeShelf(emptyShelf, {
    type: 'fetched',
    status: { ...status, ...changes },
    articles: [article],
    settings: emptyShelf.settings,
  })
}

function ingest(passagesDone: number, articlesLeft = 0) {
  return {
    type: 'ingest',
    articleId: 'a',
    title: '小额逾期',
    articlesLeft,
    passagesDone,
    passagesTotal: 40,
  } as const
}

describe('reading in', () => {
  test('shows in the row and in the one line', () => {
    const shelf = changeShelf(fetched(), ingest(3))
    expect(shelf.articles?.[0]).toMatchObject({ state: 'embedding', embedded: 3 })
    expect(statusSentence(shelf, 'zh')).toEqual({
      tone: 'busy',
      text: '正在读入 3/40 段 · 小额逾期',
    })
  })

  test('is over with the last passage of the last article', () => {
    const shelf = changeShelf(changeShelf(fetched(), ingest(3)), ingest(40))
    expect(shelf.progress).toBeUndefined()
    expect(shelf.articles?.[0]?.state).toBe('ready')
    expect(asksForFetch(ingest(40))).toBe(true)
    expect(asksForFetch(ingest(39))).toBe(false)
  })

  test('goes on while articles are left', () => {
    expect(changeShelf(fetched(), ingest(40, 2)).progress?.left).toBe(2)
  })

  test('a removed article stays removed', () => {
    const removed = changeShelf(fetched(), {
      type: 'article',
      article: { ...article, state: 'removed' },
    })
    expect(changeShelf(removed, ingest(5)).articles?.[0]?.state).toBe('removed')
  })

  test('a failure is kept until the article is read in again', () => {
    const failed = changeShelf(changeShelf(fetched(), ingest(3)), {
      type: 'ingest-failed',
      articleId: 'a',
      error: { code: 'DISK_FULL', details: { folder: '/shelf' } },
    })
    expect(failed.progress).toBeUndefined()
    expect(failed.failures).toHaveLength(1)
    expect(changeShelf(failed, ingest(1)).failures).toEqual([])
  })
})

describe('the engine', () => {
  test('that restarts forgets its progress and is told until it is read', () => {
    const reading = changeShelf(fetched(), ingest(3))
    const back = changeShelf(reading, { type: 'engine', state: 'restarted' })
    expect(back).toMatchObject({ engine: 'restarted', progress: undefined })
    expect(changeShelf(back, { type: 'notice-read' }).engine).toBe('running')
  })
})

describe('the one line', () => {
  test('does not call well what cannot be reached, has stopped, is empty or not taken apart', () => {
    const well = fetched({ index: { kind: 'hnsw', embedded: 40, pending: 0 } })
    expect(statusSentence(well, 'zh').tone).toBe('well')
    for (const state of ['lost', 'gone', 'refused'] as const)
      expect(statusSentence(changeShelf(well, { type: 'host', state }), 'zh').tone).toBe('ill')
    const stopped = changeShelf(well, { type: 'engine', state: 'stopped' })
    expect(statusSentence(stopped, 'zh')).toEqual({ tone: 'ill', text: '查找程序停了' })
    const empty = fetched({ library: { ...status.library, articles: 0, passages: 0 } })
    expect(statusSentence(empty, 'zh')).toEqual({ tone: 'bare', text: '书架是空的' })
    expect(statusSentence(well, 'zh', true)).toEqual({ tone: 'busy', text: '正在读取文件……' })
  })

  test('says that it opens before anything is known', () => {
    expect(statusSentence(emptyShelf, 'en').text).toBe('Opening your library…')
  })

  test('says why the model failed rather than anything else', () => {
    const shelf = fetched({
      model: {
        id: 'small',
        state: 'failed',
        error: { code: 'MODEL_DAMAGED', details: { file: 'model.onnx' } },
      },
    })
    const said = statusSentence(shelf, 'en')
    expect(said.tone).toBe('ill')
    expect(said.text).toContain('model.onnx')
  })

  test('says when the answer finder cannot be had, and nothing when it is switched off', () => {
    const whole = { index: { kind: 'hnsw' as const, embedded: 40, pending: 0 } }
    const failed = fetched({ ...whole, finder: { state: 'failed' } })
    expect(statusSentence(failed, 'en')).toMatchObject({ tone: 'ill' })
    expect(statusSentence(failed, 'en').text).toContain('install Wenju again')
    for (const state of ['off', 'loading', 'ready'] as const) {
      const shelf = changeShelf(failed, { type: 'finder', state })
      expect(shelf.status?.finder).toEqual({ state })
      expect(statusSentence(shelf, 'en').tone).toBe('well')
    }
    expect(asksForFetch({ type: 'finder', state: 'failed' })).toBe(true)
  })

  test('says that exact search stands in', () => {
    const shelf = fetched({ index: { kind: 'exact', embedded: 40, pending: 0 } })
    expect(statusSentence(shelf, 'zh')).toEqual({
      tone: 'well',
      text: '40 段，可以查找（逐段比对）',
    })
  })
})
