import { describe, expect, it } from 'vitest'
import { sourceParser } from '../adapters/parsers/source-parser'
import type { WeighedSentence } from './choose-sentences'
import { giveRoles } from './give-roles'
import { buildArticle } from './parse-source'

const text = `# 协商

## 怎么协商

协商要先准备材料。它们要能证明困难。

打电话前准备三样东西：

1. 身份证。拍清楚。
2. 收入证明。它要盖章。
3. 欠款清单。

## 谈不成

可以向平台投诉。

这样平台才会重视。它们会回电话。
`
const article = buildArticle(sourceParser.parse('a.md', new TextEncoder().encode(text)), {
  id: 'a',
  fileName: 'a.md',
  bytes: text.length,
  sha256: '',
  addedAt: '',
})

/** The sentence that begins so, weighed. */
function weighed(beginning: string, score: number): WeighedSentence {
  for (const [section, { paragraphs }] of article.sections.entries()) {
    for (const span of paragraphs.flatMap(({ sentences }) => sentences)) {
      const sentence = article.text.slice(span.start, span.end)
      if (!sentence.startsWith(beginning)) continue
      const whole = { start: paragraphs[0]?.start ?? 0, end: paragraphs.at(-1)?.end ?? 0 }
      const passage = {
        id: `a#${String(section)}`,
        articleId: 'a',
        section,
        ...whole,
        hash: '',
        parts: [],
      }
      return {
        entry: { article, passage },
        span,
        text: sentence,
        passage: 0,
        score,
        marked: undefined,
      }
    }
  }
  throw new Error(`no sentence begins with ${beginning}`)
}

const shown = (question: string, sentences: readonly WeighedSentence[]) =>
  giveRoles(question, sentences).map(
    ({ span, role }) => `${role} ${article.text.slice(span.start, span.end)}`,
  )

describe('roles', () => {
  it('lets what answers nearly as well support the lead, each text once', () => {
    expect(
      shown('协商有用吗', [
        weighed('协商要先', 3),
        weighed('可以向', 2.5),
        weighed('协商要先', 2.4),
        weighed('收入', 0),
      ]),
    ).toEqual(['lead 协商要先准备材料。', 'support 可以向平台投诉。'])
  })

  it('brings the sentence before one that points back', () => {
    expect(shown('材料要证明什么', [weighed('它们', 3)])).toEqual([
      'lead 它们要能证明困难。',
      'context 协商要先准备材料。',
    ])
  })

  it('answers a how-to question with the whole list, in order', () => {
    expect(shown('打电话前要准备什么', [weighed('打电话前', 3), weighed('可以向', 2.9)])).toEqual([
      'lead 打电话前准备三样东西：',
      'step 身份证。',
      'step 收入证明。',
      'step 欠款清单。',
    ])
  })

  it('keeps an item that leads out of its own list', () => {
    expect(shown('怎么准备收入证明', [weighed('收入证明', 3)])).toEqual([
      'lead 收入证明。',
      'step 身份证。',
      'step 欠款清单。',
    ])
  })

  it('shows no list to a question that asks for something else', () => {
    expect(shown('协商有用吗', [weighed('打电话前', 3)])).toEqual(['lead 打电话前准备三样东西：'])
  })

  it('puts the beginning of an item before a lead from its middle, once, and counts it as one step', () => {
    expect(shown('怎么准备收入证明', [weighed('它要盖章', 3)])).toEqual([
      'lead 它要盖章。',
      'context 收入证明。',
      'step 身份证。',
      'step 欠款清单。',
    ])
    expect(shown('怎么准备身份证', [weighed('拍清楚', 3)])).toEqual([
      'lead 拍清楚。',
      'context 身份证。',
      'step 收入证明。',
      'step 欠款清单。',
    ])
  })

  it('looks into the paragraph before for what a paragraph that points back begins with', () => {
    expect(shown('平台会重视吗', [weighed('这样平台', 3)])).toEqual([
      'lead 这样平台才会重视。',
      'context 可以向平台投诉。',
    ])
  })

  it('does not leave a supporting sentence alone that points back', () => {
    expect(shown('平台会回电话吗', [weighed('可以向', 3), weighed('它们会', 2.9)])).toEqual([
      'lead 可以向平台投诉。',
      'context 这样平台才会重视。',
      'support 它们会回电话。',
    ])
    expect(shown('平台会重视吗', [weighed('可以向', 3), weighed('这样平台', 2.9)])).toEqual([
      'lead 可以向平台投诉。',
      'support 这样平台才会重视。',
    ])
  })

  it('has nothing to show of nothing', () => {
    expect(giveRoles('协商', [])).toEqual([])
  })
})
