/**
 * The library as one searches it: articles in memory, each passage under a label that both lanes
 * share. Labels only grow; a removed article's labels are not given again.
 */
import type { Article, Passage } from '../contract/entities'
import { decodeTables, encodeTables, keyOf } from './lexical-form'
import { createLexicalIndex } from './lexical-index'
import type { IndexFile, Segmenter, StoredArticle, VectorIndex, VectorStore } from './ports'
import type { Lanes, PassageVectors } from './retrieve'
import { lexicalText, vectorKeys } from './split-passages'
import { termsOf, TERMS_RULES } from './terms'

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
  /**
   * Takes in what the library holds at its opening. A passage whose words are in `kept` is not cut
   * into words again; what is in it and not in the library is left out.
   * @param kept what {@link keepWords} wrote last, by whatever rules; undefined for nothing
   */
  putAll(all: readonly StoredArticle[], kept: Uint8Array | undefined): void
  /** Writes the words of all passages, where they have changed since they were read or written. */
  keepWords(file: IndexFile): Promise<void>
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
  let lexical = createLexicalIndex()
  /** Counts the changes of the words; `keptAt` is its value at the last reading or writing. */
  let changes = 0
  let keptAt = 0
  const rules = `${String(TERMS_RULES)} ${segmenter.fingerprint}`
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
      changes++
      index.remove(label)
      admitted.delete(label)
      entries.delete(label)
      labels.delete(passage.id)
    }
    articles.delete(id)
  }

  const addWords = (label: number, { article, passage }: Entry) => {
    const text = lexicalText(article, passage)
    lexical.add(label, termsOf(text, segmenter), keyOf(text))
    changes++
  }

  /** @returns the labels that its passages got, in their order */
  const enter = (stored: StoredArticle): readonly number[] => {
    remove(stored.article.id)
    articles.set(stored.article.id, stored)
    return stored.passages.map((passage) => {
      const label = nextLabel++
      labels.set(passage.id, label)
      entries.set(label, { article: stored.article, passage })
      return label
    })
  }

  return {
    index,
    get lexical() {
      return lexical
    },
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
      for (const label of enter(stored)) {
        const entry = entries.get(label)
        if (entry) addWords(label, entry)
      }
    },
    putAll(all, kept) {
      all.forEach(enter)
      const unnamed = new Map<number, number[]>()
      for (const [label, { article, passage }] of kept ? entries : []) {
        if (lexical.has(label)) continue
        const key = keyOf(lexicalText(article, passage))
        const sameText = unnamed.get(key)
        if (sameText) sameText.push(label)
        else unnamed.set(key, [label])
      }
      const known = kept && decodeTables(kept, rules, (key) => unnamed.get(key)?.pop())
      if (known) {
        lexical = createLexicalIndex(known.tables)
        changes += known.unclaimed
      }
      for (const [label, entry] of entries) if (!lexical.has(label)) addWords(label, entry)
    },
    async keepWords(file) {
      const now = changes
      if (now === keptAt) return
      if (await file.write(encodeTables(lexical.packedTables(), rules))) keptAt = now
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
