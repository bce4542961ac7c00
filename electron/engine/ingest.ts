/**
 * Vectors for what has none yet: article by article, passage by passage, in the order in which
 * they were added. What is to be done is read off the library and the vector store, so a restart
 * goes on where it stopped and nothing is embedded twice.
 */
import type { EngineEvent, ErrorBody, Passage } from '../contract/entities'
import { toErrorBody } from '../contract/errors'
import type { LibraryIndex } from './library-index'
import type { ModelQueue } from './model-queue'
import type { Embedder, StoredArticle, Tokenizer, VectorStore } from './ports'
import { textsToEmbed } from './split-passages'

export interface IngestModel {
  readonly embedder: Embedder
  readonly tokenizer: Tokenizer
  readonly vectors: VectorStore
}

export interface Ingest {
  /**
   * Queues an article; one already in the queue is not queued twice. One that is being embedded
   * is queued again, because it may have changed since.
   */
  enqueue(id: string): void
  /** Articles whose embedding failed, and why; tried again when queued again. */
  failures(): ReadonlyMap<string, ErrorBody>
  /** Resolves when nothing is left to do, at once when that is so already. */
  idle(): Promise<void>
  /** No further passage is begun; the one under way is finished. */
  stop(): Promise<void>
}

/** Passages taken in between two pauses: some 20 ms of work. */
const ADMITTED_AT_ONCE = 64

/**
 * Gives the dense lane what has vectors already, pausing now and then.
 * @returns ids of the articles that still lack some
 */
export async function admitKnown(
  library: LibraryIndex,
  pause: () => Promise<void>,
): Promise<readonly string[]> {
  const lacking = new Set<string>()
  let admitted = 0
  for (const { article, passages } of library.articles()) {
    for (const passage of passages) {
      if (!library.admit(passage)) lacking.add(article.id)
      if (++admitted % ADMITTED_AT_ONCE === 0) await pause()
    }
  }
  return Array.from(lacking)
}

export function createIngest(options: {
  readonly library: LibraryIndex
  readonly model: IngestModel
  readonly queue: ModelQueue
  readonly onEvent: (event: EngineEvent) => void
}): Ingest {
  const { library, model, queue, onEvent } = options
  const waiting: string[] = []
  let work: Promise<void> | undefined
  const failed = new Map<string, ErrorBody>()
  let stopped = false

  const drain = async () => {
    for (let id = waiting.shift(); id !== undefined && !stopped; id = waiting.shift()) {
      try {
        failed.delete(id)
        const stored = library.article(id)
        if (stored) await embedArticle(stored)
      } catch (error) {
        failed.set(id, toErrorBody(error))
        onEvent({ type: 'ingest-failed', articleId: id, error: toErrorBody(error) })
      }
    }
  }

  const start = (): Promise<void> => {
    work = drain().finally(() => {
      work = undefined
      return waiting.length > 0 && !stopped ? start() : undefined
    })
    return work
  }

  const embedArticle = async (stored: StoredArticle) => {
    const { article, passages } = stored
    const report = (passagesDone: number) => {
      onEvent({
        type: 'ingest',
        articleId: article.id,
        title: article.title,
        articlesLeft: waiting.length,
        passagesDone,
        passagesTotal: passages.length,
      })
    }
    for (const [place, passage] of passages.entries()) {
      const current = library.article(article.id) === stored
      if (stopped || !current) return
      const known = library.admit(passage)
      if (!known) {
        await embedPassage(stored, passage)
        library.admit(passage)
      }
      // The end is always told: whoever shows the progress waits for it.
      if (!known || place === passages.length - 1) report(place + 1)
    }
  }

  const embedPassage = async ({ article }: StoredArticle, passage: Passage) => {
    const { embedder, tokenizer, vectors } = model
    const missing = textsToEmbed(article, passage, tokenizer).filter(
      ({ hash }) => !vectors.get(hash),
    )
    const made: (readonly [hash: string, vector: Float32Array])[] = []
    for (const { hash, text } of missing) {
      made.push([hash, await queue.run('import', () => embedder.embedPassage(text))])
    }
    // Together: the store writes them in one go, and none fails while nobody waits for it.
    await Promise.all(made.map(([hash, vector]) => vectors.add(hash, vector)))
  }

  return {
    enqueue(id) {
      if (!waiting.includes(id)) waiting.push(id)
      if (!work) void start()
    },
    failures: () => failed,
    idle: () => work ?? Promise.resolve(),
    async stop() {
      stopped = true
      await work
    },
  }
}
