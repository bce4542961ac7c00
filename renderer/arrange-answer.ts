import type { AnswerSentence, Hit, Span, Topic } from '../electron/contract/entities'

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

/** Topics whose section none of `hits` stands in: a place that is listed once is enough. */
export function otherTopics(topics: readonly Topic[], hits: readonly Hit[]): readonly Topic[] {
  const sections = new Set(hits.map(sectionOf))
  return topics.filter((topic) => !sections.has(sectionOf(topic)))
}

const sectionOf = ({ articleId, sectionPath }: Topic | Hit) =>
  JSON.stringify([articleId, ...sectionPath])

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
