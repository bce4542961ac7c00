import { describe, expect, it } from 'vitest'
import { errorCodes } from '../errors'
import { startWordingFor } from './start'
import { terminalWordingFor } from './terminal'
import { errorSentence, fill, languageOf, repairPlace, wordingFor } from './wording'

it('hears Chinese in every kind of tag, and English in the rest', () => {
  for (const tag of ['zh', 'zh-CN', 'zh_CN.UTF-8', 'zh-Hant-TW', 'ZH_tw'])
    expect(languageOf(tag)).toBe('zh')
  for (const tag of ['en', 'C.UTF-8', 'POSIX', 'zha', 'de-DE', ''])
    expect(languageOf(tag)).toBe('en')
})

it('fills what it knows and leaves the rest to be seen', () => {
  expect(fill('{a} of {b}', { a: 1 })).toBe('1 of {b}')
})

/** Every sentence of a table with its path. */
function sentences(table: unknown, path = ''): readonly (readonly [path: string, text: string])[] {
  if (typeof table === 'string') return [[path, table]]
  if (typeof table !== 'object' || table === null) return []
  return Object.entries(table).flatMap(([name, part]) => sentences(part, `${path}.${name}`))
}

describe.each([
  ['window', wordingFor('zh'), wordingFor('en')],
  ['terminal', terminalWordingFor('zh'), terminalWordingFor('en')],
  ['start', startWordingFor('zh'), startWordingFor('en')],
])('%s wording', (_, zh, en) => {
  const chinese = sentences(zh)
  const english = sentences(en)

  it('has the same sentences with the same places to fill in both languages, none of them empty', () => {
    const places = ([path, text]: readonly [string, string]) =>
      `${path} ${(text.match(/\{\w+\}/g) ?? []).sort().join()}`
    expect(english.map(places)).toEqual(chinese.map(places))
    const empty = [...chinese, ...english].filter(([, text]) => text.trim() === '')
    expect(empty).toEqual([])
  })

  it('is written in each language', () => {
    const names = /中文|问据/g
    const mixed = english.filter(([, text]) => /\p{Script=Han}/u.test(text.replace(names, '')))
    expect(mixed).toEqual([])
    const words = (text: string) => text.replace(/\{\w+\}/g, '').replace(/English|中文|Wenju/g, '')
    const same = chinese.filter(
      ([, text], index) => text === english[index]?.[1] && /\p{L}/u.test(words(text)),
    )
    expect(same).toEqual([])
  })
})

it('has a sentence for every error, and fills an unknown one as an internal error', () => {
  for (const code of errorCodes) {
    expect(errorSentence({ code, details: {} }, 'zh')).toMatch(/[。！]/)
    expect(errorSentence({ code, details: {} }, 'en')).toMatch(/[.!]/)
  }
  expect(errorSentence({ code: 'FROM_THE_FUTURE', details: {} }, 'en')).toContain('FROM_THE_FUTURE')
})

it('says a known reason in words, and leaves another as it is', () => {
  const unwritable = (reason: string, language: 'zh' | 'en') =>
    errorSentence({ code: 'LIBRARY_UNWRITABLE', details: { folder: '/f', reason } }, language)
  expect(unwritable('FOLDER_GONE', 'zh')).toContain('文件夹不在了')
  expect(unwritable("EACCES: permission denied, open '/f'", 'zh')).toContain('没有权限')
  expect(unwritable('EACCES: permission denied', 'en')).toContain('permission is lacking')
  expect(unwritable('EXOTIC: something else', 'zh')).toContain('EXOTIC: something else')
})

it('says in MB how large a file is, and that one a little over the limit is over it', () => {
  const tooLarge = (bytes: number) =>
    errorSentence(
      { code: 'FILE_TOO_LARGE', details: { name: 'a.txt', bytes, limit: 33_554_432 } },
      'zh',
    )
  expect(tooLarge(36_000_001)).toContain('（34.4 MB，上限 32 MB）')
  expect(tooLarge(33_554_433)).toContain('（32.1 MB，上限 32 MB）')
})

it('says where a repair was made, and why where that is known', () => {
  const repair = { what: 'article-unreadable', detail: 'articles/b.json' } as const
  expect(repairPlace(repair, 'zh')).toBe('articles/b.json')
  expect(repairPlace({ ...repair, reason: 'FILE_MISSING' }, 'zh')).toBe(
    'articles/b.json：文件不在了',
  )
})
