import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { buildArticle } from '../../engine/parse-source'
import { legacyBytes } from '../suites/legacy-bytes'
import { sourceParserSuite } from '../suites/source-parser.suite'
import { sourceParser } from './source-parser'

sourceParserSuite('sourceParser', sourceParser, [
  '.md',
  '.markdown',
  '.mdown',
  '.MD',
  '.txt',
  '.text',
  '',
])

const utf8 = (text: string) => new TextEncoder().encode(text)

describe('sourceParser', () => {
  it('chooses the format by the ending', () => {
    const formatOf = (name: string) => sourceParser.parse(name, utf8('# 甲')).format
    expect(['a.md', 'A.Markdown', 'a.mdown'].map(formatOf)).toEqual(Array(3).fill('markdown'))
    expect(['a.txt', 'a.TEXT', 'README', '笔记 2024.11', '.md'].map(formatOf)).toEqual(
      Array(5).fill('text'),
    )
  })

  it('names the format that it cannot read', () => {
    expect(() => sourceParser.parse('合同.DOCX', utf8('甲'))).toThrowError(
      expect.objectContaining({ details: { format: 'docx', name: '合同.DOCX' } }) as Error,
    )
  })

  it('says which encoding it found', () => {
    const bytes = legacyBytes('gb18030', '逾期之后先联系平台。')
    expect(sourceParser.parse('a.md', bytes)).toMatchObject({
      format: 'markdown',
      encoding: 'gb18030',
    })
  })
})

const samples = process.env.WENJU_SAMPLES ?? ''

describe.skipIf(samples === '')('on a folder of real files (WENJU_SAMPLES names it)', () => {
  const bytesOf = (...path: string[]) => readFileSync(join(samples, ...path))
  const namesIn = (...path: string[]) => readdirSync(join(samples, ...path))
  const ink = (text: string) => text.replace(/\s/g, '')
  const facts = { id: 'a', bytes: 0, sha256: '', addedAt: '' }

  interface Expected {
    readonly kind: 'h1' | 'h2' | 'p'
    readonly text: string
  }

  it('a statute comes in with exactly its blocks in every encoding and line form', () => {
    const expected = JSON.parse(bytesOf('derived', 'expected', 'zx.json').toString()) as Expected[]
    for (const name of namesIn('derived', 'txt').filter((file) => !file.includes('big5'))) {
      const { title, blocks } = sourceParser.parse(name, bytesOf('derived', 'txt', name))
      // One variant has a line of rare characters above the title.
      const own = blocks.filter(({ text }) => !text.startsWith('生僻字'))
      expect(title).toBe(expected[0]?.text)
      expect(
        own.map((block) => [
          block.kind === 'heading' ? `h${String(block.level)}` : 'p',
          ink(block.text),
        ]),
      ).toEqual(expected.map(({ kind, text }) => [kind, ink(text)]))
    }
  })

  it('files in encodings that cannot be told are refused, not garbled', () => {
    const legacy = ['chinese', 'russian', 'greek', 'hebrew-2', 'korean', 'turkish'].map((script) =>
      join('open', 'txt', `sample-${script}.txt`),
    )
    for (const path of [join('derived', 'txt', 'zx-hant.big5.txt'), ...legacy]) {
      expect(() => sourceParser.parse(path, bytesOf(path)), path).toThrowError(
        expect.objectContaining({ code: 'UNKNOWN_ENCODING' }) as Error,
      )
    }
  })

  it("the owner's article has its opening, four questions and closing lines", () => {
    for (const fileName of namesIn('owner')) {
      const parsed = sourceParser.parse(fileName, bytesOf('owner', fileName))
      const { sections, source, title, text } = buildArticle(parsed, { ...facts, fileName })
      expect(parsed).not.toHaveProperty('title')
      expect(title.endsWith('…')).toBe(true)
      expect(text).not.toMatch(/---|编辑|上一篇|https?:/)
      expect(sections.map(({ path, paragraphs }) => [path.length, paragraphs.length])).toEqual([
        [0, 3],
        [1, 3],
        [1, 5],
        [1, 6],
        [1, 6],
      ])
      expect(sections[0]).not.toHaveProperty('heading')
      expect(source.metadata.map(([name]) => name)).toEqual([
        '编辑',
        '本文链接',
        '上一篇',
        '下一篇',
      ])
      expect(source.url).toMatch(/^http:/)
    }
  })

  it('a novel of 120 chapters has 120 sections', () => {
    const fileName = '红楼梦.gbk.txt'
    const parsed = sourceParser.parse(fileName, bytesOf('open', 'txt', fileName))
    const { sections, language } = buildArticle(parsed, { ...facts, fileName })
    expect(language).toBe('zh')
    expect(sections.filter(({ level }) => level === 1)).toHaveLength(120)
    expect(sections.slice(1).every(({ paragraphs }) => paragraphs.length > 0)).toBe(true)
  })

  it('statutes in Markdown keep their chapters, and no comment', () => {
    for (const fileName of namesIn('open', 'md')) {
      const source = bytesOf('open', 'md', fileName)
      const parsed = sourceParser.parse(fileName, source)
      const { text, sections, title } = buildArticle(parsed, { ...facts, fileName })
      const headings = source.toString().match(/^#+ .*$/gm) ?? []
      expect(text).not.toContain('INFO END')
      expect(headings[0]).toContain(title)
      expect(sections.filter(({ heading }) => heading)).toHaveLength(headings.length)
      expect(ink(text)).toBe(ink(source.toString().replace(/^#+ |<!--.*?-->/gm, '')))
    }
  })
})
