/**
 * The flow on one page: what each operation does with the library. Everything that touches the
 * machine comes in through ports; every door calls these handlers and nothing else.
 */
import type {
  Article,
  ArticleSummary,
  EngineEvent,
  ErrorBody,
  Fact,
  Repair,
  Settings,
  Status,
} from '../contract/entities'
import { AppError, toErrorBody } from '../contract/errors'
import { FILE_LIMIT } from '../contract/limits'
import type { OperationHandlers } from '../contract/operations'
import { answerFrom, checkQuestion, find, hitsOf, type AnswerTools } from './answer-question'
import { characterTokenizer } from './character-tokenizer'
import { citationOf, citedCopy } from './cite'
import { createBoundedMemory, createEmbeddings, type Embeddings } from './embeddings'
import { admitKnown, createIngest, type Ingest, type IngestModel } from './ingest'
import { createLibraryIndex } from './library-index'
import { createModelQueue } from './model-queue'
import { buildArticle } from './parse-source'
import type {
  ArticleRecord,
  ArticleStore,
  Clock,
  Hasher,
  Segmenter,
  SourceParser,
  StoredArticle,
  VectorIndex,
} from './ports'
import { splitPassages, splitterOf, vectorKeys } from './split-passages'
import { planStarter, type ShippedArticle } from './starter'

