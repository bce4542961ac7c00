import { beforeEach, describe, expect, it } from 'vitest'
import { createExactIndex } from '../adapters/exact-index'
import { claim } from './claim'
import { createFakeFinder, fakeSegmenter } from './fakes'
import { createLibraryIndex, type LibraryIndex } from './library-index'
import type { Reading, VectorStore } from './ports'
import { rank, RANKED, rankable, signalRows } from './rank'
import { signalNames } from './rank-signals'
import { READ_MOST, readPassages } from './read-passages'
import { retrieve } from './retrieve'
import { termsOf } from './terms'
import type { Tree } from './trees'

const PASSAGES = 40
const QUESTION = '催收会上门吗'

const vectorOf = (angle: number) => Float32Array.of(Math.cos(angle), Math.sin(angle))
const vectors: VectorStore = {
  size: PASSAGES,
  get: (hash) => vectorOf(Number(hash) / PASSAGES),
  add: () => Promise.resolve(),
}

/** Each passage lies a little farther from the question than the one before. */
function library(): LibraryIndex {
  const index = createLibraryIndex(createExactIndex(2), fakeSegmenter)
  index.useVectors(vectors)
  for (let place = 0; place < PASSAGES; place++) {
    const id = `a${String(place)}`
    const text = `第${String(place)}段说催收。`
    const span = { start: 0, end: text.length }
    const paragraph = { kind: 'text' as const, number: 1, ...span, sentences: [span] }
    const passage = { id, articleId: id, section: 0, ...span, hash: String(place), parts: [] }
    index.put({
      article: {
        id,
        title: '',
        language: 'zh',
        text,
        sections: [{ path: [], level: 0, paragraphs: [paragraph] }],
        source: {
          fileName: id,
          format: 'text',
          encoding: 'utf-8',
          bytes: 1,
          sha256: '',
          addedAt: '',
          metadata: [],
        },
      },
      passages: [passage],
      splitter: '',
    })
    index.admit(passage)
  }
  return index
}

let all: LibraryIndex
beforeEach(() => {
  all = library()
})

function found({ withVector = true } = {}) {
  const terms = termsOf(QUESTION, fakeSegmenter)
  const query = { terms, ...(withVector && { vector: vectorOf(0) }) }
  return rankable(QUESTION, query, retrieve(query, all), {
    library: all,
    segmenter: fakeSegmenter,
  })
}

const labels = (ranked: readonly { label: number }[]) => ranked.map(({ label }) => label)
const reading = (score: number): Reading => ({ score, sentences: [] })

describe('rank', () => {
  it('keeps the order of the fusion where the trees say nothing', () => {
    const ranks = found()
    const fused = labels(ranks.retrieval.candidates)
    expect(labels(rank(ranks, new Map(), []))).toEqual(fused)
    expect(fused.length).toBeGreaterThan(RANKED)
  })

  it('moves what the trees lift, and lets the rest follow in their order', () => {
    const ranks = found()
    const fused = labels(ranks.retrieval.candidates)
    const read = signalNames.indexOf('was-read')
    const lifting: Tree = [read, 0.5, 0, 100]
    const third = fused[2] ?? -1
    const ranked = rank(ranks, new Map([[third, reading(1)]]), [lifting])
    expect(labels(ranked)).toEqual([third, ...fused.filter((label) => label !== third)])
    const scores = ranked.map(({ score }) => score)
    expect(scores).toEqual([...scores].sort((a, b) => b - a))
  })

  it('leaves words alone as they are: no tree was trained for them', () => {
    const ranks = found({ withVector: false })
    expect(labels(rank(ranks, new Map(), [5]))).toEqual(labels(ranks.retrieval.candidates))
  })

  it('has a number for every signal of every candidate', () => {
    const rows = signalRows(found(), new Map([[0, reading(-3)]]))
    expect(rows).toHaveLength(RANKED)
    for (const row of rows) {
      expect(row).toHaveLength(signalNames.length)
      expect(Array.from(row).every(Number.isFinite)).toBe(true)
    }
  })
})

describe('reading', () => {
  it('reads the most promising passages, so many at most, and no more than once', async () => {
    const finder = createFakeFinder()
    const { readings } = await readPassages(found(), rank(found(), new Map(), []), all, finder, [])
    expect(Array.from(readings.keys())).toEqual(
      labels(found().retrieval.candidates).slice(0, readings.size),
    )
    expect(readings.size).toBeLessThanOrEqual(READ_MOST)
    expect(finder.asked).toHaveLength(readings.size)
  })

  it('reads nothing without a finder, and nothing for words alone', async () => {
    expect((await readPassages(found(), rank(found()), all, undefined)).readings.size).toBe(0)
    const finder = createFakeFinder()
    const ranks = found({ withVector: false })
    await readPassages(ranks, rank(ranks), all, finder)
    expect(finder.asked).toEqual([])
  })
})

describe('claim', () => {
  it('is none where nothing was found', () => {
    const ranks = found()
    expect(claim(ranks, [], new Map())).toEqual({ kind: 'none', sureness: undefined })
  })

  it('never claims an answer by words alone', () => {
    const ranks = found({ withVector: false })
    expect(claim(ranks, rank(ranks), new Map())).toEqual({
      kind: 'none',
      sureness: undefined,
    })
    const half = ranks.retrieval.candidates.map((candidate) => ({ ...candidate, coverage: 0.6 }))
    expect(claim(ranks, half, new Map()).kind).toBe('related')
  })

  it('gives a probability with a vector', () => {
    const ranks = found()
    const { sureness } = claim(ranks, rank(ranks), new Map())
    expect(sureness).toBeGreaterThanOrEqual(0)
    expect(sureness).toBeLessThanOrEqual(1)
  })
})
