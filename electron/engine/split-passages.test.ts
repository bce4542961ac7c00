import fc from 'fast-check'
import { expect, it } from 'vitest'
import { nodeHasher } from '../adapters/node-hasher'
import type { Article } from '../contract/entities'
import { createFakeTokenizer } from './fakes'
import { buildArticle } from './parse-source'
import type { SourceBlock } from './ports'
import {
  fittingParts,
  lexicalText,
  passageText,
  splitPassages,
  splitterOf,
  textsToEmbed,
  vectorKeys,
} from './split-passages'
import { splitSentences } from './split-sentences'

const facts = { id: 'a1', fileName: 'a.txt', bytes: 1, sha256: 'ab', addedAt: '2025-01-01' }

function articleOf(blocks: readonly SourceBlock[], title = '小额逾期'): Article {
  return buildArticle({ format: 'text', encoding: 'utf-8', title, metadata: [], blocks }, facts)
}

const sentence = fc
  .tuple(
    fc.string({
      unit: fc.constantFrom('款', '催', '收', '，', 'a', ' ', '😀', '網'),
      minLength: 1,
      maxLength: 700,
    }),
    fc.constantFrom('。', '？', '！', '. ', ''),
  )
  .map(([body, stop]) => `句${body}${stop}`)

const blocks: fc.Arbitrary<readonly SourceBlock[]> = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc
        .array(sentence, { minLength: 1, maxLength: 6 })
        .map((all) => ({ kind: 'text' as const, text: all.join('') })),
    },
    {
      weight: 1,
      arbitrary: fc
        .nat(3)
        .map((depth) => ({ kind: 'heading' as const, level: depth + 1, text: '怎样协商' })),
    },
  ),
  { minLength: 1, maxLength: 12 },
)

it('holds every sentence once, in order, within the limit, and parts tile their passage', () => {
  const tokenizer = createFakeTokenizer()
  fc.assert(
    fc.property(blocks, (made) => {
      const article = articleOf(made)
      const passages = splitPassages(article, tokenizer, nodeHasher)
      const inked = (from: number, to: number) => article.text.slice(from, to).replace(/\s/g, '')
      const held = passages.map(({ start, end }) => inked(start, end)).join('')
      const said = article.sections
        .flatMap(({ paragraphs }) => paragraphs)
        .map(({ start, end }) => inked(start, end))
        .join('')
      expect(held).toBe(said)
      for (const passage of passages) {
        expect(tokenizer.count(passageText(article, passage, tokenizer))).toBeLessThanOrEqual(
          tokenizer.limit,
        )
        expect(article.text.slice(passage.start, passage.end).isWellFormed()).toBe(true)
        expect(passage.parts.map(({ start, end }) => inked(start, end)).join('')).toBe(
          inked(passage.start, passage.end),
        )
      }
      expect(new Set(passages.map(({ id }) => id)).size).toBe(passages.length)
    }),
    { numRuns: 60 },
  )
})

it('never joins two sections in one passage', () => {
  const article = articleOf([
    { kind: 'heading', level: 2, text: '一' },
    { kind: 'text', text: '甲。' },
    { kind: 'heading', level: 2, text: '二' },
    { kind: 'text', text: '乙。' },
  ])
  const passages = splitPassages(article, createFakeTokenizer(), nodeHasher)
  expect(passages.map(({ start, end }) => article.text.slice(start, end))).toEqual(['甲。', '乙。'])
})

it('prefers to cut where a paragraph ends', () => {
  const paragraph = (letter: string) => ({
    kind: 'text' as const,
    text: `${letter.repeat(99)}。${letter.repeat(99)}。`,
  })
  const article = articleOf([paragraph('甲'), paragraph('乙')])
  const passages = splitPassages(article, createFakeTokenizer(), nodeHasher)
  expect(passages.map(({ start, end }) => article.text.slice(start, end))).toEqual([
    paragraph('甲').text,
    paragraph('乙').text,
  ])
})

it('keeps a title of any length from crowding out the text', () => {
  const tokenizer = createFakeTokenizer(100)
  const article = articleOf([{ kind: 'text', text: `${'长'.repeat(300)}。` }], '题'.repeat(500))
  const passages = splitPassages(article, tokenizer, nodeHasher)
  expect(passages.length).toBeGreaterThan(1)
  for (const passage of passages) {
    expect(tokenizer.count(passageText(article, passage, tokenizer))).toBeLessThanOrEqual(100)
  }
})

it('gives the same text under the same headings the same hash, and other headings another', () => {
  const hashOf = (title: string) =>
    splitPassages(
      articleOf([{ kind: 'text', text: '甲。' }], title),
      createFakeTokenizer(),
      nodeHasher,
    )[0]?.hash
  expect(hashOf('一')).toBe(hashOf('一'))
  expect(hashOf('一')).not.toBe(hashOf('二'))
})

it('names its rules by the tokenizer too', () => {
  expect(splitterOf(createFakeTokenizer(100))).not.toBe(splitterOf(createFakeTokenizer(200)))
})

it('divides a sentence without stops at a comma', () => {
  const text = `${'甲'.repeat(40)}，${'乙'.repeat(40)}`
  const parts = fittingParts(text, splitSentences(text), createFakeTokenizer(), 60)
  expect(parts.map(({ start, end }) => text.slice(start, end))).toEqual([
    `${'甲'.repeat(40)}，`,
    '乙'.repeat(40),
  ])
})

it('counts a long line without a stop in pieces, not whole for each of its parts', () => {
  const tokenizer = createFakeTokenizer()
  const text = '网'.repeat(20_000)
  let counted = 0
  const counting = {
    ...tokenizer,
    count(counts: string) {
      counted += counts.length
      return tokenizer.count(counts)
    },
  }
  const passages = splitPassages(articleOf([{ kind: 'text', text }]), counting, nodeHasher)
  expect(passages.at(-1)?.end).toBe(text.length)
  expect(counted).toBeLessThan(50 * text.length)
})

it('embeds and indexes the asks of a section with each of its passages, apart from its text', () => {
  const tokenizer = createFakeTokenizer()
  const article = articleOf([
    { kind: 'heading', level: 2, text: '会上门吗', asks: ['他們會來嗎', '找到我家'] },
    { kind: 'text', text: '先打电话。' },
  ])
  const [passage] = splitPassages(article, tokenizer, nodeHasher)
  if (!passage) throw new Error('no passage')
  const texts = textsToEmbed(article, passage, tokenizer)
  expect(texts.map(({ text }) => text).slice(-2)).toEqual(['他们会来吗', '找到我家'])
  expect(texts.map(({ hash }) => hash)).toEqual(vectorKeys(passage))
  expect(lexicalText(article, passage)).toContain('找到我家')
  expect(passageText(article, passage, tokenizer)).not.toContain('找到我家')
  expect(article.text).not.toContain('找到我家')
})
