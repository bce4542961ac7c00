import { describe, expect, it } from 'vitest'
import { createExactIndex } from '../adapters/exact-index'
import { createMemoryVectors } from '../adapters/memory-vectors'
import { nodeHasher } from '../adapters/node-hasher'
import type { EngineEvent } from '../contract/entities'
import { AppError } from '../contract/errors'
import { createFakeEmbedder, createFakeTokenizer, fakeSegmenter } from './fakes'
import { createIngest } from './ingest'
import { createLibraryIndex } from './library-index'
import { createModelQueue } from './model-queue'
import { buildArticle } from './parse-source'
import type { StoredArticle, VectorStore } from './ports'
import { splitPassages, splitterOf } from './split-passages'

const tokenizer = createFakeTokenizer()

function stored(id: string, text: string): StoredArticle {
  const parsed = {
    format: 'text' as const,
    encoding: 'utf-8',
    metadata: [],
    blocks: [{ kind: 'text' as const, text }],
  }
  const facts = { id, fileName: `${id}.txt`, bytes: 1, sha256: id, addedAt: '2026-01-01' }
  const article = buildArticle(parsed, facts)
  const passages = splitPassages(article, tokenizer, nodeHasher)
  return { article, passages, splitter: splitterOf(tokenizer) }
}

/** A library with an ingest whose first inference waits until `go` is called. */
function begin(store: Partial<VectorStore> = {}) {
  const embedder = createFakeEmbedder()
  const index = createExactIndex(embedder.dims)
  const library = createLibraryIndex(index, fakeSegmenter)
  const vectors = { ...createMemoryVectors(), ...store }
  library.useVectors(vectors)
  let go: () => void = () => undefined
  const gate = new Promise<void>((resolve) => (go = resolve))
  const events: EngineEvent[] = []
  const ingest = createIngest({
    library,
    model: {
      embedder: {
        ...embedder,
        async embedPassage(text) {
          await gate
          return embedder.embedPassage(text)
        },
      },
      tokenizer,
      vectors,
    },
    queue: createModelQueue(),
    onEvent: (event) => events.push(event),
  })
  const isWhole = (id: string) => {
    const passages = library.article(id)?.passages ?? []
    return passages.length > 0 && library.embedded(id) === passages.length
  }
  return { library, vectors, ingest, events, go, isWhole, index }
}

describe('ingest', () => {
  it('embeds the new version of an article that changes while the old one is embedded', async () => {
    const { library, vectors, ingest, go, isWhole, index } = begin()
    library.put(stored('a', '逾期之后会怎样。'))
    ingest.enqueue('a')
    const changed = stored('a', '协商分期要什么材料。')
    library.put(changed)
    ingest.enqueue('a')
    go()
    await ingest.idle()
    expect(isWhole('a')).toBe(true)
    const own = vectors.get(changed.passages[0]?.hash ?? '')
    expect(own && index.search(own, 1)[0]?.score).toBeCloseTo(1)
  })

  it('embeds an article that is removed and brought back meanwhile', async () => {
    const { library, ingest, go, isWhole } = begin()
    library.put(stored('a', '逾期之后会怎样。'))
    ingest.enqueue('a')
    library.remove('a')
    library.put(stored('a', '逾期之后会怎样。'))
    ingest.enqueue('a')
    go()
    await ingest.idle()
    expect(isWhole('a')).toBe(true)
  })

  it('goes on after an article that is no longer there', async () => {
    const { library, ingest, go, isWhole } = begin()
    go()
    ingest.enqueue('gone')
    await ingest.idle()
    library.put(stored('a', '逾期之后会怎样。'))
    ingest.enqueue('a')
    await ingest.idle()
    expect(isWhole('a')).toBe(true)
  })

  it('tells the end of an article whose last passage was known before', async () => {
    const { library, ingest, events, go } = begin()
    go()
    const sentence = (word: string) => `${word.repeat(tokenizer.limit - 200)}。`
    const before = stored('a', `开头。${sentence('旧')}${sentence('同')}`)
    const after = stored('a', `开头。${sentence('新')}${sentence('同')}`)
    expect(after.passages.at(-1)?.hash).toBe(before.passages.at(-1)?.hash)
    for (const version of [before, after]) {
      library.put(version)
      ingest.enqueue('a')
      await ingest.idle()
      expect(events.at(-1)).toMatchObject({
        passagesDone: version.passages.length,
        passagesTotal: version.passages.length,
      })
    }
  })

  it('tells how many articles wait behind this one', async () => {
    const { library, ingest, events, go } = begin()
    for (const id of ['a', 'b']) {
      library.put(stored(id, `第${id}篇的内容在这里。`))
      ingest.enqueue(id)
    }
    go()
    await ingest.idle()
    expect(events).toMatchObject([
      { articleId: 'a', articlesLeft: 1 },
      { articleId: 'b', articlesLeft: 0 },
    ])
  })

  it('tells a vector that cannot be written, and goes on with the next article', async () => {
    const full = new AppError('DISK_FULL', { folder: '/library' })
    let adds = 0
    const memory = createMemoryVectors()
    const { library, ingest, events, go, isWhole } = begin({
      get: memory.get,
      add: (hash, vector) => (adds++ === 0 ? Promise.reject(full) : memory.add(hash, vector)),
    })
    for (const id of ['a', 'b']) {
      library.put(stored(id, `第${id}篇的内容在这里。`))
      ingest.enqueue(id)
    }
    go()
    await ingest.idle()
    expect(events[0]).toMatchObject({ type: 'ingest-failed', error: { code: 'DISK_FULL' } })
    expect(isWhole('b')).toBe(true)
  })
})
