import type { AnswerSentence, Hit, Span } from '../electron/contract/entities'

/** One sentence to show, after the sentences that must be read first for it to make sense. */
export interface AnswerLine {
  /** From 1: what is pressed to open its source. */
  readonly number: number
  readonly sentence: AnswerSentence
  readonly context: readonly AnswerSentence[]
  /** Number of the first line whose section it shares: what that one rests on, it rests on too. */
  readonly sameSectionAs?: number
}

/**
 * The order on screen: the lead first, then the rest as given; a context sentence goes before the
 * nearest sentence that follows it in its article, else before the lead.
 */
export function arrangeAnswer(sentences: readonly AnswerSentence[]): readonly AnswerLine[] {
  const claims = sentences.filter(({ role }) => role !== 'context')
  const ordered = [
    ...claims.filter(({ role }) => role === 'lead'),
    ...claims.filter(({ role }) => role !== 'lead'),
  ]
  const contexts = sentences
    .filter(({ role }) => role === 'context')
    .toSorted((a, b) => a.citation.start - b.citation.start)
  return ordered.map((sentence, index) => {
    const first = ordered.findIndex((earlier) => isSameSection(earlier, sentence))
    return {
      number: index + 1,
      sentence,
      context: contexts.filter(
        (context) => (follower(context, ordered) ?? ordered[0]) === sentence,
      ),
      ...(first < index && { sameSectionAs: first + 1 }),
    }
  })
}

/** Two sections of one name rest on the same only when they name the same facts. */
function isSameSection({ citation: a }: AnswerSentence, { citation: b }: AnswerSentence): boolean {
  const key = ({ sectionPath, facts }: typeof a) => JSON.stringify([sectionPath, facts])
  return a.articleId === b.articleId && key(a) === key(b)
}

function follower(
  { citation }: AnswerSentence,
  claims: readonly AnswerSentence[],
): AnswerSentence | undefined {
  return claims
    .filter(
      (claim) =>
        claim.citation.articleId === citation.articleId && claim.citation.start >= citation.end,
    )
    .toSorted((a, b) => a.citation.start - b.citation.start)[0]
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
export function marksOf(sentences: readonly AnswerSentence[], articleId: string): readonly Span[] {
  return sentences
    .filter(({ citation }) => citation.articleId === articleId)
    .map(({ citation: { start, end } }) => ({ start, end }))
    .toSorted((a, b) => a.start - b.start)
}
