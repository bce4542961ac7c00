/** Why a hit stands where it stands and how sure an answer is, in words for people. */
import type { Answer, Hit, HitReasons, Language } from '../entities'
import { fill, wordingFor } from './wording'

/** Signs that lift or lower a hit, in the order in which they are shown. */
export const signs = ['meaning', 'words', 'heading', 'reading', 'other'] as const
export type Sign = (typeof signs)[number]

/** A sign is named when it does at least this share of what the strongest does. */
const NAMED_SHARE = 1 / 3
/** From here on most of the question stands in the headings. */
const MOST = 0.5
/** An answer in the lowest part of what counts as found is found narrowly. */
const NARROW_SHARE = 1 / 3

/** Each a part of a sentence, to stand behind its label. */
export interface WhyWords {
  readonly meaning: string
  /** The place by words; which words are in `found` and `missing`. */
  readonly words: string
  readonly heading: string
  readonly reading: string
  readonly ranking: string
}

export function whyWords(why: HitReasons, rank: number, language: Language): WhyWords {
  const { words, heading, reading } = wordingFor(language).why
  const { rank: place } = why.words
  return {
    meaning: meaningWords(why, language),
    words: place === undefined ? words.unplaced : fill(words.place, { rank: place }),
    heading: why.heading >= MOST ? heading.most : why.heading > 0 ? heading.some : heading.none,
    reading: why.reading
      ? fill(why.reading.score > 0 ? reading.answers : reading.doubtful, {
          sentence: why.reading.sentence,
        })
      : reading.unread,
    ranking: rankingWords(why, rank, language),
  }
}

function meaningWords({ meaning }: HitReasons, language: Language): string {
  const { meaning: said } = wordingFor(language).why
  if (!meaning) return said.silent
  const { rank, passage, part, ask = -Infinity } = meaning
  const nearest = Math.max(passage, part, ask)
  const sentence = nearest === ask ? said.ask : nearest === passage ? said.passage : said.part
  return fill(sentence, { rank })
}

function rankingWords({ fused, lifts }: HitReasons, rank: number, language: Language): string {
  const { places, signs: names, list } = wordingFor(language).why
  const { raising, lowering } = strongest(lifts)
  const named = (those: readonly Sign[]) => ({ signs: those.map((sign) => names[sign]).join(list) })
  return [
    fill(fused.rank === rank ? places.kept : places.moved, { before: fused.rank, rank }),
    ...(raising.length > 0 ? [fill(places.raised, named(raising))] : []),
    ...(lowering.length > 0 ? [fill(places.lowered, named(lowering))] : []),
    ...(raising.length + lowering.length === 0 ? [places.even] : []),
  ].join(places.separator)
}

/** Signs that did most, the strongest first. */
export function strongest(lifts: HitReasons['lifts']): {
  readonly raising: readonly Sign[]
  readonly lowering: readonly Sign[]
} {
  const size = (sign: Sign) => Math.abs(lifts[sign])
  const most = Math.max(...signs.map(size))
  const named = signs
    .filter((sign) => lifts[sign] !== 0 && size(sign) >= most * NAMED_SHARE)
    .toSorted((a, b) => size(b) - size(a))
  return {
    raising: named.filter((sign) => lifts[sign] > 0),
    lowering: named.filter((sign) => lifts[sign] < 0),
  }
}

/** Which of the question's words the passage has and which it lacks, on one line; empty for none. */
export function foundWords({ words }: HitReasons, language: Language): string {
  const { words: said, list, places } = wordingFor(language).why
  return [
    ...(words.found.length > 0 ? [fill(said.has, { words: words.found.join(list) })] : []),
    ...(words.missing.length > 0 ? [fill(said.lacks, { words: words.missing.join(list) })] : []),
  ].join(places.separator)
}

/** What the word over an answer means this time. */
export function surenessWords(
  { kind, sureness }: Pick<Answer, 'kind' | 'sureness'>,
  language: Language,
): string {
  const { sure } = wordingFor(language).why
  if (!sureness) return sure.wordsOnly
  if (kind !== 'found') return sure[kind]
  const { value, found } = sureness
  return value < found + (1 - found) * NARROW_SHARE ? sure.foundNarrowly : sure.found
}

/** One line for the words that were looked for beside those typed; `undefined` where there are none. */
export function alsoLookedForWords(
  { alsoLookedFor = [] }: Pick<Answer, 'alsoLookedFor'>,
  language: Language,
): string | undefined {
  if (alsoLookedFor.length === 0) return undefined
  const { answer, why } = wordingFor(language)
  const words = new Set(alsoLookedFor.map(({ word }) => fill(answer.alsoWord, { word })))
  return fill(answer.alsoLookedFor, { words: Array.from(words).join(why.list) })
}

/** A hit of a question that asked to be explained. */
export type ExplainedHit = Hit & { readonly why: HitReasons }

export function isExplained(hit: Hit): hit is ExplainedHit {
  return hit.why !== undefined
}
