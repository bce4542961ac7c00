/**
 * The flow on one page: what each operation does with the library. Everything that touches the
 * machine comes in through ports; every door calls these handlers and nothing else.
 */
import type {
  ArticleSummary,
  EngineEvent,
  ErrorBody,
  Fact,
  Repair,
  Settings,
  Status,
} from '../contract/entities'
import { AppError, toErrorBody } from '../contract/errors'
import type { OperationHandlers } from '../contract/operations'
import { answerFrom, checkQuestion, find, hitsOf, type AnswerTools } from './answer-question'
import { characterTokenizer } from './character-tokenizer'
import { citationOf, citedCopy } from './cite'
import { createBoundedMemory, createEmbeddings, type Embeddings } from './embeddings'
import { admitKnown, createIngest, type Ingest, type IngestModel } from './ingest'
import { createLibraryIndex } from './library-index'
import { createModelQueue } from './model-queue'
import { createLibraryChanges } from './library-changes'
import type {
  ArticleRecord,
  ArticleStore,
  Clock,
  Hasher,
  Segmenter,
  ShippedArticle,
  SourceParser,
  StoredArticle,
  VectorIndex,
} from './ports'
import { splitterOf, vectorKeys } from './split-passages'

/** Sentence and question vectors kept in memory: some 8 MB. */
const REMEMBERED_VECTORS = 5_000

export interface KnowledgeBaseParts {
  readonly store: ArticleStore
  readonly segmenter: Segmenter
  readonly parser: SourceParser
  readonly hasher: Hasher
  readonly clock: Clock
  readonly index: VectorIndex
  readonly indexReason: string | undefined
  /** Loads in the background; the lexical lane answers before it. */
  readonly model: Promise<IngestModel>
  readonly modelId: string
  /** What opening found and repaired so far; grows until the model is ready. */
  readonly repairs: () => readonly Repair[]
  readonly folder: string
  /** Articles that come with the program; undefined for a library that is to begin without them. */
  readonly starter: readonly ShippedArticle[] | undefined
  readonly facts: readonly Fact[]
  /** Undefined when this program may write; otherwise the error that every change gets. */
  readonly readOnly: (() => AppError) | undefined
  readonly version: string
  readonly decodeBase64: (base64: string) => Uint8Array
  readonly onEvent: (event: EngineEvent) => void
}

export interface KnowledgeBase {
  readonly handlers: OperationHandlers
  /** Takes a file in. The bytes are kept as the original. */
  addBytes(fileName: string, bytes: Uint8Array): ReturnType<OperationHandlers['addFile']>
  /** Resolves when the model has loaded, or with the error for which it has not. */
  loaded(): Promise<ErrorBody | undefined>
  /** The same, and when nothing is left to embed; or with the first error of an article that failed. */
  settled(): Promise<ErrorBody | undefined>
  /** Keys of all vectors that the library's passages and their parts have or await. */
  hashes(): ReadonlySet<string>
  /** Finishes the write in progress. */
  close(): Promise<void>
}

export async function openKnowledgeBase(parts: KnowledgeBaseParts): Promise<KnowledgeBase> {
  const { store, segmenter, hasher, clock, onEvent } = parts
  // Taken up before the articles are read: a model that fails sooner would end the process.
  const modelLoaded = Promise.allSettled([parts.model])
  const library = createLibraryIndex(parts.index, segmenter)
  const queue = createModelQueue()
  const unreadable: Repair[] = []
  let modelState: Status['model'] = { id: parts.modelId, state: 'loading' }
  let model:
    (IngestModel & { readonly embeddings: Embeddings; readonly ingest: Ingest }) | undefined

  const changes = createLibraryChanges({
    ...parts,
    library,
    tokenizerNow: () => model?.tokenizer ?? characterTokenizer,
    enqueue: (id) => model?.ingest.enqueue(id),
  })

  const load = async () => {
    for (const record of store.list()) {
      if (record.removedAt) continue
      try {
        const stored = await store.read(record.id)
        if (stored) library.put(stored)
      } catch (error) {
        const reported = parts.repairs().some(({ detail }) => detail.includes(record.id))
        if (!reported)
          unreadable.push({ what: 'article-unreadable', detail: describe(error, record.title) })
      }
    }
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
    if (outcome.status === 'fulfilled') {
      const loaded = outcome.value
      const memory = createBoundedMemory(REMEMBERED_VECTORS)
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

  const summaryOf = (record: ArticleRecord): ArticleSummary => {
    const embedded = library.embedded(record.id)
    const { id, title, language, fileName, addedAt, characters, passages } = record
    const state = record.removedAt
      ? 'removed'
      : embedded === passages
        ? 'ready'
        : modelState.state === 'failed' || model?.ingest.failures().has(id)
          ? 'waiting'
          : 'embedding'
    return { id, title, language, state, passages, embedded, characters, fileName, addedAt }
  }

  const pending = () =>
    library.articles().reduce((sum, { article, passages }) => {
      return sum + passages.length - library.embedded(article.id)
    }, 0)

  const tools = (): AnswerTools => ({ library, segmenter, embeddings: model?.embeddings })

  const answered = async (text: string) => {
    const began = clock.elapsed()
    const question = checkQuestion(text)
    const found = await find(question, tools())
    return {
      found,
      rest: () => ({
        lanes: found.query.vector ? (['meaning', 'words'] as const) : (['words'] as const),
        pending: pending(),
        took_ms: Math.round(clock.elapsed() - began),
      }),
    }
  }

  /** Waits for the tokenizer first: inside a change it would wait for the starter's, and that for it. */
  const addBytes: KnowledgeBase['addBytes'] = async (fileName, bytes) => {
    await ready
    return changes.change(async () => {
      const { outcome, id } = await changes.add(fileName, bytes)
      return { outcome, article: summaryOf(recordOf(id)) }
    })
  }

  await load()
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
        index: {
          kind: parts.index.kind,
          ...(parts.indexReason !== undefined && { reason: parts.indexReason }),
          embedded: parts.index.size,
          pending: pending(),
        },
        repairs: [...parts.repairs(), ...unreadable],
        version: parts.version,
      }),

    ask: async ({ question, top }) => {
      const { found, rest } = await answered(question)
      const { kind, sentences, hits, topics } = await answerFrom(found, top, tools())
      return { kind, sentences, hits, topics, ...rest() }
    },

    search: async ({ query, top }) => {
      const { found, rest } = await answered(query)
      return { hits: hitsOf(found.retrieval, top, library), ...rest() }
    },

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
        return kept
      }),
  }

  return {
    handlers,
    addBytes,
    async loaded() {
      await ready
      return modelState.error
    },
    async settled() {
      await ready
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
    async close() {
      await ready
      await changes.ended()
      await model?.ingest.stop()
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

function describe(error: unknown, title: string): string {
  const { code, details } = toErrorBody(error)
  return `${title}: ${String(details['file'] ?? code)}`
}
