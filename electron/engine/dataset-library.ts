/** A retrieval set as a library: its passages become articles, split, embedded and indexed as files are. */
import type { Article, EngineEvent, ErrorBody } from '../contract/entities'
import type { Dataset, DatasetPassage } from '../contract/dataset'
import { fromErrorBody } from '../contract/errors'
import { createIngest, type IngestModel } from './ingest'
import { createLibraryIndex, type LibraryIndex } from './library-index'
import type { ModelQueue } from './model-queue'
import type { Clock, Hasher, Segmenter, VectorIndex } from './ports'
import { splitPassages, splitterOf } from './split-passages'
import { splitSentences } from './split-sentences'

export interface DatasetLibraryParts {
  readonly dataset: Dataset
  readonly segmenter: Segmenter
  readonly hasher: Hasher
  readonly clock: Clock
  readonly model: IngestModel
  readonly queue: ModelQueue
  readonly index: VectorIndex
  readonly onEvent: (event: EngineEvent) => void
}

export interface DatasetLibrary {
  readonly library: LibraryIndex
  /** What reading in took. */
  readonly seconds: number
}

/** @throws what kept a passage from being embedded: figures of a part of the set would mislead */
export async function openDatasetLibrary(parts: DatasetLibraryParts): Promise<DatasetLibrary> {
  const { dataset, segmenter, hasher, clock, model, queue, index, onEvent } = parts
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
  for (const passage of dataset.passages) {
    const article = articleOf(passage)
    library.put({ article, passages: splitPassages(article, model.tokenizer, hasher), splitter })
    ingest.enqueue(article.id)
  }
  await ingest.idle()
  if (failure) throw fromErrorBody(failure)
  return { library, seconds: (clock.elapsed() - began) / 1000 }
}

/** The set's text is the canonical text as it stands, so that the gold's offsets hold; lines are paragraphs. */
function articleOf({ id, lang, title, section, text }: DatasetPassage): Article {
  const paragraphs = Array.from(text.matchAll(/[^\n]*\S[^\n]*/g), (line, place) => ({
    kind: 'text' as const,
    number: place + 1,
    start: line.index,
    end: line.index + line[0].length,
    sentences: splitSentences(line[0], line.index),
  }))
  return {
    id,
    title,
    language: lang,
    text,
    sections: [
      { path: section === '' ? [] : [section], level: section === '' ? 0 : 1, paragraphs },
    ],
    source: {
      fileName: id,
      format: 'text',
      encoding: 'utf-8',
      bytes: text.length,
      sha256: '',
      addedAt: '',
      metadata: [],
    },
  }
}
