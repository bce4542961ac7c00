/** Articles as a library: split, embedded and indexed as files are. */
import type { Article, EngineEvent, ErrorBody } from '../contract/entities'
import { fromErrorBody } from '../contract/errors'
import type { DatasetLibrary, DatasetLibraryParts } from '../engine/dataset-library'
import { createIngest } from '../engine/ingest'
import { createLibraryIndex } from '../engine/library-index'
import { splitPassages, splitterOf } from '../engine/split-passages'

/** @throws what kept a passage from being embedded: figures of a part would mislead */
export async function openArticleLibrary(
  parts: Omit<DatasetLibraryParts, 'dataset'> & { readonly articles: readonly Article[] },
): Promise<DatasetLibrary> {
  const { articles, segmenter, hasher, clock, model, queue, index, onEvent } = parts
  const library = createLibraryIndex(index, segmenter)
  library.useVectors(model.vectors)
  const began = clock.elapsed()
  let failure: ErrorBody | undefined
  const ingest = createIngest({
    library,
    model,
    queue,
    onEvent: (event: EngineEvent) => {
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
