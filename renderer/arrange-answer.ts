import type { AnswerSentence, Hit, Span } from '../electron/contract/entities'

/** A stretch of an article that is marked, and the words in it that answer. */
export interface Mark extends Span {
  readonly words?: Span
}

/** Hits that show something the sentences do not: none of them stands inside. */
export function otherHits(
  hits: readonly Hit[],
  sentences: readonly AnswerSentence[],
): readonly Hit[] {
  return hits.filter(
    (hit) =>
      !sentences.some(
        ({ citation }) =>
          citation.articleId === hit.articleId &&
          citation.start >= hit.start &&
          citation.end <= hit.end,
      ),
  )
}

/** The spans of `sentences` that stand in one article, in reading order. */
export function marksOf(sentences: readonly AnswerSentence[], articleId: string): readonly Mark[] {
  return sentences
    .filter(({ citation }) => citation.articleId === articleId)
    .map(({ citation: { start, end }, highlight }) => ({
      start,
      end,
      ...(highlight && { words: { start: start + highlight[0], end: start + highlight[1] } }),
    }))
    .toSorted((a, b) => a.start - b.start)
}