/** Sentence and question vectors kept in memory: some 8 MB. */
const REMEMBERED_VECTORS = 5_000
/** Of the shorter text's sentences, those that the next version of a file must have in common. */
const KEPT_SHARE = 1 / 2

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
  const { store, segmenter, parser, hasher, clock, onEvent } = parts
  // Taken up before the articles are read: a model that fails sooner would end the process.
  const modelLoaded = Promise.allSettled([parts.model])
  const library = createLibraryIndex(parts.index, segmenter)
  const queue = createModelQueue()
  const unreadable: Repair[] = []
  let modelState: Status['model'] = { id: parts.modelId, state: 'loading' }
  let model:
    (IngestModel & { readonly embeddings: Embeddings; readonly ingest: Ingest }) | undefined

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
        await attempt(stored.article.id, () => splitAgain(stored))
      }
    }
    if (!parts.readOnly) await attempt('starter', () => change(putStarter))
    for (const id of model ? await admitKnown(library, clock.pause) : []) model?.ingest.enqueue(id)
    modelState =
      outcome.status === 'fulfilled'
        ? { id: parts.modelId, state: 'ready' }
        : { id: parts.modelId, state: 'failed', error: toErrorBody(outcome.reason) }
    onEvent({ type: 'model', state: modelState.state })
  }

  const split = async ({ article }: Pick<StoredArticle, 'article'>): Promise<StoredArticle> => {
    const tokenizer = model?.tokenizer ?? characterTokenizer
    await clock.pause()
    return {
      article,
      passages: splitPassages(article, tokenizer, hasher),
      splitter: splitterOf(tokenizer),
    }
  }

  /** An article that is removed meanwhile stays removed. */
  const splitAgain = async (stored: StoredArticle) => {
    const isThere = () => library.article(stored.article.id) === stored
    if (!isThere()) return
    const again = await split(stored)
    if (!isThere()) return
    if (!parts.readOnly) await store.save(again)
    if (isThere()) library.put(again)
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

  let changes: Promise<unknown> = Promise.resolve()
  /** One change after another, so that each sees what the one before it did. */
  const change = <Result>(make: () => Promise<Result>): Promise<Result> => {
    const made = changes.then(() => {
      if (parts.readOnly) throw parts.readOnly()
      return make()
    })
    changes = made.catch(() => undefined)
    return made
  }

  const add: KnowledgeBase['addBytes'] = async (fileName, bytes) => {
    if (bytes.length > FILE_LIMIT) {
      throw new AppError('FILE_TOO_LARGE', {
        name: fileName,
        bytes: bytes.length,
        limit: FILE_LIMIT,
      })
    }
    const sha256 = hasher.sha256(bytes)
    const same = store.list().find((record) => record.sha256 === sha256)
    if (same && !same.removedAt && library.article(same.id)) {
      return { outcome: 'unchanged', article: summaryOf(same) }
    }
    const taken = new Set(store.list().map((record) => record.id))
    const draft = articleFrom({ fileName, bytes, sha256, id: same?.id ?? freeId(sha256, taken) })
    const earlier = store
      .list()
      .find(
        (record) =>
          !record.removedAt &&
          record.fileName === fileName &&
          record.title === draft.title &&
          isVersionOf(draft, library.article(record.id)?.article),
      )
    const article = { ...draft, id: same?.id ?? earlier?.id ?? draft.id }
    await keep(article, bytes)
    return {
      outcome: earlier ? 'updated' : 'added',
      article: summaryOf(recordOf(article.id)),
    }
  }

  const articleFrom = ({ id, fileName, bytes, sha256 }: ShippedArticle): Article =>
    buildArticle(parser.parse(fileName, bytes), {
      id,
      fileName,
      bytes: bytes.length,
      sha256,
      addedAt: clock.now(),
    })

  /** Puts an article on disk and in the indexes, in the place of one of the same id. */
  const keep = async (article: Article, bytes: Uint8Array) => {
    const stored = await split({ article })
    await store.save(stored, bytes)
    await store.setRemoved(article.id, undefined)
    library.put(stored)
    model?.ingest.enqueue(article.id)
    onEvent({ type: 'library' })
  }

  const putStarter = async () => {
    const state = store.starter()
    if (state?.declined) return
    if (!parts.starter) {
      if (!state) await store.saveStarter({ declined: true, versions: {} })
      return
    }
    const { put, versions } = planStarter(parts.starter, state?.versions ?? {}, store.list())
    for (const shipped of put) await keep(articleFrom(shipped), shipped.bytes)
    if (JSON.stringify(versions) !== JSON.stringify(state?.versions)) {
      await store.saveStarter({ declined: false, versions })
    }
  }

  /** Waits for the tokenizer first: inside a change it would wait for the starter's, and that for it. */
  const addBytes: KnowledgeBase['addBytes'] = async (fileName, bytes) => {
    await ready
    return change(() => add(fileName, bytes))
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
      change(async () => {
        recordOf(id)
        await store.setRemoved(id, clock.now())
        library.remove(id)
        onEvent({ type: 'library' })
        return summaryOf(recordOf(id))
      }),

    restoreArticle: ({ id }) =>
      change(async () => {
        recordOf(id)
        const stored = await store.read(id)
        if (!stored) throw new AppError('ARTICLE_NOT_FOUND', { id })
        await store.setRemoved(id, undefined)
        library.put(stored)
        model?.ingest.enqueue(id)
        onEvent({ type: 'library' })
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
      change(async () => {
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
      await changes
      await model?.ingest.stop()
    },
  }
}

/**
 * Whether `draft` may take the place of an earlier article of the same file name and title. Two
 * folders may each hold a notes.txt: only what says half of the shorter text again is its next
 * version. An earlier one that cannot be read is replaced.
 */
function isVersionOf(draft: Article, earlier: Article | undefined): boolean {
  if (!earlier) return true
  const [before, after] = [sentencesOf(earlier), sentencesOf(draft)]
  const kept = Array.from(after).filter((sentence) => before.has(sentence)).length
  return kept >= Math.min(before.size, after.size) * KEPT_SHARE
}

function sentencesOf({ text, sections }: Article): ReadonlySet<string> {
  return new Set(
    sections
      .flatMap(({ paragraphs }) => paragraphs)
      .flatMap(({ sentences }) => sentences)
      .map(({ start, end }) => text.slice(start, end)),
  )
}

/** First 16 hex digits of the content's hash; longer only in the unlikely case that it is taken. */
function freeId(sha256: string, taken: ReadonlySet<string>): string {
  let length = 16
  while (taken.has(sha256.slice(0, length))) length++
  return sha256.slice(0, length)
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
