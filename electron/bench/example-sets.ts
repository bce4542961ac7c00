/** What the calibration learns from: retrieval sets and the starter questions, as libraries with questions. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { readDataset } from '../adapters/dataset-files'
import { createExactIndex } from '../adapters/exact-index'
import { readKnownQuestions } from '../adapters/known-questions'
import { nodeHasher } from '../adapters/node-hasher'
import { readStarterArticles } from '../adapters/starter-files'
import { systemClock } from '../adapters/system-clock'
import type { Article } from '../contract/entities'
import type { KnownQuestion } from '../contract/known-question'
import { openDatasetLibrary } from '../engine/dataset-library'
import type { IngestModel } from '../engine/ingest'
import { createLibraryIndex, type Entry, type LibraryIndex } from '../engine/library-index'
import { createModelQueue } from '../engine/model-queue'
import type { Segmenter, StoredArticle, VectorStore } from '../engine/ports'
import { splitPassages } from '../engine/split-passages'
import { articleOf } from '../hosts/make-starter'
import { dataFolder } from '../hosts/program-files'

/** Of the public sets; every one must be there. The answer finder was trained on the last. */
export const setNames = [
  'fineva-faq',
  'law-stard-dev',
  'ask-cfpb-en',
  'xquad-zh',
  'xquad-en',
  'xquad-x-zh2en',
  'xquad-x-en2zh',
  'cmrc2018-trial',
  'drcd-dev-t2s',
] as const
export const STARTER = 'starter'
const FINDER_TRAINED_ON: readonly string[] = ['drcd-dev-t2s']

export interface ExampleQuestion {
  readonly id: string
  readonly text: string
  /** Keys of places that answer; none for a question that the set does not answer. */
  readonly right: readonly string[]
  /** Where the answer stands, where it is known. */
  readonly gold: readonly {
    readonly articleId: string
    readonly start: number
    readonly end: number
  }[]
}

export interface ExampleSet {
  readonly name: string
  readonly library: LibraryIndex
  /** Questions for tuning only: those whose hash is even. */
  readonly questions: readonly ExampleQuestion[]
  readonly mayRead: boolean
  /** The place an entry stands for, as questions name it. */
  readonly keyOf: (entry: Entry) => string
}

export interface SetTools {
  readonly model: IngestModel
  readonly segmenter: Segmenter
}

/** The half of the questions that is for tuning; figures are reported on the other and on the whole. */
export function isForTuning(id: string): boolean {
  return (createHash('sha256').update(id).digest().at(-1) ?? 0) % 2 === 0
}

/** In an order that has nothing to do with the set's, the same at every run. */
export function shuffled<Item extends { readonly id: string }>(
  items: readonly Item[],
): readonly Item[] {
  const place = (item: Item) => createHash('sha256').update(`o${item.id}`).digest('hex')
  return items
    .map((item) => ({ item, key: place(item) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ item }) => item)
}

/** @throws what the set's files or the model refuse */
export async function openSet(folder: string, name: string, tools: SetTools): Promise<ExampleSet> {
  const dataset = await readDataset(join(folder, name), undefined, undefined)
  const { model, segmenter } = tools
  const { library } = await openDatasetLibrary({
    dataset,
    segmenter,
    hasher: nodeHasher,
    clock: systemClock,
    model,
    queue: createModelQueue(),
    index: createExactIndex(model.embedder.dims),
    onEvent: () => undefined,
  })
  const texts = new Map(dataset.passages.map(({ id, text }) => [id, text]))
  return {
    name,
    library,
    mayRead: !FINDER_TRAINED_ON.includes(name),
    keyOf: ({ article }) => article.id,
    questions: shuffled(dataset.queries)
      .filter(({ id }) => isForTuning(id))
      .map(({ id, text, relevant }) => ({
        id,
        text,
        right: relevant,
        gold: (dataset.gold ?? [])
          .filter(({ query_id }) => query_id === id)
          .map(({ passage_id, answer, answer_start }) => {
            const start = Array.from(texts.get(passage_id) ?? '')
              .slice(0, answer_start)
              .join('').length
            return { articleId: passage_id, start, end: start + answer.length }
          }),
      })),
  }
}

export async function openStarterSet({ model, segmenter }: SetTools): Promise<ExampleSet> {
  const articles = (await readStarterArticles(dataFolder, nodeHasher)).map(articleOf)
  const questions = await starterQuestions()
  return {
    name: STARTER,
    library: libraryOf(articles, { model, segmenter }),
    mayRead: true,
    keyOf: sectionKeyOf,
    questions: shuffled(questions)
      .filter(({ id }) => isForTuning(id))
      .map(({ id, text, answers }) => ({
        id,
        text,
        right: answers.map(({ article, section }) => sectionKey(article, section)),
        gold: [],
      })),
  }
}

/** What is known to be asked of the starter articles. */
export function starterQuestions(): Promise<readonly KnownQuestion[]> {
  return readKnownQuestions(join(dataFolder, 'eval', 'questions.jsonl'))
}

/** Questions of every day that no library here answers, those for tuning. */
export async function everydayQuestions(): Promise<readonly ExampleQuestion[]> {
  const questions = await readKnownQuestions(join(dataFolder, 'eval', 'elsewhere.jsonl'))
  return shuffled(questions)
    .filter(({ id }) => isForTuning(id))
    .map(({ id, text }) => ({ id, text, right: [], gold: [] }))
}

/** A library of some of a set's articles, whose vectors are there already. */
export function libraryOf(
  articles: readonly Article[],
  { model, segmenter }: SetTools,
): LibraryIndex {
  const stored = articles.map((article) => ({
    article,
    passages: splitPassages(article, model.tokenizer, nodeHasher),
    splitter: '',
  }))
  return indexOf(stored, { vectors: model.vectors, dims: model.embedder.dims, segmenter })
}

/** As {@link libraryOf}, of articles that are split already. */
export function indexOf(
  stored: readonly StoredArticle[],
  tools: {
    readonly vectors: VectorStore
    readonly dims: number
    readonly segmenter: Segmenter
  },
): LibraryIndex {
  const library = createLibraryIndex(createExactIndex(tools.dims), tools.segmenter)
  library.useVectors(tools.vectors)
  for (const one of stored) {
    library.put(one)
    for (const passage of one.passages) library.admit(passage)
  }
  return library
}

/** The place of a starter article as questions name it; `section` is its path, parted by ' › '. */
export function sectionKey(articleId: string, section: string): string {
  return `${articleId} ${section}`
}

/** The place that an entry of the starter library stands for. */
export function sectionKeyOf({ article, passage }: Entry): string {
  return sectionKey(article.id, article.sections[passage.section]?.path.join(' › ') ?? '')
}
