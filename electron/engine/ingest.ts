/**
 * Vectors for what has none yet: article by article, passage by passage, in the order in which
 * they were added. What is to be done is read off the library and the vector store, so a restart
 * goes on where it stopped and nothing is embedded twice.
 */
import type { EngineEvent, Passage } from '../contract/entities'
import { toErrorBody } from '../contract/errors'
import type { LibraryIndex } from './library-index'
import type { ModelQueue } from './model-queue'
import type { Embedder, StoredArticle, Tokenizer, VectorStore } from './ports'
import { partText, passageText } from './split-passages'

export interface IngestModel {
  readonly embedder: Embedder
  readonly tokenizer: Tokenizer
  readonly vectors: VectorStore
}

export interface Ingest {
  /** Queues an article; one already in the queue is not queued twice. */
  enqueue(id: string): void
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
  let stopped = false

  const drain = async () => {
    for (let id = waiting[0]; id !== undefined && !stopped; id = waiting[0]) {
      const stored = library.article(id)
      if (stored) {
        try {
          await embedArticle(stored)
        } catch (error) {
          onEvent({ type: 'ingest-failed', articleId: id, error: toErrorBody(error) })
        }
      }
      waiting.shift()
    }
    work = undefined
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
      if (library.admit(passage)) continue
      await embedPassage(stored, passage)
      library.admit(passage)
      report(place + 1)
    }
  }

  const embedPassage = async ({ article }: StoredArticle, passage: Passage) => {
    const { embedder, tokenizer, vectors } = model
    const missing = [
      { hash: passage.hash, text: passageText(article, passage, tokenizer) },
      ...passage.parts.map((part) => ({ hash: part.hash, text: partText(article, part) })),
    ].filter(({ hash }) => !vectors.get(hash))
    const writes: Promise<void>[] = []
    for (const { hash, text } of missing) {
      const vector = await queue.run('import', () => embedder.embedPassage(text))
      writes.push(vectors.add(hash, vector))
    }
    await Promise.all(writes)
  }

  return {
    enqueue(id) {
      if (!waiting.includes(id)) waiting.push(id)
      work ??= drain()
    },
    idle: () => work ?? Promise.resolve(),
    async stop() {
      stopped = true
      await work
    },
  }
}
