/**
 * The library as one searches it: articles in memory, each passage under a label that both lanes
 * share. Labels only grow; a removed article's labels are not given again.
 */
import type { Article, Passage } from '../contract/entities'
import { createLexicalIndex } from './lexical-index'
import type { Segmenter, StoredArticle, VectorIndex, VectorStore } from './ports'
import type { Lanes, PassageVectors } from './retrieve'
import { lexicalText } from './split-passages'
import { termsOf } from './terms'

export interface Entry {
  readonly article: Article
  readonly passage: Passage
}

export interface LibraryIndex extends Lanes {
  readonly size: number
  article(id: string): StoredArticle | undefined
  articles(): readonly StoredArticle[]
  entry(label: number): Entry | undefined
  /** Takes an article in, in place of an earlier one of the same id: its words can be found at once. */
  put(stored: StoredArticle): void
  remove(id: string): void
  /** From now on vectors are looked up here. */
  useVectors(vectors: VectorStore): void
  /** Gives a passage to the dense lane when all its vectors are there; false when some are missing. */
  admit(passage: Passage): boolean
  /** Passages of an article that the dense lane knows. */
  embedded(id: string): number
}

export function createLibraryIndex(index: VectorIndex, segmenter: Segmenter): LibraryIndex {
  const lexical = createLexicalIndex()
  const articles = new Map<string, StoredArticle>()
  const entries = new Map<number, Entry>()
  const labels = new Map<string, number>()
  const admitted = new Set<number>()
  let vectors: VectorStore | undefined
  const sum = createVectorSum()
  let nextLabel = 0

  const terms = (article: Article, passage: Passage) =>
    termsOf(lexicalText(article, passage), segmenter)

  const vectorsOf = (passage: Passage): PassageVectors | undefined => {
    const whole = vectors?.get(passage.hash)
    const parts = passage.parts.map((part) => vectors?.get(part.hash))
    const known = parts.filter((part) => part !== undefined)
    return whole && known.length === parts.length ? { passage: whole, parts: known } : undefined
  }

  const remove = (id: string) => {
    const stored = articles.get(id)
    for (const passage of stored?.passages ?? []) {
      const label = labels.get(passage.id)
      if (label === undefined || !stored) continue
      lexical.remove(label, terms(stored.article, passage))
      index.remove(label)
      const known = vectorsOf(passage)
      if (admitted.delete(label) && known) sum.add(known.passage, -1)
      entries.delete(label)
      labels.delete(passage.id)
    }
    articles.delete(id)
  }

  return {
    index,
    lexical,
    get size() {
      return entries.size
    },
    vectorsOf(label) {
      const entry = entries.get(label)
      return entry && vectorsOf(entry.passage)
    },
    centre: () => sum.mean(admitted.size),
    article: (id) => articles.get(id),
    articles: () => Array.from(articles.values()),
    entry: (label) => entries.get(label),
    put(stored) {
      remove(stored.article.id)
      articles.set(stored.article.id, stored)
      for (const passage of stored.passages) {
        const label = nextLabel++
        labels.set(passage.id, label)
        entries.set(label, { article: stored.article, passage })
        lexical.add(label, terms(stored.article, passage))
      }
    },
    remove,
    useVectors(store) {
      vectors = store
    },
    admit(passage) {
      const label = labels.get(passage.id)
      const known = vectorsOf(passage)
      if (label === undefined || !known) return false
      if (admitted.has(label)) return true
      index.add(label, known.passage)
      sum.add(known.passage, 1)
      admitted.add(label)
      return true
    },
    embedded(id) {
      const passages = articles.get(id)?.passages ?? []
      return passages.filter((passage) => admitted.has(labels.get(passage.id) ?? -1)).length
    },
  }
}

function createVectorSum() {
  let values: Float64Array | undefined
  return {
    add(vector: Float32Array, times: 1 | -1) {
      values ??= new Float64Array(vector.length)
      for (const [dim, value] of vector.entries()) values[dim] = (values[dim] ?? 0) + times * value
    },
    mean(count: number): Float32Array | undefined {
      return values && count > 0 ? Float32Array.from(values, (value) => value / count) : undefined
    },
  }
}
