import { PassThrough } from 'node:stream'
import { stripVTControlCharacters } from 'node:util'
import { describe, expect, it } from 'vitest'
import type { Status } from '../contract/entities'
import { AppError } from '../contract/errors'
import { createTerminal, errorJson, sentenceOf, statusLines } from './terminal'
import { styleFor } from './terminal-style'

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

describe('the style', () => {
  it('is plain wherever a program may read', () => {
    const { style } = terminal()
    expect(style.strong('两千元') + style.faint('前文')).toBe('两千元前文')
    expect(styleFor(true, { TERM: 'dumb' }).strong('两千元')).toBe('两千元')
  })

  it('marks on a screen and changes no character', () => {
    const { strong, faint } = styleFor(true, { TERM: 'xterm' })
    for (const marked of [strong('两千元'), faint('两千元')]) {
      expect(marked).not.toBe('两千元')
      expect(stripVTControlCharacters(marked)).toBe('两千元')
    }
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

  it('gives the size of a file in MB, as the window does', () => {
    const details = { name: 'a.txt', bytes: 34_603_008, limit: 33_554_432 }
    const error = new AppError('FILE_TOO_LARGE', details)
    expect(sentenceOf(error, 'zh')).toContain('33 MB，上限 32 MB')
    expect(sentenceOf(error, 'en')).toContain('33 MB; the most is 32 MB')
  })

  it('gives the system’s reason in words', () => {
    const reason = "EACCES: permission denied, open 'a.md'"
    const error = new AppError('FILE_UNREADABLE', { path: 'a.md', reason })
    expect(sentenceOf(error, 'zh')).toContain('a.md 打不开：没有权限')
    const strange = new AppError('FILE_UNREADABLE', { path: 'a.md', reason: 'EXOTIC: x' })
    expect(sentenceOf(strange, 'zh')).toContain('EXOTIC: x')
  })
})

describe('the status', () => {
  const status: Status = {
    library: { folder: '/shelf', writable: true, articles: 1, passages: 40, characters: 9000 },
    model: { id: 'small', state: 'ready' },
    finder: { state: 'ready' },
    index: { kind: 'hnsw', embedded: 40, pending: 0 },
    repairs: [],
    version: '1',
  }
  const error = { code: 'MODEL_DAMAGED', details: { file: 'reader.onnx' } }

  it('says of a missing answer finder what it means, and never that searching is gone', () => {
    const well = statusLines(status, 'zh').join('\n')
    expect(well).toContain('找出答案所在的词句：可用')
    const failed = statusLines({ ...status, finder: { state: 'failed', error } }, 'zh').join('\n')
    expect(failed).toContain('找出答案所在的词句：不可用')
    expect(failed).toContain('提问和查找照常')
    expect(failed).not.toContain('按意思查找不可用')
    const off = statusLines({ ...status, finder: { state: 'off' } }, 'en').join('\n')
    expect(off).toContain('switched off in the settings')
  })

  it('names one cause once when neither model can be had', () => {
    const model = { id: 'small', state: 'failed', error } as const
    const lines = statusLines({ ...status, model, finder: { state: 'failed', error } }, 'zh')
    expect(lines.filter((line) => line.includes('请重新安装问据'))).toHaveLength(1)
  })
})
