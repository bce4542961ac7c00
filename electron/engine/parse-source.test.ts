import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Article } from '../contract/entities'
import { buildArticle } from './parse-source'
import type { ParsedSource, SourceBlock } from './ports'

const facts = {
  id: 'a1',
  fileName: '还款指南.md',
  bytes: 12,
  sha256: 'ab',
  addedAt: '2025-01-01T00:00:00.000Z',
}

function built(
  blocks: readonly SourceBlock[],
  more: Partial<ParsedSource> = {},
  fileName?: string,
) {
  const parsed: ParsedSource = {
    format: 'markdown',
    encoding: 'utf-8',
    metadata: [],
    blocks,
    ...more,
  }
  return buildArticle(parsed, { ...facts, ...(fileName === undefined ? {} : { fileName }) })
}

const heading = (level: number, text: string): SourceBlock => ({ kind: 'heading', level, text })
const text = (words: string): SourceBlock => ({ kind: 'text', text: words })
const paths = (article: Article) => article.sections.map(({ path }) => path.join('›'))

describe('sections', () => {
  it('keep the title in the text and out of every path', () => {
    const article = built(
      [heading(1, '指南'), text('先看。'), heading(2, '协商'), text('打电话。')],
      {
        title: '指南',
      },
    )
    expect(article.title).toBe('指南')
    expect(article.text).toBe('指南\n先看。\n协商\n打电话。')
    expect(article.sections).toMatchObject([
      { path: [], level: 0, heading: { start: 0, end: 2 }, paragraphs: [{ start: 3, end: 6 }] },
      { path: ['协商'], level: 1, heading: { start: 7, end: 9 }, paragraphs: [{ number: 1 }] },
    ])
  })

  it('follow the open headings, whatever levels they skip', () => {
    const article = built([
      text('开头。'),
      heading(2, '一'),
      heading(4, '一之一'),
      text('甲。'),
      heading(3, '一之二'),
      heading(1, '二'),
      text('乙。'),
    ])
    expect(paths(article)).toEqual(['', '一', '一›一之一', '一›一之二', '二'])
    expect(article.sections.map(({ level }) => level)).toEqual([0, 1, 2, 2, 1])
    expect(article.sections[0]).not.toHaveProperty('heading')
    expect(article.sections[1]?.paragraphs).toEqual([])
  })

  it('take a later, deeper heading that reads like the title for an ordinary one', () => {
    const blocks = [heading(1, '征信'), heading(2, '甲'), heading(3, '征信'), text('乙。')]
    expect(paths(built(blocks, { title: '征信' }))).toEqual(['', '甲', '甲›征信'])
  })

  it('number paragraphs from 1 and keep what each one was', () => {
    const article = built([
      text('甲。'),
      { kind: 'item', text: '乙', marker: '1.' },
      { kind: 'code', text: '  x\n\n  y\n' },
      heading(1, '节'),
      { kind: 'row', text: '丙 | 丁' },
    ])
    const [opening, section] = article.sections
    expect(opening?.paragraphs.map(({ number, kind, marker }) => [number, kind, marker])).toEqual([
      [1, 'text', undefined],
      [2, 'item', '1.'],
      [3, 'code', undefined],
    ])
    expect(section?.paragraphs[0]).toMatchObject({ number: 1, kind: 'row' })
    expect(article.text).toBe('甲。\n乙\n  x\n\n  y\n节\n丙 | 丁')
  })

  it('leave out blocks without ink', () => {
    expect(built([text(' \u200B\n'), heading(1, ' '), text('甲')]).text).toBe('甲')
  })
})

describe('canonical text', () => {
  it('has its line ends made equal, radicals repaired and layout marks left out', () => {
    const article = built([heading(1, '逾\u00AD期\r\n⻚'), text('\uFEFF⾦额\r\n见⻚')])
    expect(article.text).toBe('逾期 页\n金额\n见页')
  })

  it('folds neither case, width nor script', () => {
    const source = 'ＡＢＣ abc ＡＰＲ２４％ 臺灣“貸款”①'
    expect(built([text(source)]).text).toBe(source)
  })
})

