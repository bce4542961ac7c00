/**
 * The flow on one page: what each operation does with the library. Everything that touches the
 * machine comes in through ports; every door calls these handlers and nothing else.
 */
import type { ArticleSummary, Settings, Status } from '../contract/entities'
import { AppError, fromErrorBody, toErrorBody } from '../contract/errors'
import type { OperationHandlers } from '../contract/operations'
import type { AnswerTools } from './answer-question'
import { createAskHandlers } from './ask-handlers'
import { createBoundedMemory } from './bounded-memory'
import { characterTokenizer } from './character-tokenizer'
import { citationOf, citedCopy } from './cite'
import { createEmbeddings, type Embeddings } from './embeddings'
import { createOwnEvaluation } from './evaluate-own'
import { createFinderInUse } from './finder-in-use'
import { createHistory } from './history'
import { admitKnown, createIngest, type Ingest, type IngestModel } from './ingest'
import type { KnowledgeBase, KnowledgeBaseParts } from './knowledge-base-parts'
import { createLibraryChanges } from './library-changes'
import { createLibraryIndex } from './library-index'
import { createModelQueue } from './model-queue'
import { createOwnQuestions } from './own-questions'
import type { ArticleRecord, Reading, StoredArticle } from './ports'
import { readArticles } from './read-articles'
import { splitterOf, vectorKeys } from './split-passages'
import { summariseArticle } from './summarise-article'

/** Sentence and question vectors kept in memory: some 8 MB. */
const REMEMBERED_VECTORS = 5_000
/** Readings kept in memory: some 2 MB. */
const REMEMBERED_READINGS = 2_000

