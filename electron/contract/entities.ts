/**
 * The values that cross every door: what a library holds and what a question gets back.
 * Plain readonly data, no behaviour; offsets follow one rule, stated at {@link Span}.
 */

/** `[start, end)` in UTF-16 units of an article's canonical text. */
export interface Span {
  readonly start: number
  readonly end: number
}

export type Sentence = Span

/** What a paragraph was in its source; all are searched and cited alike. */
export type ParagraphKind = 'text' | 'item' | 'quote' | 'code' | 'row'

export interface Paragraph extends Span {
  readonly kind: ParagraphKind
  /** From 1, within its section. */
  readonly number: number
  /** A list item's sign as the source wrote it ('1.', '•'); it is not part of the text. */
  readonly marker?: string
  /** Whole sentences in reading order; together they cover the paragraph but for white space. */
  readonly sentences: readonly Sentence[]
}

export interface Section {
  /** Headings above its paragraphs, outermost first, the article's title left out. */
  readonly path: readonly string[]
  /** 0 for the opening (under the title or before any heading), else 1 and deeper. */
  readonly level: number
  /** Where its heading stands; absent for an opening without one. */
  readonly heading?: Span
  readonly paragraphs: readonly Paragraph[]
  /** Ids of the facts that its statements rest on; absent where it names none. */
  readonly facts?: readonly string[]
  /** Ways in which people ask for it, as its source names them: searched, never shown or quoted. */
  readonly asks?: readonly string[]
  /** Read, but neither found nor quoted: what only says what the article is not. */
  readonly unsearched?: true
}

/** Where an article came from. Facts about the source are kept here and never in the text. */
export interface ArticleSource {
  readonly fileName: string
  readonly format: 'markdown' | 'text'
  readonly encoding: string
  readonly bytes: number
  /** Of the file as it was imported, lower-case hex. */
  readonly sha256: string
  /** ISO 8601. */
  readonly addedAt: string
  readonly url?: string
  /** What the source says of itself: front matter, or lines such as 编辑：…, in source order. */
  readonly metadata: readonly (readonly [name: string, value: string])[]
}

export interface Article {
  readonly id: string
  readonly title: string
  /** ISO 639-1, by script where the source does not say. */
  readonly language: string
  /** When it was written, and up to when it follows the law; ISO dates, where the source gives them. */
  readonly written?: string
  readonly lawAsOf?: string
  /** Canonical text: headings and paragraphs in reading order, one '\n' between blocks. */
  readonly text: string
  readonly sections: readonly Section[]
  readonly source: ArticleSource
}

/** A finer stretch of a passage, embedded by itself: it keeps one thought's meaning sharp. */
export interface PassagePart extends Span {
  /** Of the text that is embedded: the key of its vector. */
  readonly hash: string
}

/** A stretch of one section, small enough for the model, that is embedded and found as one. */
export interface Passage extends Span {
  /** `<article id>#<ordinal>` */
  readonly id: string
  readonly articleId: string
  /** Index into the article's sections. */
  readonly section: number
  /** Of the text that is embedded (title, section path and body): the key of its vector. */
  readonly hash: string
  /** In reading order, together the whole passage. */
  readonly parts: readonly PassagePart[]
  /** Keys of the vectors of its section's asks, in their order. */
  readonly asks?: readonly string[]
}

export type ArticleState = 'ready' | 'embedding' | 'waiting' | 'removed'

/** One row of the library list. */
export interface ArticleSummary {
  readonly id: string
  readonly title: string
  readonly language: string
  readonly state: ArticleState
  readonly passages: number
  readonly embedded: number
  readonly characters: number
  readonly fileName: string
  readonly addedAt: string
}

export interface Localised {
  readonly zh: string
  readonly en: string
}

/** Where a fact stands: one statute or document with its articles. */
export interface FactBasis {
  readonly statute: Localised
  readonly articles: Localised
  /** Of the text that was read: an ISO date or the year, as far as it is known. */
  readonly version: string
  /** How a text that was not read itself is known. */
  readonly via?: Localised
  /** This text has since been replaced. */
  readonly superseded?: boolean
}

/** A checked statement of law that sections rest on. */
export interface Fact {
  readonly id: string
  readonly statement: Localised
  readonly basis: readonly FactBasis[]
  /** ISO date up to which the texts were followed. */
  readonly lawAsOf: string
  /** False when the statute itself was not read, only quotations of it. */
  readonly firstHand: boolean
  readonly superseded: boolean
}

