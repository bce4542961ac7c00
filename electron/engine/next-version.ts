/** Is a file the next version of one that the library has, and under which id does a new one go? */
import type { Article } from '../contract/entities'

/** Of the shorter text's sentences, those that the next version of a file must have in common. */
const KEPT_SHARE = 1 / 2

/**
 * Whether `draft` may take the place of an earlier article of the same file name and title. Two
 * folders may each hold a notes.txt: only what says half of the shorter text again is its next
 * version. An earlier one that cannot be read is replaced.
 */
export function isVersionOf(draft: Article, earlier: Article | undefined): boolean {
  if (!earlier) return true
  const [before, after] = [sentencesOf(earlier), sentencesOf(draft)]
  const kept = Array.from(after).filter((sentence) => before.has(sentence)).length
  return kept >= Math.min(before.size, after.size) * KEPT_SHARE
}

function sentencesOf({ text, sections }: Article): ReadonlySet<string> {
  return new Set(
    sections
      .flatMap(({ paragraphs }) => paragraphs)
      .flatMap(({ sentences }) => sentences)
      .map(({ start, end }) => text.slice(start, end)),
  )
}

/** First 16 hex digits of the content's hash; longer only in the unlikely case that it is taken. */
export function freeId(sha256: string, taken: ReadonlySet<string>): string {
  let length = 16
  while (taken.has(sha256.slice(0, length))) length++
  return sha256.slice(0, length)
}
