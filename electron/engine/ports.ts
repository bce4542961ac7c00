/**
 * What the engine needs from outside, as small ports. Each has one suite that every
 * implementation passes (`electron/adapters/suites/`), and a twin in memory for tests.
 */
import type { Article, HistoryEntry, Passage, ParagraphKind, Settings } from '../contract/entities'
import type { OwnQuestion } from '../contract/own-questions'

/** Counts in the embedder's own tokens, special tokens and prefixes left out. */
export interface Tokenizer {
  /** Changes when the same text may count differently. */
  readonly fingerprint: string
  /** Most tokens of one text that the embedder takes. */
  readonly limit: number
  count(text: string): number
}

/** Text to vectors. One text a call: a vector then depends on nothing but its text. */
export interface Embedder {
  readonly id: string
  readonly dims: number
  /** Changes whenever vectors of two runs must not be compared: model, weights, prefixes, pooling, runtime. */
  readonly fingerprint: string
  /** Unit length, `dims` values. Text over the model's limit is refused, never cut. */
  embedPassage(text: string): Promise<Float32Array>
  embedQuery(text: string): Promise<Float32Array>
}

/** How a sentence answers a question, by the best stretch that begins in it. */
export interface SentenceReading {
  readonly score: number
  /** That stretch, as far as it lies in the sentence: `[start, end)` in its UTF-16 units; undefined where the characters could not be told. */
  readonly span: readonly [start: number, end: number] | undefined
}

export interface Reading {
  /** Of the best sentence. Above 0 the model thinks that the passage answers; −Infinity when there was nothing to read. Not a probability. */
  readonly score: number
  /** One for each sentence given, in their order; undefined for one that holds nothing to read. */
  readonly sentences: readonly (SentenceReading | undefined)[]
}

/** Marks where in a passage the answer to a question stands. */
export interface AnswerFinder {
  /** Changes whenever readings of two runs must not be compared: model, weights, rules, runtime. */
  readonly fingerprint: string
  /**
   * Sentences of any length are read whole. The model takes questions of some 60 tokens and headings
   * of some 20: of a longer question its end is read, where the asking mostly stands, and of a longer
   * heading its beginning.
   * @param heading title and section path, which are read but never marked
   * @param sentences in reading order
   */
  read(question: string, heading: string, sentences: readonly string[]): Promise<Reading>
}

/** Where what a model made is remembered: a file, or a bounded memory. */
export interface Memory<Value> {
  get(key: string): Value | undefined
  add(key: string, value: Value): Promise<void>
}

/** Keys are SHA-256, lower-case hex. */
export type ReadingMemory = Memory<Reading>

/** Cuts one run of Han text into words, finer ones included, as a search engine wants them. */
export interface Segmenter {
  /** Changes when the same run may be cut otherwise. */
  readonly fingerprint: string
  words(run: string): readonly string[]
}

/** How Han characters sound, in pinyin without tones ('lv' for lǜ). */
export interface Romanizer {
  /** One syllable for each character of a run in Han, as it is read in these words. */
  syllables(run: string): readonly string[]
  /** Characters that can be read so, seldom or often; none for what is no syllable. */
  characters(syllable: string): readonly string[]
}

export interface Neighbour {
  readonly label: number
  /** Cosine: higher is nearer. */
  readonly score: number
}

/** Nearest neighbours by cosine over unit vectors. Labels are whole numbers from 0 to 2^32 - 1. */
export interface VectorIndex {
  readonly kind: 'hnsw' | 'exact'
  readonly size: number
  /** Adds or replaces. */
  add(label: number, vector: Float32Array): void
  remove(label: number): void
  /** At most `k`, nearest first. */
  search(vector: Float32Array, k: number): readonly Neighbour[]
}

/** The truth about vectors: passage hash to vector, for one fingerprint. */
export interface VectorStore {
  readonly size: number
  get(hash: string): Float32Array | undefined
  /** Durable when the promise resolves. A hash already there is left as it is. */
  add(hash: string, vector: Float32Array): Promise<void>
}