export interface Citation extends Span {
  readonly articleId: string
  readonly title: string
  readonly sectionPath: readonly string[]
  readonly paragraph: number
  /** The source's own address where it names one, else the imported file's name. */
  readonly source: string
  /** Ids of the facts that the section rests on. */
  readonly facts: readonly string[]
}

export type SentenceRole = 'lead' | 'context' | 'step' | 'support'

export interface AnswerSentence {
  /** Equal to the article's canonical text at the citation's span. */
  readonly text: string
  readonly role: SentenceRole
  /** Words within `text` that answer, `[start, end)`. */
  readonly highlight?: readonly [start: number, end: number]
  readonly citation: Citation
}

export interface Hit extends Span {
  readonly passageId: string
  readonly articleId: string
  readonly title: string
  readonly sectionPath: readonly string[]
  /** Number, within its section, of the paragraph where the passage begins. */
  readonly paragraph: number
  /** Fused score: higher is nearer; comparable within one question only. */
  readonly score: number
  /** From 1. */
  readonly rank: number
  readonly text: string
}

export interface Topic {
  readonly articleId: string
  readonly title: string
  readonly sectionPath: readonly string[]
  /** Where reading begins: the section's heading, else its first paragraph. */
  readonly start: number
}

export type AnswerKind = 'found' | 'related' | 'none'

/** Which of the two lanes had a say; `words` alone means that the model was not there. */
export type Lane = 'meaning' | 'words'

export interface Answer {
  readonly id?: string
  readonly kind: AnswerKind
  readonly sentences: readonly AnswerSentence[]
  readonly hits: readonly Hit[]
  readonly topics: readonly Topic[]
  readonly lanes: readonly Lane[]
  /** Passages that have no vector yet, so that only their words could be matched. */
  readonly pending: number
  readonly took_ms: number
}

export interface SearchResult {
  readonly hits: readonly Hit[]
  readonly lanes: readonly Lane[]
  readonly pending: number
  readonly took_ms: number
}

export type Language = 'zh' | 'en'
export type Theme = 'system' | 'light' | 'dark'

/** Kept with the library, so that they travel with it. */
export interface Settings {
  /** `system`: whatever the window or terminal speaks. */
  readonly language: Language | 'system'
  readonly theme: Theme
}

export type AddOutcome = 'added' | 'unchanged' | 'updated'

export interface AddReport {
  readonly outcome: AddOutcome
  readonly article: ArticleSummary
}

/** An answer or a part of it, ready for the clipboard. */
export interface CitedCopy {
  readonly text: string
  readonly html: string
}

export interface Status {
  readonly library: {
    readonly folder: string
    readonly writable: boolean
    readonly articles: number
    readonly passages: number
    readonly characters: number
  }
  readonly model: {
    readonly id: string
    readonly state: 'loading' | 'ready' | 'failed'
    readonly error?: ErrorBody
  }
  readonly index: {
    readonly kind: 'hnsw' | 'exact'
    /** Why exact search stands in, in the runtime's own words. */
    readonly reason?: string
    readonly embedded: number
    readonly pending: number
  }
  /** What the last start found and repaired, newest last. */
  readonly repairs: readonly Repair[]
  readonly version: string
}

export interface Repair {
  readonly what:
    'vectors-cut' | 'vectors-reset' | 'list-rebuilt' | 'article-unreadable' | 'lock-taken'
  readonly detail: string
}

/** What the engine tells without being asked. */
export type EngineEvent =
  | {
      readonly type: 'ingest'
      readonly articleId: string
      readonly title: string
      /** Queued behind this one. */
      readonly articlesLeft: number
      readonly passagesDone: number
      readonly passagesTotal: number
    }
  | { readonly type: 'ingest-failed'; readonly articleId: string; readonly error: ErrorBody }
  | { readonly type: 'library' }
  | { readonly type: 'model'; readonly state: 'loading' | 'ready' | 'failed' }
  | { readonly type: 'engine'; readonly state: 'restarted' | 'stopped' }

/** An error as it travels: a code of the table and the facts its sentence needs. */
export interface ErrorBody {
  readonly code: string
  readonly details: Readonly<Record<string, string | number>>
}
