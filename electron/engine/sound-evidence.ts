/**
 * Whether the library speaks for the characters of a path. Two characters may stand together in
 * many passages and still be a seam, the end of one word and the beginning of another (款利 of
 * 还款利息); only a word counts, often enough, and clearly oftener than what was typed.
 */
import type { LexicalIndex } from './lexical-index'
import type { Romanizer, Segmenter } from './ports'
import type { Chosen } from './sound-path'

/** A word of the library's stands in so many passages. */
const PASSAGES_LEAST = 3
/** Two characters make a word where they share this much of the rarer one's passages. */
const TOGETHER_SHARE = 0.1
/** A word replaces other characters when it stands in this many times more passages than they. */
const TIMES_MORE = 8

export interface SoundAlikeTools {
  readonly lexical: Pick<LexicalIndex, 'size' | 'passagesWith'>
  readonly romanizer: Romanizer
  readonly segmenter: Segmenter
}

export interface Evidence {
  /** The characters of the path. */
  readonly run: string
  /** The longest word of the library's around a place of the run, as `[start, end)`. */
  wordAround(place: number): readonly [start: number, end: number]
  /** Whether the library speaks for the character at a place, by the better of its two pairs. */
  isCarried(place: number): boolean
}

export function evidenceFor(
  path: readonly Chosen[],
  { lexical, romanizer, segmenter }: SoundAlikeTools,
): Evidence {
  const run = path.map(({ character }) => character).join('')
  const before = path.map(({ step, character }) => step.typed ?? character).join('')
  const [sounds, soundsBefore] = [romanizer.syllables(run), romanizer.syllables(before)]
  const words = wordsOf(run, segmenter).filter((word) => passages(word) >= PASSAGES_LEAST)

  function passages(text: string): number {
    return lexical.passagesWith(text)
  }

  const holdsTogether = (pair: string) => {
    const rarer = Math.min(...Array.from(pair, passages))
    return passages(pair) >= Math.max(PASSAGES_LEAST, rarer * TOGETHER_SHARE)
  }

  const wordAround = (place: number): readonly [number, number] => {
    for (const word of words) {
      const start = run.indexOf(word, Math.max(0, place - word.length + 1))
      if (start >= 0 && start <= place) return [start, start + word.length]
    }
    return [place, place + 1]
  }

  return {
    run,
    wordAround,
    isCarried(place) {
      const isPinyin = path[place]?.step.typed === undefined
      if (!isPinyin && sounds[place] !== soundsBefore[place]) return false
      const [start, end] = wordAround(place)
      const pairs = [place - 1, place].filter((at) => at >= 0)
      const now = pairs
        .filter((at) => at >= start && at + 2 <= end)
        .map((at) => run.slice(at, at + 2))
        .filter((pair) => isPinyin || holdsTogether(pair))
        .map(passages)
      const most = Math.max(0, ...now)
      const typed = Math.max(0, ...pairs.map((at) => passages(before.slice(at, at + 2))))
      return most >= PASSAGES_LEAST && (isPinyin || most >= TIMES_MORE * typed)
    },
  }
}

/** Longest first; pairs by themselves too, since 会上门 is cut 会上 | 门. */
function wordsOf(run: string, segmenter: Segmenter): readonly string[] {
  const pairs = Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2))
  const words = new Set([run, ...pairs].flatMap((text) => segmenter.words(text)))
  return Array.from(words).sort((a, b) => b.length - a.length)
}