export async function openKnowledgeBase(parts: KnowledgeBaseParts): Promise<KnowledgeBase> {
  const { store, segmenter, hasher, clock, onEvent } = parts
  // Taken up before the articles are read: a model that fails sooner would end the process.
  const modelLoaded = Promise.allSettled([parts.model])
  let modelIsKnown = false
  let closing = false
  const library = createLibraryIndex(parts.index, segmenter)
  const queue = createModelQueue()
  let modelState: Status['model'] = { id: parts.modelId, state: 'loading' }
  let model:
    (IngestModel & { readonly embeddings: Embeddings; readonly ingest: Ingest }) | undefined

  const changes = createLibraryChanges({
    ...parts,
    library,
    tokenizerNow: () => model?.tokenizer ?? characterTokenizer,
    enqueue: (id) => model?.ingest.enqueue(id),
  })

  const history = createHistory({
    ...parts,
    store: parts.history,
    isOn: () => store.settings().history,
  })

  const finder = createFinderInUse({
    load: parts.loadFinder,
    isWanted: () => store.settings().answerFinder,
    onEvent,
    queue,
    hasher,
    memory: createBoundedMemory<Reading>(REMEMBERED_READINGS),
  })

  const keepWords = async () => {
    if (parts.lexicalFile && !parts.readOnly) await library.keepWords(parts.lexicalFile)
  }

  /** What fails here (a full disk, say) is told, and tried again at the next opening. */
  const attempt = async (articleId: string, task: () => Promise<void>) => {
    try {
      await task()
    } catch (error) {
      onEvent({ type: 'ingest-failed', articleId, error: toErrorBody(error) })
    }
  }

  const startModel = async () => {
    const [outcome] = await modelLoaded
    modelIsKnown = true
    if (closing) return
    if (outcome.status === 'fulfilled') {
      const loaded = outcome.value
      const memory = createBoundedMemory<Float32Array>(REMEMBERED_VECTORS)
      library.useVectors(loaded.vectors)
      model = {
        ...loaded,
        embeddings: createEmbeddings({ ...loaded, queue, hasher, memory }),
        ingest: createIngest({ library, model: loaded, queue, onEvent }),
      }
      for (const stored of library.articles()) {
        if (stored.splitter === splitterOf(loaded.tokenizer)) continue
        await attempt(stored.article.id, () => changes.splitAgain(stored))
      }
    }
    if (!parts.readOnly) await attempt('starter', () => changes.change(changes.putStarter))
    for (const id of model ? await admitKnown(library, clock.pause) : []) model?.ingest.enqueue(id)
    modelState =
      outcome.status === 'fulfilled'
        ? { id: parts.modelId, state: 'ready' }
        : { id: parts.modelId, state: 'failed', error: toErrorBody(outcome.reason) }
    onEvent({ type: 'model', state: modelState.state })
    finder.follow()
  }

  const recordOf = (id: string): ArticleRecord => {
    const record = store.list().find((candidate) => candidate.id === id)
    if (!record) throw new AppError('ARTICLE_NOT_FOUND', { id })
    return record
  }

  const storedOf = (id: string): StoredArticle => {
    const stored = library.article(id)
    if (!stored) throw new AppError('ARTICLE_NOT_FOUND', { id })
    return stored
  }

  const summaryOf = (record: ArticleRecord): ArticleSummary =>
    summariseArticle(record, {
      embedded: library.embedded(record.id),
      starterVersion: store.starter()?.versions[record.id],
      unreadable: library.article(record.id) ? undefined : unread.get(record.id),
      failure: model?.ingest.failures().get(record.id),
      modelFailed: modelState.state === 'failed',
    })

  const pending = () =>
    library.articles().reduce((sum, { article, passages }) => {
      return sum + passages.length - library.embedded(article.id)
    }, 0)

  const tools = (): AnswerTools => ({
    library,
    segmenter,
    embeddings: model?.embeddings,
    readings: finder.readings(),
  })

  const own = createOwnQuestions({
    ...parts,
    store: parts.ownQuestions,
    articleOf: (id) => library.article(id)?.article,
  })

  const evaluation = createOwnEvaluation({
    ...parts,
    queue,
    tools,
    questions: own.now,
    ready: async ({ meaning, words }) => {
      await ready
      await finder.settled()
      if (meaning && !words && modelState.error) throw fromErrorBody(modelState.error)
    },
  })

  /** Waits for the tokenizer first: inside a change it would wait for the starter's, and that for it. */
  const addBytes: KnowledgeBase['addBytes'] = async (fileName, bytes) => {
    await ready
    if (closing) throw new AppError('ENGINE_STOPPED')
    return changes.change(async () => {
      const { outcome, id } = await changes.add(fileName, bytes)
      return { outcome, article: summaryOf(recordOf(id)) }
    })
  }

  const { articles, unread, repairs: unreadable } = await readArticles(store, parts.repairs)
  library.putAll(articles, await parts.lexicalFile?.read())
  const ready = startModel()

  const handlers: OperationHandlers = {
    status: () =>
      Promise.resolve({
        library: {
          folder: parts.folder,
          writable: !parts.readOnly,
          articles: library.articles().length,
          passages: library.size,
          characters: library.articles().reduce((sum, { article }) => sum + article.text.length, 0),
        },
        model: modelState,
        finder: finder.status(),
        index: {
          kind: parts.index.kind,
          ...(parts.indexReason !== undefined && { reason: parts.indexReason }),
          embedded: parts.index.size,
          pending: pending(),
        },
        repairs: [...parts.repairs(), ...unreadable],
        version: parts.version,
      }),

    ...createAskHandlers({
      ...parts,
      tools,
      pending,
      remember: (question, kind) => {
        history.record(question, kind)
      },
    }),

    listArticles: () => Promise.resolve(store.list().map(summaryOf)),

    readArticle: ({ id }) => Promise.resolve().then(() => storedOf(id).article),

    addFile: ({ name, base64 }) => addBytes(name, parts.decodeBase64(base64)),

    removeArticle: ({ id }) =>
      changes.change(async () => {
        await changes.remove(id)
        return summaryOf(recordOf(id))
      }),

    restoreArticle: ({ id }) =>
      changes.change(async () => {
        await changes.restore(id)
        return summaryOf(recordOf(id))
      }),

    facts: ({ ids }) => Promise.resolve(parts.facts.filter(({ id }) => ids.includes(id))),

    cite: ({ spans, language, withBasis }) =>
      Promise.resolve().then(() =>
        citedCopy(
          spans.map(({ articleId, start, end }) => {
            const { article } = storedOf(articleId)
            const citation = citationOf(article, { start, end })
            return { text: article.text.slice(start, end), citation }
          }),
          language,
          withBasis ? parts.facts : [],
        ),
      ),

    settings: () => Promise.resolve(store.settings()),

    saveSettings: (chosen) =>
      changes.change(async () => {
        const kept: Settings = { ...store.settings(), ...definedOnly(chosen) }
        await store.saveSettings(kept)
        if (chosen.answerFinder !== undefined) finder.follow()
        return kept
      }),

    ...history.handlers,
    ...own.handlers,
    ...evaluation.handlers,
  }

  return {
    handlers,
    addBytes,
    async loaded() {
      await ready
      await finder.settled()
      return modelState.error
    },
    async settled() {
      await ready
      await finder.settled()
      await model?.ingest.idle()
      return modelState.error ?? model?.ingest.failures().values().next().value
    },
    hashes: () =>
      new Set(
        library
          .articles()
          .flatMap(({ passages }) => passages)
          .flatMap(vectorKeys),
      ),
    keepWords,
    async close() {
      closing = true
      // A model that still loads has written nothing, and its loading takes seconds.
      const evaluated = evaluation.close()
      if (modelIsKnown) await Promise.all([ready, evaluated])
      await changes.ended()
      await finder.settled()
      await history.ended()
      await own.ended()
      await model?.ingest.stop()
      await keepWords()
    },
  }
}

function definedOnly<Value extends object>(
  value: Value,
): {
  [Key in keyof Value]?: Exclude<Value[Key], undefined>
} {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as {
    [Key in keyof Value]?: Exclude<Value[Key], undefined>
  }
}
