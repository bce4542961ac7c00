/**
 * The library as one searches it: articles in memory, each passage under a label that both lanes
 * share. Labels only grow; a removed article's labels are not given again.
 */
import type { Article, Passage } from '../contract/entities'
import { createLexicalIndex } from './lexical-index'
import type { Segmenter, StoredArticle, VectorIndex, VectorStore } from './ports'
import type { Lanes, PassageVectors } from './retrieve'
import { lexicalText, vectorKeys } from './split-passages'
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
  /**
   * Gives a passage to the dense lane when all its vectors are there; false when some are missing,
   * or when the passage has gone or was replaced by another of the same id.
   */
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
  let nextLabel = 0

  const terms = (article: Article, passage: Passage) =>
    termsOf(lexicalText(article, passage), segmenter)

  const vectorsOf = (passage: Passage): PassageVectors | undefined => {
    const [whole, ...finer] = vectorKeys(passage).map((hash) => vectors?.get(hash))
    const known = finer.filter((vector) => vector !== undefined)
    if (!whole || known.length < finer.length) return undefined
    const count = passage.parts.length
    return { passage: whole, parts: known.slice(0, count), asks: known.slice(count) }
  }

  const remove = (id: string) => {
    const stored = articles.get(id)
    for (const passage of stored?.passages ?? []) {
      const label = labels.get(passage.id)
      if (label === undefined || !stored) continue
      lexical.remove(label, terms(stored.article, passage))
      index.remove(label)
      admitted.delete(label)
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
      if (label === undefined || entries.get(label)?.passage !== passage || !known) return false
      if (admitted.has(label)) return true
      index.add(label, known.passage)
      admitted.add(label)
      return true
    },
    embedded(id) {
      const passages = articles.get(id)?.passages ?? []
      return passages.filter((passage) => admitted.has(labels.get(passage.id) ?? -1)).length
    },
  }
}
