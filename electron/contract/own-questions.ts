/**
 * Questions that the user has marked, and how the library does on them. Places are spans of an
 * article's canonical text; each keeps its words, so that a text that has changed is noticed.
 */
import type { AnswerKind, AnswerSentence, Hit, Span } from './entities'

/** Where an answer stands, as it was marked. */
export interface MarkedPlace extends Span {
  readonly articleId: string
  readonly title: string
  /** The article's text at the span when it was marked. */
  readonly text: string
}

/** As it is kept. */
export interface OwnQuestion {
  /** The same for the same question. */
  readonly id: string
  readonly question: string
  /** Empty: the library does not answer it, and the right thing is to say so. */
  readonly right: readonly MarkedPlace[]
  /** ISO 8601; of the last marking. */
  readonly addedAt: string
}

/** `changed`: its words no longer stand in the article; `gone`: the article is not there. */
export type PlaceState = 'stands' | 'changed' | 'gone'

/** A place where it stands now: one whose words have moved has moved with them. */
export interface PlaceNow extends MarkedPlace {
  readonly state: PlaceState
  /** Empty for one that does not stand. */
  readonly sectionPath: readonly string[]
  /** 1 for one that does not stand. */
  readonly paragraph: number
}

export interface OwnQuestionNow extends Omit<OwnQuestion, 'right'> {
  readonly right: readonly PlaceNow[]
  /** True when it cannot be judged before it is marked again. */
  readonly stale: boolean
}

export interface OwnQuestions {
  /** Marked last first. */
  readonly questions: readonly OwnQuestionNow[]
}

/** What takes part in an answer. At least one of `meaning` and `words`. */
export interface OwnSetting {
  readonly meaning: boolean
  readonly words: boolean
  /** The answer finder. */
  readonly finder: boolean
}

/**
 * What became of one question.
 *  - `right`: found, and the lead stands in a right place; or rightly refused
 *  - `lead-elsewhere`: found, but the lead stands in no right place
 *  - `unsure`: a right place is among the hits, but nothing was claimed
 *  - `missed`: no right place among the hits
 *  - `claimed`: answered, though the library does not answer it
 *  - `stale`: its places have changed; not judged
 */
export const ownVerdicts = [
  'right',
  'lead-elsewhere',
  'unsure',
  'missed',
  'claimed',
  'stale',
] as const

export type OwnVerdict = (typeof ownVerdicts)[number]

export interface OwnOutcome {
  readonly id: string
  readonly question: string
  /** False for one that the library does not answer. */
  readonly answerable: boolean
  readonly verdict: OwnVerdict
  readonly kind?: AnswerKind
  /** Of the first right place among the ten hits, from 1. */
  readonly rank?: number
  /** The same in each lane by itself, as far down as the lane looked. */
  readonly byMeaning?: number
  readonly byWords?: number
  /** The lead sentence; of one not found, the one that would have led. */
  readonly lead?: Pick<AnswerSentence, 'text' | 'citation'>
  /** The best three. */
  readonly hits: readonly Pick<Hit, 'articleId' | 'title' | 'sectionPath' | 'paragraph' | 'rank'>[]
}

/** How many, and shares of the answerable questions, 0 where there are none. */
export interface OwnFigures {
  /** Judged, with a right place: `leadRight` + `leadElsewhere` + `refusedWrongly`. */
  readonly answerable: number
  /** Judged, without one: `refusedRightly` + `claimedWrongly`. */
  readonly unanswerable: number
  /** Not judged, as their places have changed. */
  readonly stale: number
  readonly 'hit@1': number
  readonly 'hit@3': number
  readonly 'hit@10': number
  readonly 'mrr@10': number
  readonly leadRight: number
  readonly leadElsewhere: number
  readonly refusedWrongly: number
  readonly refusedRightly: number
  readonly claimedWrongly: number
}

export interface OwnReport extends OwnFigures {
  readonly setting: OwnSetting
  /** What really took part: model or finder may have been missing. */
  readonly used: OwnSetting
  /** True when it was stopped: the figures are those of the questions before. */
  readonly stopped: boolean
  readonly outcomes: readonly OwnOutcome[]
  readonly took_ms: number
}
