import { expect, it } from 'vitest'
import { createExactIndex } from '../adapters/exact-index'
import { createMemoryVectors } from '../adapters/memory-vectors'
import { nodeHasher } from '../adapters/node-hasher'
import { systemClock } from '../adapters/system-clock'
import type { Dataset } from '../contract/dataset'
import { AppError } from '../contract/errors'
import { evaluate } from './evaluate'
import { createFakeEmbedder, createFakeTokenizer, fakeSegmenter } from './fakes'
import type { VectorStore } from './ports'

const passage = (id: string, text: string) => ({ id, lang: 'zh', title: '', section: '', text })

function measure(dataset: Dataset, vectors: VectorStore = createMemoryVectors()) {
  const embedder = createFakeEmbedder()
  return evaluate({
    dataset,
    segmenter: fakeSegmenter,
    hasher: nodeHasher,
    clock: systemClock,
    model: { embedder, tokenizer: createFakeTokenizer(), vectors },
    index: createExactIndex(embedder.dims),
    exact: createExactIndex(embedder.dims),
    onEvent: () => undefined,
  })
}

it('counts hits and lead sentences, gold offsets being code points', async () => {
  const { report } = await measure({
    passages: [
      passage('a', '😀先说别的。上门多见于金额较大的情况。'),
      passage('b', '不良记录自终止之日起保留五年。'),
    ],
    queries: [{ id: 'q', text: '上门多见于什么情况', relevant: ['a'] }],
    gold: [{ query_id: 'q', passage_id: 'a', answer: '金额较大', answer_start: 11 }],
  })
  expect(report).toMatchObject({ passages: 2, queries: 1, 'hit@1': 1, 'sentence_hit@1': 1 })
})

it('finds the only passage of a set, whose standardised score is zero', async () => {
  const { report } = await measure({
    passages: [passage('a', '上门多见于金额较大的情况。')],
    queries: [{ id: 'q', text: '上门', relevant: ['a'] }],
    gold: undefined,
  })
  expect(report).toMatchObject({ 'hit@1': 1, lanes: { dense: { 'hit@1': 1 } } })
})

it('gives no figures for a set that was embedded in part only', async () => {
  const full = new AppError('DISK_FULL', { folder: '/cache' })
  const vectors = { ...createMemoryVectors(), add: () => Promise.reject(full) }
  const dataset = { passages: [passage('a', '上门。')], queries: [], gold: undefined }
  await expect(measure(dataset, vectors)).rejects.toMatchObject({ code: 'DISK_FULL' })
})
