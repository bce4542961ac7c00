import { describe, expect, it } from 'vitest'
import { createExactIndex } from '../adapters/exact-index'
import { nodeHasher } from '../adapters/node-hasher'
import { sourceParser } from '../adapters/parsers/source-parser'
import { chooseSentences } from './choose-sentences'
import { createFakeTokenizer, fakeSegmenter } from './fakes'
import { createLibraryIndex } from './library-index'
import { buildArticle } from './parse-source'
import { toRead, sentencesOf } from './passage-sentences'
import { splitPassages } from './split-passages'

const text = `開頭一句。${'逾期之後要先算清楚欠款，'.repeat(200)}就這樣。`
const article = buildArticle(sourceParser.parse('a.txt', new TextEncoder().encode(text)), {
  id: 'a',
  fileName: 'a.txt',
  bytes: text.length,
  sha256: '',
  addedAt: '',
})
const passages = splitPassages(article, createFakeTokenizer(), nodeHasher)
const entries = passages.map((passage) => ({ article, passage }))

describe('a sentence longer than a passage', () => {
  it('is cut in several passages, and each is read as far as its own part goes', () => {
    expect(entries.length).toBeGreaterThan(2)
    for (const entry of entries) {
      const { start, end } = entry.passage
      expect(sentencesOf(entry).length).toBe(toRead(entry).sentences.length)
      expect(toRead(entry).sentences.join('').length).toBeLessThanOrEqual(end - start)
    }
    const together = entries.flatMap((entry) => toRead(entry).sentences).join('')
    expect(together.length).toBe(article.text.length)
    expect(together.startsWith('开头一句。')).toBe(true)
  })

  it('is marked where the words stand in it, and shown whole', async () => {
    const library = createLibraryIndex(createExactIndex(2), fakeSegmenter)
    library.put({ article, passages, splitter: '' })
    const label = 1
    const candidate = {
      label,
      score: 0,
      fused: 0,
      dense: undefined,
      cosines: undefined,
      lexical: 0,
      coverage: 0,
      byAsk: false,
    }
    const [sentence] = await chooseSentences(
      {
        question: '欠款',
        query: { terms: [] },
        shares: new Map(),
        ranked: [candidate],
        readings: new Map([
          [label, { score: 2, sentences: [{ score: 2, span: [3, 7] as const }] }],
        ]),
        lexicalWeight: 1,
      },
      { library, segmenter: fakeSegmenter, embeddings: undefined },
    )
    const read = article.text.slice(passages[label]?.start)
    expect(sentence?.text).toBe(text.slice(5))
    expect(sentence?.text.slice(...(sentence.marked ?? []))).toBe(read.slice(3, 7))
    expect(sentence?.marked?.[0]).toBe((passages[label]?.start ?? 0) - 5 + 3)
  })
})
