import { describe, expect, it } from 'vitest'
import { createExactIndex } from '../adapters/exact-index'
import { createMemoryVectors } from '../adapters/memory-vectors'
import { nodeHasher } from '../adapters/node-hasher'
import { sourceParser } from '../adapters/parsers/source-parser'
import { systemClock } from '../adapters/system-clock'
import type { Answer } from '../contract/entities'
import { createAskHandlers } from './ask-handlers'
import { createBoundedMemory } from './bounded-memory'
import { createEmbeddings } from './embeddings'
import { createFakeRomanizer } from './fake-romanizer'
import { createFakeEmbedder, createFakeFinder, createFakeTokenizer, fakeSegmenter } from './fakes'
import { createLibraryIndex, type LibraryIndex } from './library-index'
import { createModelQueue } from './model-queue'
import { buildArticle } from './parse-source'
import type { AnswerFinder, Reading } from './ports'
import { createReadings } from './readings'
import { splitPassages, textsToEmbed } from './split-passages'

const articles = [
  '催收人员会不会上门',
  '怎样修复征信记录',
  '怎样协商分期还款',
  '催收电话太多',
  '催收短信是真的吗',
].map((title, place) =>
  buildArticle(
    sourceParser.parse(
      'a.md',
      new TextEncoder().encode(
        `# ${title}\n\n${title}？先看清楚情况。第${String(place)}条说明在这里。\n`,
      ),
    ),
    { id: `a${String(place)}`, fileName: 'a.md', bytes: 9, sha256: '', addedAt: '' },
  ),
)
const romanizer = createFakeRomanizer({ cui: '催崔', shou: '收手', shang: '上', men: '门' })

interface Choices {
  readonly model?: boolean
  readonly onRead?: (library: LibraryIndex) => void
  readonly finder?: AnswerFinder
}

async function handlers({ model = true, onRead, finder = createFakeFinder() }: Choices = {}) {
  const embedder = createFakeEmbedder()
  const vectors = createMemoryVectors()
  const tokenizer = createFakeTokenizer()
  const library = createLibraryIndex(createExactIndex(embedder.dims), fakeSegmenter)
  library.useVectors(vectors)
  for (const article of articles) {
    const passages = splitPassages(article, tokenizer, nodeHasher)
    library.put({ article, passages, splitter: '' })
    for (const passage of passages) {
      for (const { hash, text } of textsToEmbed(article, passage, tokenizer)) {
        await vectors.add(hash, await embedder.embedPassage(text))
      }
      library.admit(passage)
    }
  }
  const queue = createModelQueue()
  const shared = { queue, hasher: nodeHasher }
  const remembered: [string, Answer['kind']][] = []
  const read: typeof finder.read = (...asked) => {
    onRead?.(library)
    return finder.read(...asked)
  }
  const tools = {
    library,
    segmenter: fakeSegmenter,
    embeddings: model
      ? createEmbeddings({ ...shared, embedder, tokenizer, memory: vectors })
      : undefined,
    readings: createReadings({
      ...shared,
      finder: { ...finder, read },
      memory: createBoundedMemory<Reading>(99),
    }),
  }
  return {
    remembered,
    ...createAskHandlers({
      clock: systemClock,
      romanizer,
      tools: () => tools,
      pending: () => 0,
      remember: (question, kind) => remembered.push([question, kind]),
    }),
  }
}

describe('ask', () => {
  it('gives reasons only when it is asked to, and the same answer either way', async () => {
    const { ask } = await handlers()
    const plain = await ask({ question: '催收人员会不会上门', top: 3 })
    const explained = await ask({ question: '催收人员会不会上门', top: 3, explain: true })
    expect(plain.hits.every(({ why }) => why === undefined)).toBe(true)
    expect(explained.hits.map(({ why: _, ...hit }) => hit)).toEqual(plain.hits)
    expect(explained.sentences).toEqual(plain.sentences)
    const why = explained.hits[0]?.why
    expect(why?.words).toMatchObject({ rank: 1, missing: [] })
    expect(why?.words.coverage).toBeCloseTo(1)
    expect(why?.meaning?.rank).toBe(1)
    expect(why?.reading?.sentence).not.toBe('')
    expect(explained.sureness?.value).toBeGreaterThan(0)
  })

  it('tells of no reading where there was nothing to read', async () => {
    const nothing: Reading = { score: -Infinity, sentences: [] }
    const finder = { fingerprint: 'blind', read: () => Promise.resolve(nothing) }
    const { ask } = await handlers({ finder })
    const { hits } = await ask({ question: '催收人员会不会上门', top: 3, explain: true })
    expect(hits.map(({ why }) => why?.reading)).toEqual(hits.map(() => undefined))
    expect(hits.flatMap(({ why }) => Object.values(why?.lifts ?? {})).every(Number.isFinite)).toBe(
      true,
    )
  })

  it('names the words of the question that a passage lacks', async () => {
    const { search } = await handlers()
    const { hits } = await search({ query: '催收人员 xyz', top: 1, explain: true })
    expect(hits[0]?.why?.words.missing).toEqual(['xyz'])
    const short = await search({ query: '催收人员用 AI 的吗', top: 1, explain: true })
    expect(short.hits[0]?.why?.words.missing).toContain('ai')
  })

  it('looks for words that sound alike when the words as written find little', async () => {
    const { ask, search } = await handlers({ model: false })
    const replaced = [{ typed: '崔', word: '催收' }]
    const answer = await ask({ question: '崔收人员', top: 1 })
    expect(answer.alsoLookedFor).toEqual(replaced)
    expect(answer.hits[0]?.title).toBe('催收人员会不会上门')
    expect((await search({ query: '崔收人员', top: 1 })).alsoLookedFor).toEqual(replaced)
    expect((await ask({ question: '催收人员', top: 1 })).alsoLookedFor).toBeUndefined()
  })

  it('shows nothing of an article that is removed while it is read, and no gap', async () => {
    const question = '怎样修复征信记录'
    let library: LibraryIndex | undefined
    const { ask } = await handlers({
      onRead: (read) => {
        library = read
        library.remove('a1')
      },
    })
    const { hits, sentences, topics } = await ask({ question, top: 5, explain: true })
    expect(library?.article('a1')).toBeUndefined()
    expect(hits.map(({ rank }) => rank)).toEqual([1, 2, 3, 4])
    expect(hits.every(({ why }) => why !== undefined)).toBe(true)
    const shown = [...hits, ...topics, ...sentences.map(({ citation }) => citation)]
    expect(shown.map(({ articleId }) => articleId)).not.toContain('a1')
  })

  it('remembers what was asked only when it is told to', async () => {
    const { ask, remembered } = await handlers()
    await ask({ question: '怎样修复征信记录', top: 3 })
    await ask({ question: '怎样协商分期还款', top: 3, remember: true })
    expect(remembered.map(([question]) => question)).toEqual(['怎样协商分期还款'])
  })
})