/** An article with what is derived from it and costly to derive again. */
export interface StoredArticle {
  readonly article: Article
  readonly passages: readonly Passage[]
  /** Of the rules that made the passages; another one means: split again. */
  readonly splitter: string
}

/** The list's row: enough to show the library without opening its articles. */
export interface ArticleRecord {
  readonly id: string
  readonly title: string
  readonly language: string
  readonly fileName: string
  readonly sha256: string
  readonly addedAt: string
  readonly characters: number
  readonly passages: number
  readonly removedAt?: string
}

/** An article that comes with the program, as its file. */
export interface ShippedArticle {
  /** The file's name without its ending: it stays the same from version to version. */
  readonly id: string
  readonly fileName: string
  readonly bytes: Uint8Array
  readonly sha256: string
}

/** What a library knows of the articles that come with the program. */
export interface StarterState {
  /** True for a library that was begun without them. */
  readonly declined: boolean
  /** Article id to the SHA-256 of the version that was put in last. */
  readonly versions: Readonly<Record<string, string>>
}

/** One file that can be made again from the rest of the library: a cache. */
export interface IndexFile {
  /** What was written last, whole; `undefined` where it is missing, damaged or cannot be read. */
  read(): Promise<Uint8Array | undefined>
  /** True when it is durable; false when the disk refused it, and nothing is lost by that. */
  write(pieces: readonly Uint8Array[]): Promise<boolean>
}

/** Articles and settings. Every write is durable when its promise resolves. */
export interface ArticleStore {
  list(): readonly ArticleRecord[]
  /** `undefined` when the list does not know it; LIBRARY_DAMAGED when its file cannot be read. */
  read(id: string): Promise<StoredArticle | undefined>
  /** Adds or replaces; `original` is the imported file and is kept once per content. */
  save(stored: StoredArticle, original?: Uint8Array): Promise<void>
  /** Marks as removed (with the time) or, with `undefined`, brings back. */
  setRemoved(id: string, removedAt: string | undefined): Promise<void>
  /** Erases for good all that are marked as removed. */
  purge(): Promise<void>
  /** `undefined` while nobody has decided whether this library has the starter articles. */
  starter(): StarterState | undefined
  saveStarter(state: StarterState): Promise<void>
  settings(): Settings
  saveSettings(settings: Settings): Promise<void>
}

/** A short list of the user's, kept as a whole. */
export interface ListStore<Item> {
  list(): readonly Item[]
  /** Keeps these in the place of all; durable when the promise resolves. */
  save(items: readonly Item[]): Promise<void>
}

/**
 * The questions that were asked, newest first. Of what is not among the saved ones nothing stays on
 * the disk, and of none at all not even what could not be read.
 */
export type HistoryStore = ListStore<HistoryEntry>

/** The questions that the user has marked, marked last first. */
export type OwnQuestionStore = ListStore<OwnQuestion>

/** What a parser makes of a source: blocks in reading order, before offsets exist. */
export type SourceBlock =
  | {
      readonly kind: 'heading'
      readonly level: number
      readonly text: string
      readonly facts?: readonly string[]
      readonly asks?: readonly string[]
      readonly unsearched?: true
    }
  | { readonly kind: ParagraphKind; readonly text: string; readonly marker?: string }

export interface ParsedSource {
  readonly format: 'markdown' | 'text'
  readonly encoding: string
  /** As the source gives it; absent when it gives none. */
  readonly title?: string
  readonly language?: string
  readonly url?: string
  readonly metadata: readonly (readonly [name: string, value: string])[]
  readonly blocks: readonly SourceBlock[]
}

/** Takes a file apart. Throws NOT_TEXT, UNKNOWN_ENCODING, EMPTY_FILE or UNSUPPORTED_FORMAT. */
export interface SourceParser {
  parse(fileName: string, bytes: Uint8Array): ParsedSource
}

export interface Hasher {
  /** SHA-256, lower-case hex. A string is hashed as UTF-8. */
  sha256(content: string | Uint8Array): string
}

export interface Clock {
  /** ISO 8601. */
  now(): string
  /** Milliseconds that only grow. */
  elapsed(): number
  /** Lets everything that waits (messages, timers) have its turn before it resolves. */
  pause(): Promise<void>
}