describe('title', () => {
  const titleOf = (fileName: string, words = '我欠了两千块，会有人上门吗？不会。') =>
    built([text(words)], {}, fileName).title

  it.each([
    ['还款指南.txt', '还款指南'],
    ['credit-report_2024.md', 'credit-report_2024'],
    ['第3章 v2.txt', '第3章 v2'],
  ])('is the name of %s', (fileName, title) => {
    expect(titleOf(fileName)).toBe(title)
  })

  it.each(['000_a291d4f8c785e249.txt', '20240131.txt', 'deadbeef.md', '12-34_f.txt'])(
    'is the opening sentence where %s names nothing',
    (fileName) => {
      expect(titleOf(fileName)).toBe('我欠了两千块，会有人上门吗？')
    },
  )

  it('is cut at 24 characters, never inside one', () => {
    const title = titleOf('1.txt', '𠀀'.repeat(30))
    expect(title).toBe(`${'𠀀'.repeat(23)}…`)
  })

  it('is no part of the text when it is taken', () => {
    const article = built([heading(1, '还款指南'), text('甲')])
    expect(article.title).toBe('还款指南')
    expect(paths(article)).toEqual(['还款指南'])
  })
})

describe('source and language', () => {
  it('come from the source where it says them', () => {
    const article = built([text('甲')], {
      language: 'zh-Hant',
      url: 'https://a.cn/b',
      metadata: [['编辑', '乙']],
    })
    expect(article.language).toBe('zh')
    expect(article.source).toEqual({
      fileName: '还款指南.md',
      format: 'markdown',
      encoding: 'utf-8',
      bytes: 12,
      sha256: 'ab',
      addedAt: '2025-01-01T00:00:00.000Z',
      url: 'https://a.cn/b',
      metadata: [['编辑', '乙']],
    })
  })

  it('come from the script where it does not, or says no code', () => {
    expect(built([text('Call the bank.')]).language).toBe('en')
    expect(built([text('联系银行。')], { language: 'Chinese' }).language).toBe('zh')
    expect(built([text('甲')])).not.toHaveProperty('source.url')
  })
})

describe('for any parsed source', () => {
  const words = fc
    .array(fc.constantFrom('甲乙。', 'Ab c. ', '𠀀', '👍', '？”', ' ', '12', '\n', '他说', '；'), {
      maxLength: 12,
    })
    .map((parts) => parts.join(''))
  const block: fc.Arbitrary<SourceBlock> = fc.oneof(
    fc.record({
      kind: fc.constant('heading' as const),
      level: fc.integer({ min: 1, max: 6 }),
      text: words,
    }),
    fc.record({
      kind: fc.constantFrom('text' as const, 'item' as const, 'quote' as const, 'row' as const),
      text: words,
    }),
  )

  it('every span slices to what it claims, in order, with one line end between blocks', () => {
    fc.assert(
      fc.property(
        fc.array(block, { maxLength: 25 }),
        fc.option(words, { nil: '' }),
        (blocks, title) => {
          const article = built(blocks, { title })
          const expected = blocks
            .map(({ kind, text: source }) =>
              kind === 'heading'
                ? source
                    .split('\n')
                    .map((line) => line.trim())
                    .filter((line) => line !== '')
                    .join(' ')
                : source.trim(),
            )
            .filter((source) => source !== '')
          expect(article.text).toBe(expected.join('\n'))

          const spans = article.sections.flatMap((section) => [
            ...(section.heading ? [section.heading] : []),
            ...section.paragraphs,
          ])
          expect(spans.map(({ start, end }) => article.text.slice(start, end))).toEqual(expected)
          spans.slice(1).forEach(({ start }, at) => {
            expect(start).toBe((spans[at]?.end ?? NaN) + 1)
            expect(article.text.charAt(start - 1)).toBe('\n')
          })
          for (const { path, level, heading: span, paragraphs } of article.sections) {
            expect(level).toBe(path.length)
            if (span && level > 0)
              expect(article.text.slice(span.start, span.end)).toBe(path.at(-1))
            expect(paragraphs.map(({ number }) => number)).toEqual(
              paragraphs.map((_, at) => at + 1),
            )
            for (const { start, end, sentences } of paragraphs) {
              let covered = start
              for (const sentence of sentences) {
                expect(article.text.slice(covered, sentence.start).trim()).toBe('')
                expect(sentence.end).toBeGreaterThan(sentence.start)
                covered = sentence.end
              }
              expect(covered).toBe(end)
            }
          }
        },
      ),
      { numRuns: 500 },
    )
  })
})
