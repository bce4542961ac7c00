/** A set with everything it is measured by: library, model, answer finder, and what earlier runs remember. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { readDataset } from '../adapters/dataset-files'
import { createExactIndex } from '../adapters/exact-index'
import { createJieba } from '../adapters/jieba'
import { layerVectors } from '../adapters/layered-vectors'
import { takeLock } from '../adapters/library-lock'
import { nodeHasher } from '../adapters/node-hasher'
import { openVectorIndex } from '../adapters/open-index'
import { openReadingFile } from '../adapters/reading-file'
import { readStarterArticles } from '../adapters/starter-files'
import { systemClock } from '../adapters/system-clock'
import { openVectorFile } from '../adapters/vector-file'
import { recordBytes } from '../adapters/vector-record'
import { openDatasetLibrary } from '../engine/dataset-library'
import { createEmbeddings } from '../engine/embeddings'
import { indexRecall, questionsOf } from '../engine/evaluate'
import type { SetQuestion } from '../engine/judge-question'
import type { Entry } from '../engine/library-index'
import { createModelQueue } from '../engine/model-queue'
import type { ReadingMemory } from '../engine/ports'
import { createReadings } from '../engine/readings'
import { articleOf } from '../hosts/make-starter'
import { loadFinder, loadModel } from '../hosts/open'
import { openReadings, readingsIn } from '../hosts/open-readings'
import { dataFolder, starterVectors } from '../hosts/program-files'
import { sectionKey, sectionKeyOf, shuffled, starterQuestions } from './example-sets'
import { openArticleLibrary } from '../engine/article-library'
import type { OpenedSet } from './measure-set'

export interface SetSource {
  readonly name: string
  /** Absent for the starter questions, whose places are sections. */
  readonly folder?: string
  /** Folder of what runs remember; a set's own lies in one of its name, `wenju eval`'s is read too. */
  readonly cache: string
  /** So many questions are asked; absent for all. */
  readonly most?: number
  /** False for a set that the answer finder was trained on: neither it nor its leads are measured. */
  readonly finder: boolean
}

/** Where another run has the set's cache, nothing of this one is remembered but in memory. @throws what the set's files, the model or the disk refuse */
export async function openSet(
  source: SetSource,
): Promise<{ readonly set: OpenedSet; readonly close: () => Promise<void> }> {
  const folder = join(source.cache, source.name)
  await mkdir(folder, { recursive: true })
  const lock = await takeLock(folder)
  let closeVectors: (() => Promise<void>) | undefined
  const own = await loadModel(join(folder, 'vectors'), lock.taken, ({ vectors }) => {
    closeVectors = () => vectors.close()
  })
  const { fingerprint, dims } = own.embedder
  const readOnly = { fingerprint, dims, writable: false }
  const shipped = await openVectorFile(starterVectors, readOnly)
  const common = await openVectorFile(join(source.cache, 'vectors'), readOnly)
  const vectors = layerVectors(own.vectors, layerVectors(common.vectors, shipped.vectors))
  const model = { ...own, vectors }
  const finder = source.finder ? await loadFinder(own) : undefined
  const memory = layered(
    await openReadings(folder, lock.taken),
    await openReadingFile(readingsIn(source.cache)),
  )

  const before = own.vectors.size
  const queue = createModelQueue()
  const segmenter = createJieba()
  const { index } = await openVectorIndex(dims)
  const parts = {
    segmenter,
    hasher: nodeHasher,
    clock: systemClock,
    model,
    queue,
    index,
    onEvent: () => undefined,
  }
  const content = source.folder ? await datasetIn(source.folder) : await starter()
  const { library, seconds } = content.dataset
    ? await openDatasetLibrary({ ...parts, dataset: content.dataset })
    : await openArticleLibrary({ ...parts, articles: content.articles })
  const vectorsMade = own.vectors.size - before
  const embeddings = createEmbeddings({ ...model, queue, hasher: nodeHasher, memory: vectors })
  const readings = finder && createReadings({ finder, memory, queue, hasher: nodeHasher })
  const all = shuffled(content.questions)
  const questions = all.slice(0, source.most).map(source.finder ? asTheyAre : withoutLead)
  return {
    set: {
      name: source.name,
      passages: library.size,
      tools: {
        library,
        segmenter,
        embeddings,
        readings,
        clock: systemClock,
        keyOf: content.keyOf,
      },
      questions,
      ids: all.map(({ id }) => id),
      byArticle: content.dataset !== undefined,
      index,
      indexRecall: () =>
        indexRecall(
          questions.map(({ text }) => text),
          { index, exact: createExactIndex(dims), library, question: embeddings.question },
        ),
      build_s: seconds,
      vectorsMade,
      model,
      finder,
      hasher: nodeHasher,
      recordBytes: recordBytes(dims),
    },
    close: async () => {
      await closeVectors?.()
      if (lock.taken) await lock.release()
    },
  }
}

async function datasetIn(folder: string) {
  const dataset = await readDataset(folder, undefined, undefined)
  return {
    dataset,
    questions: questionsOf(dataset),
    keyOf: ({ article }: Entry) => article.id,
  }
}

async function starter() {
  const files = await readStarterArticles(dataFolder, nodeHasher)
  const known = await starterQuestions()
  return {
    dataset: undefined,
    articles: files.map(articleOf),
    questions: known.map(({ id, text, answers }): SetQuestion => {
      const right = answers.map(({ article, section }) => sectionKey(article, section))
      return {
        id,
        text,
        right,
        ...(right.length > 0 && {
          isRightLead: ({ articleId, sectionPath }) =>
            right.includes(sectionKey(articleId, sectionPath.join(' › '))),
        }),
      }
    }),
    keyOf: sectionKeyOf,
  }
}

const asTheyAre = (question: SetQuestion): SetQuestion => question

const withoutLead = ({ id, text, right }: SetQuestion): SetQuestion => ({ id, text, right })

/** Looked up in both, added to the first. */
function layered(own: ReadingMemory, common: Pick<ReadingMemory, 'get'>): ReadingMemory {
  return {
    get: (key) => own.get(key) ?? common.get(key),
    add: (key, reading) => own.add(key, reading),
  }
}
