/**
 * A question whose words the library does not have, in the library's own words that sound alike:
 * typed pinyin ("cuishou shangmen") and wrong characters of the right sound (催受, 征心). Meant for a
 * question of which little was found: a right question is hardly ever changed, but it may be.
 *
 *   stretches   what may be meant, syllable by syllable                     sound-stretches
 *   path        the likeliest characters, by what stands together here      sound-path
 *   kept        what the library has as words                               sound-evidence
 *
 * Nothing is kept in memory but the romanizer's table of characters: which of them stand together
 * is asked of the lexical index, whose pairs are all there.
 */
import type { SoundAlike } from '../contract/entities'
import { evidenceFor, type SoundAlikeTools } from './sound-evidence'
import { isChanged, likeliestPath, type Chosen } from './sound-path'
import { stretchesOf, type Stretch } from './sound-stretches'

/** Characters that sound alike and are worth a thought, the most frequent ones. */
const ALIKE_MOST = 24
/** Of typed pinyin this much must be in words; the rest is 吗, 我, 会 and the like. */
const CARRIED_SHARE = 1 / 2

export interface Heard {
  /** The question with those words. */
  readonly question: string
  /** In reading order, at least one. */
  readonly replaced: readonly SoundAlike[]
}

/** Undefined when nothing is to be replaced. */
export function soundAlike(question: string, tools: SoundAlikeTools): Heard | undefined {
  const { lexical, romanizer } = tools
  if (lexical.size === 0) return undefined
  const whole = Math.log1p(lexical.size)
  const known = new Map<string, number>()
  const weight = (pair: string) => {
    const before = known.get(pair)
    if (before !== undefined) return before
    const now = Math.log1p(lexical.passagesWith(pair)) / whole
    known.set(pair, now)
    return now
  }
  const among = (characters: readonly string[]) =>
    characters
      .map((character) => ({ character, passages: lexical.passagesWith(character) }))
      .filter(({ passages }) => passages > 0)
      .sort((a, b) => b.passages - a.passages)
      .slice(0, ALIKE_MOST)
      .map(({ character }) => character)
  const isWord = (word: string) => lexical.passagesWith(word) > 0
  const edits = stretchesOf(question, romanizer, isWord, among).flatMap((stretch) =>
    editsOf(stretch, likeliestPath(stretch, weight) ?? [], tools),
  )
  if (edits.length === 0) return undefined
  return {
    question: edits.reduceRight(
      (text, { start, end, meant }) => text.slice(0, start) + meant + text.slice(end),
      question,
    ),
    replaced: edits.map(({ start, end, word }) => ({ typed: question.slice(start, end), word })),
  }
}

interface Edit {
  readonly start: number
  readonly end: number
  /** What stands in the place of `[start, end)`, and the word that it is a part of. */
  readonly meant: string
  readonly word: string
}

function editsOf(
  stretch: Stretch,
  path: readonly Chosen[],
  tools: SoundAlikeTools,
): readonly Edit[] {
  const groups = groupsOf(path)
  if (groups.length === 0) return []
  const { run, wordAround, isCarried } = evidenceFor(path, tools)
  return groups.flatMap(({ from, to, isPinyin }) => {
    const places = Array.from({ length: to - from }, (_, place) => from + place)
    const carried = places.filter(isCarried).length
    const [first, last] = [path[from], path[to - 1]]
    if (!first || !last) return []
    if (isPinyin ? carried < places.length * CARRIED_SHARE : carried < places.length) return []
    return {
      start: stretch.starts[first.step.from] ?? 0,
      end: stretch.ends[last.step.to - 1] ?? 0,
      meant: run.slice(from, to),
      word: isPinyin ? run.slice(from, to) : run.slice(...wordAround(from)),
    }
  })
}

interface Group {
  readonly from: number
  readonly to: number
  /** Else changed characters. */
  readonly isPinyin: boolean
}

/** Neighbouring places of the path that were typed as pinyin, or whose characters are others. */
function groupsOf(path: readonly Chosen[]): readonly Group[] {
  const groups: { from: number; to: number; isPinyin: boolean }[] = []
  path.forEach((chosen, place) => {
    const isPinyin = chosen.step.typed === undefined
    if (!isPinyin && !isChanged(chosen)) return
    const last = groups.at(-1)
    if (last?.to === place && last.isPinyin === isPinyin) last.to = place + 1
    else groups.push({ from: place, to: place + 1, isPinyin })
  })
  return groups
}
