/** In which order the sentences of an answer are shown, and with which numbers: one rule for every door. */
import type { AnswerSentence } from './entities'

/** One sentence to show, after the sentences that must be read first for it to make sense. */
export interface AnswerLine {
  /** From 1: what names its source. */
  readonly number: number
  readonly sentence: AnswerSentence
  /** Shown before it, without a number. */
  readonly context: readonly AnswerSentence[]
  /** Place in the list of steps, from 1; only steps have one. */
  readonly step?: number
  /** Number of the first line whose section it shares: what that one rests on, it rests on too. */
  readonly sameSectionAs?: number
}

/**
 * The lead first, then the steps as their article has them, then the rest as given; a context
 * sentence goes before the nearest sentence that follows it in its article, else before the lead.
 */
export function arrangeAnswer(sentences: readonly AnswerSentence[]): readonly AnswerLine[] {
  const having = (wanted: (role: AnswerSentence['role']) => boolean) =>
    sentences.filter(({ role }) => wanted(role))
  const lead = having((role) => role === 'lead')
  const steps = having((role) => role === 'step').toSorted(inReadingOrder)
  const ordered = [...lead, ...steps, ...having((role) => role === 'support')]
  const contexts = having((role) => role === 'context').toSorted(inReadingOrder)
  return ordered.map((sentence, index) => {
    const first = ordered.findIndex((earlier) => isSameSection(earlier, sentence))
    return {
      number: index + 1,
      sentence,
      context: contexts.filter(
        (context) => (follower(context, ordered) ?? ordered[0]) === sentence,
      ),
      ...(sentence.role === 'step' && { step: stepPlace(sentence, steps, lead[0]) }),
      ...(first < index && { sameSectionAs: first + 1 }),
    }
  })
}

/** A lead that stands between two steps is one of them: the count goes on past it. */
function stepPlace(
  step: AnswerSentence,
  steps: readonly AnswerSentence[],
  lead: AnswerSentence | undefined,
): number {
  const place = steps.indexOf(step) + 1
  const [first] = steps
  const leadIsBetween =
    lead !== undefined &&
    first !== undefined &&
    isSameSection(lead, step) &&
    first.citation.start < lead.citation.start &&
    lead.citation.start < step.citation.start
  return leadIsBetween ? place + 1 : place
}

function inReadingOrder({ citation: a }: AnswerSentence, { citation: b }: AnswerSentence): number {
  return a.articleId === b.articleId ? a.start - b.start : 0
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
    .toSorted(inReadingOrder)[0]
}
