import { describe, expect, it } from 'vitest'
import { createExactIndex } from '../adapters/exact-index'
import { createMemoryVectors } from '../adapters/memory-vectors'
import { nodeHasher } from '../adapters/node-hasher'
import { systemClock } from '../adapters/system-clock'
import type { Dataset } from '../contract/dataset'
import { evaluate, indexRecall, questionsOf } from '../engine/evaluate'
import {
  createFakeEmbedder,
  createFakeFinder,
  createFakeTokenizer,
  fakeSegmenter,
} from '../engine/fakes'
import { createBoundedMemory } from '../engine/bounded-memory'
import type { Reading } from '../engine/ports'
import { compareResults } from './compare-results'
import { measureSet, type OpenedSet } from './measure-set'
import { unpackBits } from './outcome-bits'
import { reportOf } from './report'
import { baseline } from './set-result'

const SUBJECTS = [
  '苹果香蕉',
  '火车铁轨',
  '月亮潮汐',
  '毛笔宣纸',
  '陶土窑火',
  '蜜蜂花粉',
  '雪山冰川',
]

/** Seven passages on seven subjects, three questions on each, and one that none answers. */
const dataset: Dataset = {
  passages: SUBJECTS.map((subject, place) => ({
    id: `p${String(place)}`,
    lang: 'zh',
    title: '',
    section: '',
    text: `这里先说一句别的。${subject}的来历写在这里。`,
  })),
  queries: [
    ...SUBJECTS.flatMap((subject, place) =>
      ['来历', '写在哪里', '是什么'].map((end, turn) => ({
        id: `q${String(place)}-${String(turn)}`,
        text: `${subject}${end}`,
        relevant: [`p${String(place)}`],
      })),
    ),
    { id: 'off', text: '鲸鱼唱歌', relevant: [] },
  ],
  gold: SUBJECTS.map((subject, place) => ({
    query_id: `q${String(place)}-0`,
    passage_id: `p${String(place)}`,
    answer: subject,
    answer_start: 9,
  })),
}

async function open(): Promise<OpenedSet> {
  const embedder = createFakeEmbedder()
  const finder = createFakeFinder()
  const model = { embedder, tokenizer: createFakeTokenizer(), vectors: createMemoryVectors() }
  const index = createExactIndex(embedder.dims)
  const { tools } = await evaluate({
    dataset,
    segmenter: fakeSegmenter,
    hasher: nodeHasher,
    clock: systemClock,
    model,
    reading: { finder, memory: createBoundedMemory<Reading>(1000) },
    index,
    exact: createExactIndex(embedder.dims),
    onEvent: () => undefined,
  })
  return {
    name: 'subjects',
    passages: dataset.passages.length,
    tools,
    questions: questionsOf(dataset),
    ids: dataset.queries.map(({ id }) => id),
    byArticle: true,
    index,
    indexRecall: () =>
      indexRecall(['苹果'], {
        index,
        exact: createExactIndex(embedder.dims),
        library: tools.library,
        question: (text) => embedder.embedQuery(text),
      }),
    build_s: 0,
    vectorsMade: 0,
    model,
    finder,
    hasher: nodeHasher,
    recordBytes: 100,
  }
}

const options = {
  foreign: [
    { id: 'other/1', text: '沙漠骆驼', isSameLanguage: true },
    { id: 'other/2', text: 'why do whales sing', isSameLanguage: false },
  ],
  smallLibraries: [5, 50],
  smallQuestions: 4,
}

describe('a set of known outcome', () => {
  const measured = open().then((set) => measureSet(set, options))

  it('has every figure over the questions that it is about', async () => {
    const result = await measured
    expect(result.whole).toMatchObject({
      questions: 22,
      hybrid: { 'hit@1': 1, 'mrr@10': 1 },
      lead: { right: 1 },
    })
    expect(result.foreign).toMatchObject({ same: { questions: 1 }, other: { questions: 1 } })
    expect(result.odd.questions).toBeLessThan(result.whole.questions)
    expect(unpackBits(result.bits['hit@1'] ?? '')).toHaveLength(21)
    expect(unpackBits(result.bits.sentence ?? '')).toHaveLength(7)
    expect(unpackBits(result.bits['off-topic refused'] ?? '')).toHaveLength(1)
  })

  it('makes smaller libraries where the set is larger than they', async () => {
    const { small } = await measured
    expect(small).toMatchObject([{ passages: 5, 'hit@1': 1 }])
  })

  it('counts the bytes of what lies on the disk', async () => {
    const { index } = await measured
    expect(index.vectorBytes % 100).toBe(0)
    expect(index.vectorBytes).toBeGreaterThanOrEqual(700)
    expect(index.wordBytes).toBeGreaterThan(100)
    expect(index['recall@10']).toBe(1)
  })

  it('stands against itself without a change, through the file it is kept in', async () => {
    const result = await measured
    const kept = baseline.parse(JSON.parse(JSON.stringify({ version: 1, sets: [result] })))
    const { changes, incomparable } = compareResults(kept, [result])
    expect(incomparable).toEqual([])
    expect(changes.length).toBe(Object.keys(result.bits).length)
    expect(changes.every(({ by, verdict }) => by === 0 && verdict === 'noise')).toBe(true)
  })

  it('fits a terminal of 120 columns', async () => {
    const long = { ...(await measured), name: 'a-set-with-a-long-name' }
    const lines = reportOf([long], undefined).split('\n')
    expect(lines.filter((line) => line.includes('a-set-with')).length).toBeGreaterThan(3)
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(120)
  })
})
