/** Every operation through the public door, over one setting of fakes: in one file because they share it. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openInMemory } from '../adapters/suites/open-in-memory'
import { createMemoryStore } from '../adapters/memory-store'
import { createMemoryVectors } from '../adapters/memory-vectors'
import { nodeHasher } from '../adapters/node-hasher'
import { systemClock } from '../adapters/system-clock'
import { AppError } from '../contract/errors'
import type { OperationHandlers } from '../contract/operations'
import { createFakeEmbedder, createFakeFinder, createFakeTokenizer } from './fakes'
import type { ArticleStore } from './ports'

const bytes = (text: string) => new TextEncoder().encode(text)

const GUIDE = `# 小额逾期

## 会有人上门吗

金额较小的逾期，平台通常先用电话和短信提醒。上门多见于金额较大或长期失联的情况。

## 怎样修复信用记录

还清欠款后，不良记录自终止之日起保留五年。可以向征信中心提出异议。
`

describe('the knowledge base', () => {
  it('takes a file in, answers from it with citations, and refuses what is not there', async () => {
    const { addBytes, handlers, settled } = await openInMemory()
    const { outcome, article } = await addBytes('guide.md', bytes(GUIDE))
    expect(outcome).toBe('added')
    expect(await settled()).toBeUndefined()
    const answer = await handlers.ask({ question: '不良记录自终止之日起保留五年吗', top: 5 })
    expect(answer.hits[0]).toMatchObject({
      articleId: article.id,
      sectionPath: ['怎样修复信用记录'],
      rank: 1,
    })
    expect(answer.sentences[0]).toMatchObject({ role: 'lead' })
    expect(answer.sentences[0]?.text).toContain('五年')
    expect(answer).toMatchObject({ pending: 0, lanes: ['meaning', 'words'] })
  })

  it('leaves an unchanged file alone, takes a changed one in the place of the old, and embeds nothing twice', async () => {
    const { addBytes, handlers, settled, embedder } = await openInMemory()
    const first = await addBytes('guide.md', bytes(GUIDE))
    await settled()
    const before = embedder.embedded.length
    expect(await addBytes('guide.md', bytes(GUIDE))).toMatchObject({ outcome: 'unchanged' })
    expect(await addBytes('copy.md', bytes(GUIDE))).toMatchObject({ outcome: 'unchanged' })
    const changed = await addBytes('guide.md', bytes(`${GUIDE}\n异议二十日内处理。\n`))
    expect(changed).toMatchObject({ outcome: 'updated', article: { id: first.article.id } })
    await settled()
    expect(embedder.embedded.slice(before).every((text) => text.includes('二十日'))).toBe(true)
    expect(await handlers.listArticles({})).toHaveLength(1)
  })

  it('finds no removed article, and everything again after undo, without embedding', async () => {
    const { addBytes, handlers, settled, embedder } = await openInMemory()
    const { article } = await addBytes('guide.md', bytes(GUIDE))
    await settled()
    expect(await handlers.removeArticle({ id: article.id })).toMatchObject({ state: 'removed' })
    expect((await handlers.search({ query: '上门', top: 5 })).hits).toEqual([])
    await expect(handlers.readArticle({ id: article.id })).rejects.toMatchObject({
      code: 'ARTICLE_NOT_FOUND',
    })
    const before = embedder.embedded.length
    await handlers.restoreArticle({ id: article.id })
    await settled()
    expect((await handlers.search({ query: '上门', top: 5 })).hits).not.toEqual([])
    expect(embedder.embedded.slice(before)).toEqual([])
  })

  it('goes on where it stopped: a second opening embeds only what is missing', async () => {
    const first = await openInMemory()
    await first.addBytes('guide.md', bytes(GUIDE))
    await first.settled()
    await first.close()
    const { vectors } = first
    const embedder = createFakeEmbedder()
    const second = await openInMemory({
      store: first.store,
      model: Promise.resolve({ embedder, tokenizer: createFakeTokenizer(), vectors }),
    })
    await second.settled()
    expect(embedder.embedded).toEqual([])
    expect((await second.handlers.listArticles({}))[0]).toMatchObject({ state: 'ready' })
  })

  it('answers by words while the model is away, says so, and splits anew once it is there', async () => {
    const failed = new AppError('MODEL_DAMAGED', { file: 'model.onnx' })
    const first = await openInMemory({ model: Promise.reject(failed) })
    await first.addBytes('guide.md', bytes(GUIDE))
    expect(await first.settled()).toMatchObject({ code: 'MODEL_DAMAGED' })
    const answer = await first.handlers.ask({ question: '提出异议', top: 5 })
    expect(answer).toMatchObject({ kind: 'related', sentences: [], lanes: ['words'] })
    expect(answer.pending).toBeGreaterThan(0)
    expect(await first.handlers.status({})).toMatchObject({
      model: { state: 'failed', error: { code: 'MODEL_DAMAGED' } },
    })
    const second = await openInMemory({ store: first.store })
    await second.settled()
    expect((await second.handlers.status({})).index.pending).toBe(0)
  })

  it('refuses bad questions by name and every change where it may not write', async () => {
    const readOnly = () => new AppError('LIBRARY_IN_USE', { folder: '/library', pid: 7 })
    const { handlers, addBytes } = await openInMemory({ readOnly })
    await expect(handlers.ask({ question: ' \n', top: 5 })).rejects.toMatchObject({
      code: 'EMPTY_QUESTION',
    })
    await expect(handlers.ask({ question: '问'.repeat(100_000), top: 5 })).rejects.toMatchObject({
      code: 'QUESTION_TOO_LONG',
    })
    await expect(handlers.ask({ question: '问\ud800', top: 5 })).rejects.toMatchObject({
      code: 'INVALID_TEXT',
    })
    await expect(addBytes('guide.md', bytes(GUIDE))).rejects.toMatchObject({
      code: 'LIBRARY_IN_USE',
    })
    await expect(handlers.removeArticle({ id: 'x' })).rejects.toMatchObject({
      code: 'LIBRARY_IN_USE',
    })
  })

  it('answers "none" from an empty library', async () => {
    const { handlers, settled } = await openInMemory()
    await settled()
    expect(await handlers.ask({ question: '会上门吗', top: 5 })).toMatchObject({
      kind: 'none',
      sentences: [],
      hits: [],
    })
  })

  it('reads a question longer than the model takes, whole', async () => {
    const { addBytes, handlers, settled } = await openInMemory()
    await addBytes('guide.md', bytes(GUIDE))
    await settled()
    const story = '我很担心，每天都有电话。'.repeat(200)
    expect((await handlers.ask({ question: `${story}会上门吗？`, top: 5 })).hits).not.toEqual([])
  })

  it('tells progress by article and passage', async () => {
    const { addBytes, settled, events } = await openInMemory()
    await addBytes('guide.md', bytes(GUIDE))
    await settled()
    const ingest = events.filter((event) => event.type === 'ingest')
    expect(ingest.at(-1)).toMatchObject({ title: '小额逾期', passagesDone: 2, passagesTotal: 2 })
  })

  it('takes several files at once, one after another', async () => {
    const { addBytes, handlers } = await openInMemory()
    const reports = await Promise.all(
      [1, 2, 3, 1].map((n) =>
        addBytes(`${String(n)}.txt`, bytes(`第${String(n)}篇的内容在这里。`)),
      ),
    )
    expect(reports.map(({ outcome }) => outcome)).toEqual(['added', 'added', 'added', 'unchanged'])
    expect(await handlers.listArticles({})).toHaveLength(3)
  })
})

describe('starter articles', () => {
  const shipped = (text: string, id = 'zh-visit') => ({
    id,
    fileName: `${id}.md`,
    bytes: bytes(text),
    sha256: nodeHasher.sha256(bytes(text)),
  })
  const idsOf = async ({ handlers }: { handlers: OperationHandlers }) =>
    (await handlers.listArticles({})).map(({ id }) => id)

  it('fill a new library, once, and can be removed for good', async () => {
    const starter = [shipped(GUIDE)]
    const first = await openInMemory({ starter })
    await first.settled()
    expect(await idsOf(first)).toEqual(['zh-visit'])
    await first.handlers.removeArticle({ id: 'zh-visit' })
    await first.store.purge()
    const second = await openInMemory({ starter, store: first.store })
    await second.settled()
    expect(await idsOf(second)).toEqual([])
  })

  it('come in a new version, but never over a change of the user', async () => {
    const first = await openInMemory({
      starter: [shipped(GUIDE), shipped('# 另一篇\n\n原文在此。', 'zh-other')],
    })
    await first.settled()
    await first.addBytes('zh-other.md', bytes('# 另一篇\n\n原文在此。我改过的文字。'))
    const second = await openInMemory({
      starter: [shipped(`${GUIDE}\n新的一段。\n`), shipped('# 另一篇\n\n新版原文。', 'zh-other')],
      store: first.store,
    })
    await second.settled()
    expect((await second.handlers.readArticle({ id: 'zh-visit' })).text).toContain('新的一段')
    expect((await second.handlers.readArticle({ id: 'zh-other' })).text).toContain('我改过的文字')
  })

  it('stay out of a library that was begun without them', async () => {
    const first = await openInMemory({ starter: undefined })
    await first.settled()
    const second = await openInMemory({ starter: [shipped(GUIDE)], store: first.store })
    await second.settled()
    expect(await idsOf(second)).toEqual([])
  })

  it('are there as words even when the model is not', async () => {
    const failed = new AppError('MODEL_DAMAGED', { file: 'model.onnx' })
    const { handlers, settled } = await openInMemory({
      starter: [shipped(GUIDE)],
      model: Promise.reject(failed),
    })
    await settled()
    expect((await handlers.search({ query: '征信中心', top: 3 })).hits).not.toEqual([])
  })
})

describe('a row of the list', () => {
  it('tells what came with the program from what is one’s own, a changed article included', async () => {
    const starter = ['zh-visit', 'zh-other'].map((id) => {
      const content = bytes(`${GUIDE}\n这是 ${id}。\n`)
      return { id, fileName: `${id}.md`, bytes: content, sha256: nodeHasher.sha256(content) }
    })
    const { addBytes, handlers, settled } = await openInMemory({ starter })
    await settled()
    await addBytes('own.md', bytes('# 自己的\n\n自己写下的事情。'))
    const changed = await addBytes('zh-other.md', bytes(`${GUIDE}\n我改过的文字。\n`))
    expect(changed.outcome).toBe('updated')
    const origins = (await handlers.listArticles({})).map(({ fileName, origin }) => [
      fileName,
      origin,
    ])
    expect(Object.fromEntries(origins)).toEqual({
      'zh-visit.md': 'starter',
      'zh-other.md': 'own',
      'own.md': 'own',
    })
  })

  it('says why an article cannot be read, and reads it again when asked to', async () => {
    const first = await openInMemory()
    const { article } = await first.addBytes('guide.md', bytes(GUIDE))
    const damage = new AppError('LIBRARY_DAMAGED', { file: 'articles/a.json', reason: 'NOT_JSON' })
    let damaged = true
    const store: ArticleStore = {
      ...first.store,
      read: (id) => (damaged ? Promise.reject(damage) : first.store.read(id)),
    }
    const { handlers, settled } = await openInMemory({ store })
    await settled()
    const row = async () => (await handlers.listArticles({}))[0]
    expect(await row()).toMatchObject({ state: 'unreadable', problem: { code: damage.code } })
    await expect(handlers.restoreArticle({ id: article.id })).rejects.toBe(damage)
    damaged = false
    await handlers.restoreArticle({ id: article.id })
    await settled()
    expect(await row()).toMatchObject({ state: 'ready' })
    expect(await row()).not.toHaveProperty('problem')
    expect((await handlers.search({ query: '上门', top: 5 })).hits).not.toEqual([])
  })

  it('says why an article was not read in to the end, and takes it up again when asked to', async () => {
    const vectors = createMemoryVectors()
    const full = new AppError('DISK_FULL', { folder: '/library' })
    let isFull = true
    const { addBytes, handlers, settled } = await openInMemory({
      model: Promise.resolve({
        embedder: createFakeEmbedder(),
        tokenizer: createFakeTokenizer(),
        vectors: {
          size: 0,
          get: vectors.get,
          add: (hash, vector) => (isFull ? Promise.reject(full) : vectors.add(hash, vector)),
        },
      }),
    })
    const { article } = await addBytes('guide.md', bytes(GUIDE))
    await settled()
    const row = async () => (await handlers.listArticles({}))[0]
    expect(await row()).toMatchObject({ state: 'waiting', problem: { code: 'DISK_FULL' } })
    isFull = false
    await handlers.restoreArticle({ id: article.id })
    await settled()
    expect(await row()).toMatchObject({ state: 'ready' })
    expect(await row()).not.toHaveProperty('problem')
  })
})

describe('the basis of a section', () => {
  const fact = {
    id: 'F56',
    statement: { zh: '异议二十日内核查。', en: 'An objection is checked within 20 days.' },
    basis: [
      {
        statute: { zh: '《征信业管理条例》', en: 'Regulation on Credit Reporting' },
        articles: { zh: '第25条', en: 'Art. 25' },
        version: '2013-03-15',
      },
    ],
    lawAsOf: '2025-04-19',
    firstHand: true,
    superseded: false,
  }
  const source =
    '# 征信\n\n## 有错怎么办\n<!-- facts: F56 F999 -->\n\n向征信中心提出异议，二十日内会有答复。\n'

  it('travels with a citation, is told on request, and is copied only when wanted', async () => {
    const { addBytes, handlers, settled } = await openInMemory({ facts: [fact] })
    const { article } = await addBytes('credit.md', bytes(source))
    await settled()
    const answer = await handlers.ask({ question: '向征信中心提出异议', top: 3 })
    const citation = answer.sentences[0]?.citation
    expect(citation?.facts).toEqual(['F56', 'F999'])
    expect(await handlers.facts({ ids: ['F56', 'F999'] })).toEqual([fact])
    const spans = [{ articleId: article.id, start: citation?.start ?? 0, end: citation?.end ?? 0 }]
    const plain = await handlers.cite({ spans, language: 'zh', withBasis: false })
    expect(plain.text).not.toContain('依据')
    const based = await handlers.cite({ spans, language: 'zh', withBasis: true })
    expect(based.text).toContain('依据：《征信业管理条例》第25条')
    expect(based.html).toContain('《征信业管理条例》第25条')
    expect((await handlers.readArticle({ id: article.id })).text).not.toContain('F56')
  })

  it('keeps both of two different files that have the same name and no title', async () => {
    const { addBytes, handlers } = await openInMemory()
    await addBytes('notes.txt', bytes('第一个文件夹里的笔记。'))
    const { outcome } = await addBytes('notes.txt', bytes('另一个文件夹，说的是别的事情。'))
    expect(outcome).toBe('added')
    expect(await handlers.listArticles({})).toHaveLength(2)
  })

  it('leaves an article removed that is removed while it is split anew', async () => {
    const first = await openInMemory({ model: Promise.reject(new AppError('MODEL_DAMAGED')) })
    const { article } = await first.addBytes('guide.md', bytes(GUIDE))
    const { store } = first
    const second = await openInMemory({ store })
    await second.handlers.removeArticle({ id: article.id })
    await second.settled()
    expect((await second.handlers.status({})).library.articles).toBe(0)
    expect((await second.handlers.search({ query: '上门', top: 5 })).hits).toEqual([])
  })

  it('opens with a model that fails before the articles are read', async () => {
    const store = createMemoryStore()
    const first = await openInMemory({ store })
    await first.addBytes('guide.md', bytes(GUIDE))
    const slow: ArticleStore = {
      ...store,
      async read(id) {
        await systemClock.pause()
        return store.read(id)
      },
    }
    const second = await openInMemory({
      store: slow,
      model: Promise.reject(new AppError('MODEL_DAMAGED', { file: 'manifest.json' })),
    })
    expect(await second.loaded()).toMatchObject({ code: 'MODEL_DAMAGED' })
  })

  it('answers without the answer finder when it cannot be had, and says so', async () => {
    const failed = new AppError('MODEL_DAMAGED', { file: 'reader.onnx' })
    const { addBytes, handlers, settled } = await openInMemory({
      loadFinder: () => Promise.reject(failed),
    })
    await addBytes('guide.md', bytes(GUIDE))
    expect(await settled()).toBeUndefined()
    expect(await handlers.status({})).toMatchObject({
      model: { state: 'ready' },
      finder: { state: 'failed', error: { code: 'MODEL_DAMAGED' } },
    })
    const answer = await handlers.ask({ question: '不良记录自终止之日起保留五年吗', top: 5 })
    expect(answer.sentences[0]?.text).toContain('五年')
  })

  it('loads the answer finder only while it is wanted, without another opening', async () => {
    let loads = 0
    const loadFinder = () => {
      loads++
      return Promise.resolve(createFakeFinder())
    }
    const store = createMemoryStore()
    await store.saveSettings({ ...store.settings(), answerFinder: false })
    const { events, handlers, loaded } = await openInMemory({ store, loadFinder })
    await loaded()
    expect((await handlers.status({})).finder).toEqual({ state: 'off' })
    expect(loads).toBe(0)
    await handlers.saveSettings({ answerFinder: true })
    await loaded()
    expect((await handlers.status({})).finder).toEqual({ state: 'ready' })
    await handlers.saveSettings({ answerFinder: false })
    expect((await handlers.status({})).finder).toEqual({ state: 'off' })
    expect(loads).toBe(1)
    expect(events.flatMap((event) => (event.type === 'finder' ? event.state : []))).toEqual([
      'off',
      'loading',
      'ready',
      'off',
    ])
  })

  it('keeps both of two settings that are chosen at once', async () => {
    const { handlers } = await openInMemory()
    await Promise.all([
      handlers.saveSettings({ language: 'en' }),
      handlers.saveSettings({ theme: 'dark' }),
    ])
    expect(await handlers.settings({})).toMatchObject({ language: 'en', theme: 'dark' })
  })

  it('keeps a question only when asked to, and only while the history is on', async () => {
    const { addBytes, handlers, settled } = await openInMemory()
    await addBytes('guide.md', bytes(GUIDE))
    await settled()
    const ask = (question: string, remember?: true) =>
      handlers.ask({ question, top: 5, ...(remember && { remember }) })
    await ask('会有人上门吗')
    const { kind } = await ask(' 不良记录保留几年 ', true)
    await handlers.saveSettings({ history: false })
    await ask('怎样修复信用记录', true)
    const { entries } = await handlers.history({})
    expect(entries).toMatchObject([{ question: '不良记录保留几年', kind }])
  })
})

describe('verbatim', () => {
  const words = fc.constantFrom(
    '逾期',
    '上门',
    '征信',
    '协商',
    'loan ',
    '😀',
    '，',
    '。',
    '？',
    '\n\n',
    '## 标题\n\n',
    '- 项目\n',
    '**重**',
    '&amp;',
  )
  const source = fc
    .array(words, { minLength: 1, maxLength: 60 })
    .map((all) => `文。${all.join('')}`)

  it('every shown sentence equals the canonical text at its offsets', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(source, { minLength: 1, maxLength: 4 }),
        fc.array(words, { minLength: 1 }),
        async (sources, asked) => {
          const { addBytes, handlers, settled } = await openInMemory()
          for (const [place, text] of sources.entries())
            await addBytes(`${String(place)}.md`, bytes(text))
          await settled()
          const question = asked.join('').trim()
          if (question === '') return
          const answer = await handlers.ask({ question, top: 10 })
          for (const { text, citation } of answer.sentences) {
            const article = await handlers.readArticle({ id: citation.articleId })
            expect(article.text.slice(citation.start, citation.end)).toBe(text)
            expect(text.trim()).not.toBe('')
          }
          for (const hit of answer.hits) {
            const article = await handlers.readArticle({ id: hit.articleId })
            expect(article.text.slice(hit.start, hit.end)).toBe(hit.text)
          }
        },
      ),
      { numRuns: 100 },
    )
  })
})
