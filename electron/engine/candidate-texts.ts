/** What the words of a question cover in a passage's heading and in its parts. */
import type { Entry } from './library-index'
import type { LexicalIndex } from './lexical-index'
import type { Segmenter } from './ports'
import type { CandidateText } from './rank-signals'
import { termsOf } from './terms'

const han = /\p{Script=Han}/u

/**
 * Each term's share of the question's weight.
 * @param terms of the question
 * @param whole weight of all of them together
 */
export function sharesOf(
  terms: readonly string[],
  whole: number,
  lexical: LexicalIndex,
): ReadonlyMap<string, number> {
  return new Map(Array.from(new Set(terms), (term) => [term, lexical.idf(term) / (whole || 1)]))
}

export function candidateText(
  question: string,
  shares: ReadonlyMap<string, number>,
  entry: Entry,
  segmenter: Segmenter,
): CandidateText {
  const { article, passage } = entry
  const covered = (text: string) => coveredShare(shares, text, segmenter)
  const parts = passage.parts.map(({ start, end }) => covered(article.text.slice(start, end)))
  return {
    headingCoverage: covered(headingOf(entry)),
    partCoverage: Math.max(0, ...parts),
    length: passage.end - passage.start,
    sameScript: sameScript(question, article.text.slice(passage.start, passage.end)),
  }
}

/** Share of the question's weight that a text holds, 0 to 1. */
export function coveredShare(
  shares: ReadonlyMap<string, number>,
  text: string,
  segmenter: Segmenter,
): number {
  let share = 0
  for (const term of new Set(termsOf(text, segmenter))) share += shares.get(term) ?? 0
  return share
}

/** Han or not: the one difference of script that moves the model's cosines much. */
export function sameScript(question: string, text: string): boolean {
  return han.test(question) === han.test(text)
}

/** Title, section path and asks: what says what a passage is about. */
function headingOf({ article, passage }: Entry): string {
  const { path = [], asks = [] } = article.sections[passage.section] ?? {}
  return [article.title, ...path, ...asks].join('\n')
}
