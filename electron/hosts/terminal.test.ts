import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import type { Answer } from '../contract/entities'
import { AppError } from '../contract/errors'
import { answerLines, createTerminal, errorJson, sentenceOf } from './terminal'

const WIPE = '\r\u001b[K'

function terminal(screen: { isTTY?: boolean; columns?: number } = {}) {
  let now = 0
  const stdout = new PassThrough()
  const stderr = Object.assign(new PassThrough(), screen)
  const streams = { stdout, stderr, elapsed: () => now }
  const written = (stream: PassThrough) => String(stream.read() ?? '')
  return {
    ...createTerminal('zh', streams),
    wait: (milliseconds: number) => {
      now += milliseconds
    },
    onOut: () => written(stdout),
    onErr: () => written(stderr),
  }
}

describe('progress on a screen', () => {
  it('replaces itself, and makes room for what is said', () => {
    const { progress, note, out, onErr, onOut } = terminal({ isTTY: true, columns: 40 })
    progress('一')
    progress('二')
    expect(onErr()).toBe(`${WIPE}一${WIPE}二`)
    note('说明')
    expect(onErr()).toBe(`${WIPE}说明\n`)
    progress('三')
    out('结果')
    expect([onErr(), onOut()]).toEqual([`${WIPE}三${WIPE}`, '结果\n'])
  })

  it('is cut to the width of the screen, two columns for a Han character', () => {
    const { progress, onErr } = terminal({ isTTY: true, columns: 8 })
    progress('读入 3/9 段')
    progress('123456789')
    progress('𠮷𠮷𠮷𠮷')
    expect(onErr()).toBe(`${WIPE}读入 3/${WIPE}1234567${WIPE}𠮷𠮷𠮷`)
  })

  it('is gone at the end', () => {
    const { progress, endProgress, onErr } = terminal({ isTTY: true, columns: 40 })
    progress('一')
    endProgress()
    endProgress()
    expect(onErr()).toBe(`${WIPE}一${WIPE}`)
  })
})

describe('progress in a file', () => {
  it('is one line in five seconds and the last one at the end', () => {
    const { progress, endProgress, wait, onErr } = terminal()
    for (let second = 0; second <= 12; second++) {
      progress(String(second))
      wait(1000)
    }
    expect(onErr()).toBe('5\n10\n')
    endProgress()
    endProgress()
    expect(onErr()).toBe('12\n')
  })
})

describe('an error', () => {
  it('has the terminal’s own sentence where the window’s advises what only a window has', () => {
    expect(sentenceOf(new AppError('EMPTY_QUESTION'), 'zh')).toContain('wenju ask')
    const missing = new AppError('ARTICLE_NOT_FOUND', { id: 'abcd' })
    for (const language of ['zh', 'en'] as const) {
      expect(sentenceOf(missing, language)).toMatch(/abcd.*wenju list/)
      expect(errorJson(missing, language).error.message).toBe(sentenceOf(missing, language))
    }
  })

  it('gives the system’s reason in words', () => {
    const reason = "EACCES: permission denied, open 'a.md'"
    const error = new AppError('FILE_UNREADABLE', { path: 'a.md', reason })
    expect(sentenceOf(error, 'zh')).toContain('a.md 打不开：没有权限')
    const strange = new AppError('FILE_UNREADABLE', { path: 'a.md', reason: 'EXOTIC: x' })
    expect(sentenceOf(strange, 'zh')).toContain('EXOTIC: x')
  })
})

describe('an answer', () => {
  const none: Answer = {
    kind: 'none',
    sentences: [],
    hits: [],
    topics: [{ articleId: 'a', title: '催收', sectionPath: ['上门'], start: 0 }],
    lanes: ['meaning', 'words'],
    pending: 3,
    took_ms: 1,
  }

  it('that there is not: what limits it, then the closest topics under their line', () => {
    expect(answerLines(none, { facts: [], articles: 1 }, 'zh')).toEqual([
      '【书架里没有】书架里没有找到能回答的内容。',
      '还有 3 段没有读入，只能按词查找这些段落。',
      '',
      '最接近的主题：',
      '  · 催收 › 上门',
    ])
  })

  it('of an empty library says that it is empty and how to add', () => {
    const empty = { ...none, topics: [], pending: 0 }
    expect(answerLines(empty, { facts: [], articles: 0 }, 'zh')).toEqual([
      '【书架里没有】书架是空的。用 wenju add 加入文章。',
    ])
  })

  it('that may lie in passages lists them under their line', () => {
    const text = '字'.repeat(81)
    const hit = {
      passageId: 'a#0',
      articleId: 'a',
      title: '催收',
      sectionPath: [],
      paragraph: 2,
      score: 1,
      rank: 1,
      text,
      start: 0,
      end: 81,
    }
    const related: Answer = { ...none, kind: 'related', hits: [hit], pending: 0 }
    expect(answerLines(related, { facts: [], articles: 1 }, 'zh').slice(1)).toEqual([
      '',
      '相关段落：',
      '  1. 催收 ¶2',
      `     ${'字'.repeat(80)}…`,
    ])
  })
})
