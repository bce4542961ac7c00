/**
 * The values that cross every door: what a library holds and what a question gets back.
 * Plain readonly data, no behaviour; offsets follow one rule, stated at {@link Span}. One page, long
 * as it is: whoever reads an operation finds every value of it here.
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

/** `unreadable`: its file in the library cannot be read, so nothing of it is searched. */
export type ArticleState = 'ready' | 'embedding' | 'waiting' | 'unreadable' | 'removed'

/** `starter`: as it came with the program; one that the user has changed since is their own. */
export type ArticleOrigin = 'starter' | 'own'

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
  readonly origin: ArticleOrigin
  /** Why it is unreadable or was not read in to the end; `restoreArticle` tries again. */
  readonly problem?: ErrorBody
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

/** Why a hit stands at its rank, filled only where a question asks to be explained. */
export interface HitReasons {
  /** What the dense lane saw; absent when it was silent. `rank` from 1 among the candidates. */
  readonly meaning?: {
    readonly rank: number
    /** Nearness of the whole passage, of its nearest part, and of its nearest ask. */
    readonly passage: number
    readonly part: number
    readonly ask?: number
  }
  /** What the lexical lane saw. */
  readonly words: {
    /** From 1; absent when it did not find the passage. */
    readonly rank?: number | undefined
    readonly score: number
    /** Share of the question's weight that stands in the passage, 0..1. */
    readonly coverage: number
    /** The question's content words, heaviest first, at most 12 in each list. */
    readonly found: readonly string[]
    readonly missing: readonly string[]
  }
  /** Share of the question's weight in title, section path and asks, 0..1. */
  readonly heading: number
  /** What the answer finder read, where it read. */
  readonly reading?: { readonly score: number; readonly sentence: string }
  /** Score and rank of the plain fusion, before the ranker had its say. */
  readonly fused: { readonly score: number; readonly rank: number }
  /** How far each kind of sign lifts (+) or lowers (-) the score against the middle of the candidates. */
  readonly lifts: {
    readonly meaning: number
    readonly words: number
    readonly heading: number
    readonly reading: number
    readonly other: number
  }
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
  readonly why?: HitReasons
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

/** How sure an answer is and what that is held against: calibrated probabilities, 0..1. */
export interface Sureness {
  readonly value: number
  /** From here on an answer is `found`. */
  readonly found: number
  /** From here on it is `related`; below it there is none. */
  readonly related: number
}

/** A word that was looked for although something of the same sound was typed. */
export interface SoundAlike {
  readonly typed: string
  readonly word: string
}

export interface Answer {
  readonly id?: string
  readonly kind: AnswerKind
  readonly sentences: readonly AnswerSentence[]
  readonly hits: readonly Hit[]
  readonly topics: readonly Topic[]
  /** Present where the question asked to be explained. */
  readonly sureness?: Sureness
  /** Absent or empty where the question was looked for only as it was typed. */
  readonly alsoLookedFor?: readonly SoundAlike[]
  readonly lanes: readonly Lane[]
  /** Passages that have no vector yet, so that only their words could be matched. */
  readonly pending: number
  readonly took_ms: number
}

export interface SearchResult {
  readonly hits: readonly Hit[]
  readonly lanes: readonly Lane[]
  readonly pending: number
  readonly alsoLookedFor?: readonly SoundAlike[]
  readonly took_ms: number
}

export type Language = 'zh' | 'en'
export type Theme = 'system' | 'light' | 'dark'
/** Of all text in the window; the reading pane's own steps come on top. */
export type TextSize = 'small' | 'normal' | 'large' | 'largest'

/** Kept with the library, so that they travel with it. */
export interface Settings {
  /** `system`: whatever the window or terminal speaks. */
  readonly language: Language | 'system'
  readonly theme: Theme
  readonly textSize: TextSize
  /** Whether questions asked in the window are kept. */
  readonly history: boolean
  /** Whether keys pressed alone (1–9, J, K, ?) act in the answer and the article. */
  readonly singleKeys: boolean
  /** Whether the answer finder is used; it takes some memory and time. */
  readonly answerFinder: boolean
}

/** A question that was asked in the window. */
export interface HistoryEntry {
  /** The same for the same question. */
  readonly id: string
  readonly question: string
  /** ISO 8601; of the last time. */
  readonly askedAt: string
  /** What became of it the last time. */
  readonly kind: AnswerKind
}

export interface QuestionHistory {
  /** Newest first. */
  readonly entries: readonly HistoryEntry[]
  /** Why the latest question could not be kept, when it could not. */
  readonly trouble?: ErrorBody
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
  /** What marks where the answer stands; answers come without it too. */
  readonly finder: {
    readonly state: 'loading' | 'ready' | 'failed' | 'off'
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
    | 'vectors-cut'
    | 'vectors-reset'
    | 'list-rebuilt'
    | 'article-unreadable'
    | 'history-reset'
    | 'own-questions-reset'
    | 'lock-taken'
  readonly detail: string
  /** What was wrong with it: a code of `reasons.ts`, or the system's words. */
  readonly reason?: string
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
  /** Of the user's own questions, so many have been asked. */
  | { readonly type: 'evaluation'; readonly done: number; readonly total: number }
  | { readonly type: 'model'; readonly state: 'loading' | 'ready' | 'failed' }
  | { readonly type: 'finder'; readonly state: 'loading' | 'ready' | 'failed' | 'off' }
  | { readonly type: 'engine'; readonly state: 'restarted' | 'stopped' }

/** An error as it travels: a code of the table and the facts its sentence needs. */
export interface ErrorBody {
  readonly code: string
  readonly details: Readonly<Record<string, string | number>>
}
