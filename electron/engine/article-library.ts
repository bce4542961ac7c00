/** Articles as a library: split, embedded and indexed as files are. */
import type { Article, EngineEvent, ErrorBody } from '../contract/entities'
import { fromErrorBody } from '../contract/errors'
import { createIngest, type IngestModel } from './ingest'
import { createLibraryIndex, type LibraryIndex } from './library-index'
import type { ModelQueue } from './model-queue'
import type { Clock, Hasher, Segmenter, VectorIndex } from './ports'
import { splitPassages, splitterOf } from './split-passages'

export interface ArticleLibraryParts {
  readonly articles: readonly Article[]
  readonly segmenter: Segmenter
  readonly hasher: Hasher
  readonly clock: Clock
  readonly model: IngestModel
  readonly queue: ModelQueue
  readonly index: VectorIndex
  readonly onEvent: (event: EngineEvent) => void
}

export interface ArticleLibrary {
  readonly library: LibraryIndex
  /** What reading in took. */
  readonly seconds: number
}

/** @throws what kept a passage from being embedded: figures of a part would mislead */
export async function openArticleLibrary(parts: ArticleLibraryParts): Promise<ArticleLibrary> {
  const { articles, segmenter, hasher, clock, model, queue, index, onEvent } = parts
  const library = createLibraryIndex(index, segmenter)
  library.useVectors(model.vectors)
  const began = clock.elapsed()
  let failure: ErrorBody | undefined
  const ingest = createIngest({
    library,
    model,
    queue,
    onEvent: (event) => {
      if (event.type === 'ingest-failed') failure ??= event.error
      onEvent(event)
    },
  })
  const splitter = splitterOf(model.tokenizer)
  for (const article of articles) {
    library.put({ article, passages: splitPassages(article, model.tokenizer, hasher), splitter })
    ingest.enqueue(article.id)
  }
  await ingest.idle()
  if (failure) throw fromErrorBody(failure)
  return { library, seconds: (clock.elapsed() - began) / 1000 }
}
