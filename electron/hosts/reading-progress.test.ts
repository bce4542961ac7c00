import { describe, expect, it } from 'vitest'
import type { EngineEvent, Language } from '../contract/entities'
import { createReadingProgress } from './reading-progress'

const read = (passagesDone: number, articlesLeft = 0): EngineEvent => ({
  type: 'ingest',
  articleId: 'a',
  title: '上门',
  articlesLeft,
  passagesDone,
  passagesTotal: 900,
})

/** One passage each `step` milliseconds; the last line. */
function afterPassages(count: number, step: number, expected?: number, language: Language = 'zh') {
  let now = 0
  const progress = createReadingProgress(language, () => now)
  if (expected !== undefined) progress.expect(expected)
  let line: string | undefined
  for (let done = 1; done <= count; done++) {
    line = progress.line(read(done))
    now += step
  }
  return line
}

describe('the line of reading in', () => {
  it('tells how far, of which article, and how many wait', () => {
    const progress = createReadingProgress('zh', () => 0)
    expect(progress.line(read(3, 2))).toBe('正在读入 3/900 段，后面还有 2 篇：上门')
    expect(progress.line(read(4))).toBe('正在读入 4/900 段：上门')
  })

  it('tells the rate once it is more than chance', () => {
    expect(afterPassages(11, 50)).toBe('正在读入 11/900 段：上门')
    expect(afterPassages(11, 200)).toBe('正在读入 11/900 段，每秒 5.0 段：上门')
  })

  it.each([
    [11, 61, 200, '，每秒 5.0 段，约还需 10 秒：'],
    [11, 611, 200, '，每秒 5.0 段，约还需 2 分钟：'],
    [11, 36_011, 200, '，每秒 5.0 段，约还需 2.0 小时：'],
    [61, 311, 20, '，每秒 50 段，约还需 5 秒：'],
  ])('after %i of %i passages, %i ms each, tells the time left', (count, expected, step, words) => {
    expect(afterPassages(count, step, expected)).toContain(words)
  })

  it('tells no time when nothing is left', () => {
    expect(afterPassages(11, 200, 11)).toBe('正在读入 11/900 段，每秒 5.0 段：上门')
  })

  it('speaks English', () => {
    expect(afterPassages(11, 200, 61, 'en')).toBe(
      'Reading in 11/900 passages, 5.0 passages/s, about 10 s left: 上门',
    )
  })

  it('says nothing of other events', () => {
    const progress = createReadingProgress('zh', () => 0)
    expect(progress.line({ type: 'library' })).toBeUndefined()
  })
})
