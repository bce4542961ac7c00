/**
 * A question as stretches of sound: Han characters and typed pinyin that stand together. Each
 * stretch is a row of places; steps lead from place to place and say which characters may be meant.
 *
 *   "cuishou会上门吗"    c u i s h o u 会 上 门 吗
 *                       └cui┘ └shou─┘ │  │  │  └ as typed, or one that sounds alike
 */
import { simplify } from './fold'
import { contentWeight } from './function-words'
import type { Romanizer } from './ports'

/** Longest syllables: 'zhuang', 'chuang', 'shuang'. */
const SYLLABLE_MOST = 6

export interface Step {
  readonly from: number
  readonly to: number
  readonly candidates: readonly string[]
  /** The Han character that was typed; undefined for pinyin. */
  readonly typed: string | undefined
  /** A word begins here, as its writer set it off: what stands before says less about it. */
  readonly begins: boolean
}

export interface Stretch {
  /** Where each place begins in the question, and where the last one ends, in UTF-16 units. */
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  /** By the place where they begin. */
  readonly steps: readonly (readonly Step[])[]
}

/** Seldom mistyped, like the words that only shape a question, and part of many other words. */
const numerals = new Set('零〇一二三四五六七八九十百千万亿两')
const words = /\p{Script=Han}|[a-zü]+|[^\p{Script=Han}a-zü]+/giu
/** What may stand between two syllables of one stretch. */
const joint = /^[ '’]+$/

interface Piece {
  readonly text: string
  readonly start: number
  readonly kind: 'han' | 'pinyin' | 'joint' | 'other'
}

/**
 * @param isWord whether the library has a word of Latin letters
 * @param among the characters worth a thought among those that sound alike
 */
export function stretchesOf(
  question: string,
  romanizer: Romanizer,
  isWord: (word: string) => boolean,
  among: (characters: readonly string[]) => readonly string[],
): readonly Stretch[] {
  const pieces = piecesOf(question, romanizer, isWord)
  const groups: Piece[][] = [[]]
  for (const [place, piece] of pieces.entries()) {
    const neighbours = [pieces[place - 1], pieces[place + 1]]
    const joins =
      piece.kind === 'joint' && neighbours.some((neighbour) => neighbour?.kind === 'pinyin')
    if (joins) continue
    if (piece.kind === 'han' || piece.kind === 'pinyin') groups.at(-1)?.push(piece)
    else groups.push([])
  }
  return groups
    .filter((group) => group.length > 0)
    .map((group) => stretchOf(group, romanizer, among))
}

function piecesOf(
  question: string,
  romanizer: Romanizer,
  isWord: (word: string) => boolean,
): readonly Piece[] {
  const latin = Array.from(question.matchAll(/[a-zü]+/giu), ([word]) => pinyinOf(word))
  const spelt = latin.filter((word) => isSpelt(word, romanizer))
  const letters = (some: readonly string[]) => some.join('').length
  // "women" is pinyin among pinyin only: a question in English has words that are not.
  const isTyped = letters(spelt) * 2 > letters(latin)
  const allSpelt = spelt.length === latin.length
  const kindOf = (text: string): Piece['kind'] => {
    // Those of two UTF-16 units are too rare to be mistyped.
    if (text.length === 1 && /\p{Script=Han}/u.test(text)) return 'han'
    if (joint.test(text)) return 'joint'
    const word = pinyinOf(text)
    const isPinyin = isTyped && spelt.includes(word) && (allSpelt || !isWord(word))
    return isPinyin ? 'pinyin' : 'other'
  }
  return Array.from(question.matchAll(words), ({ 0: text, index }) => ({
    text,
    start: index,
    kind: kindOf(text),
  }))
}

function pinyinOf(word: string): string {
  return word.toLowerCase().replaceAll('ü', 'v')
}

/** Whether a word is nothing but syllables. */
function isSpelt(word: string, romanizer: Romanizer): boolean {
  const reached = new Set([0])
  for (let from = 0; from < word.length; from++) {
    if (!reached.has(from)) continue
    for (const syllable of syllablesAt(word, from, romanizer)) reached.add(from + syllable.length)
  }
  return reached.has(word.length)
}

function syllablesAt(word: string, from: number, romanizer: Romanizer): readonly string[] {
  return Array.from({ length: SYLLABLE_MOST }, (_, place) => word.slice(from, from + place + 1))
    .filter((syllable, place) => syllable.length === place + 1)
    .filter((syllable) => romanizer.characters(syllable).length > 0)
}

function stretchOf(
  pieces: readonly Piece[],
  romanizer: Romanizer,
  among: (characters: readonly string[]) => readonly string[],
): Stretch {
  const starts: number[] = []
  const ends: number[] = []
  const steps: Step[][] = []
  const sounds = soundsOf(pieces, romanizer)
  let isAfterWord = false
  for (const [ordinal, { text, start, kind }] of pieces.entries()) {
    const first = starts.length
    if (kind === 'han') {
      const typed = simplify(text)
      const stays = numerals.has(typed) || contentWeight(typed) < 1
      const alike = stays ? [] : romanizer.characters(sounds[ordinal] ?? '')
      const candidates = Array.from(new Set([typed, ...among(alike)]))
      starts.push(start)
      ends.push(start + text.length)
      steps.push([{ from: first, to: first + 1, candidates, typed, begins: false }])
      isAfterWord = false
      continue
    }
    const word = pinyinOf(text)
    const isWord = romanizer.characters(word).length === 0
    for (let place = 0; place < word.length; place++) {
      starts.push(start + place)
      ends.push(start + place + 1)
      steps.push(
        syllablesAt(word, place, romanizer).map((syllable) => ({
          from: first + place,
          to: first + place + syllable.length,
          candidates: among(romanizer.characters(syllable)),
          typed: undefined,
          begins: place === 0 && (isWord || isAfterWord),
        })),
      )
    }
    isAfterWord = isWord
  }
  return { starts, ends, steps }
}

/** How each Han piece is read among its neighbours. */
function soundsOf(pieces: readonly Piece[], romanizer: Romanizer): readonly (string | undefined)[] {
  const sounds: (string | undefined)[] = []
  let run = ''
  const readRun = () => {
    if (run !== '') sounds.push(...romanizer.syllables(run))
    run = ''
  }
  for (const { text, kind } of pieces) {
    if (kind === 'han') run += simplify(text)
    else {
      readRun()
      sounds.push(undefined)
    }
  }
  readRun()
  return sounds
}
