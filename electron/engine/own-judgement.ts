/** One answer against the places that were marked as right, and the figures of many. */
import type { AnswerKind, AnswerSentence, Hit, Span } from '../contract/entities'
import type { OwnFigures, OwnOutcome, OwnQuestionNow, OwnVerdict } from '../contract/own-questions'

/** Hits shown of every question. */
const HITS_SHOWN = 3

export interface StretchOf extends Span {
  readonly articleId: string
}

export interface GivenAnswer {
  readonly kind: AnswerKind
  /** What leads, or would have led. */
  readonly lead: AnswerSentence | undefined
  /** Best first. */
  readonly hits: readonly Hit[]
  /** Passages of each lane by itself, best first; empty for a lane that took no part. */
  readonly byMeaning: readonly StretchOf[]
  readonly byWords: readonly StretchOf[]
}

export function judge(own: OwnQuestionNow, given: GivenAnswer): OwnOutcome {
  const right = own.right.filter(({ state }) => state === 'stands')
  const isRight = (stretch: StretchOf) => right.some((place) => overlaps(place, stretch))
  const rankIn = (stretches: readonly StretchOf[]) => {
    const place = stretches.findIndex(isRight)
    return place < 0 ? undefined : place + 1
  }
  const { kind, lead, hits } = given
  const rank = rankIn(hits)
  const byMeaning = rankIn(given.byMeaning)
  const byWords = rankIn(given.byWords)
  const answerable = own.right.length > 0
  return {
    id: own.id,
    question: own.question,
    answerable,
    verdict: verdictOf({ answerable, kind, rank, leads: !!lead && isRight(lead.citation) }),
    kind,
    ...(rank !== undefined && { rank }),
    ...(byMeaning !== undefined && { byMeaning }),
    ...(byWords !== undefined && { byWords }),
    ...(lead && { lead: { text: lead.text, citation: lead.citation } }),
    hits: hits
      .slice(0, HITS_SHOWN)
      .map(({ articleId, title, sectionPath, paragraph, rank: at }) => {
        return { articleId, title, sectionPath, paragraph, rank: at }
      }),
  }
}

/** The outcome of a question that cannot be judged before it is marked again. */
export function unjudged({ id, question }: OwnQuestionNow): OwnOutcome {
  return { id, question, answerable: true, verdict: 'stale', hits: [] }
}

function verdictOf(answer: {
  readonly answerable: boolean
  readonly kind: AnswerKind
  readonly rank: number | undefined
  readonly leads: boolean
}): OwnVerdict {
  const claimed = answer.kind === 'found'
  if (!answer.answerable) return claimed ? 'claimed' : 'right'
  if (claimed) return answer.leads ? 'right' : 'lead-elsewhere'
  return answer.rank === undefined ? 'missed' : 'unsure'
}

export function figuresOf(outcomes: readonly OwnOutcome[]): OwnFigures {
  const judged = outcomes.filter(({ verdict }) => verdict !== 'stale')
  const answerable = judged.filter((outcome) => outcome.answerable)
  const unanswerable = judged.filter((outcome) => !outcome.answerable)
  const within = (most: number) =>
    mean(answerable.map(({ rank }) => (rank !== undefined && rank <= most ? 1 : 0)))
  const count = (among: readonly OwnOutcome[], ...verdicts: readonly OwnVerdict[]) =>
    among.filter(({ verdict }) => verdicts.includes(verdict)).length
  return {
    answerable: answerable.length,
    unanswerable: unanswerable.length,
    stale: outcomes.length - judged.length,
    'hit@1': within(1),
    'hit@3': within(3),
    'hit@10': within(10),
    'mrr@10': mean(answerable.map(({ rank }) => (rank === undefined ? 0 : 1 / rank))),
    leadRight: count(answerable, 'right'),
    leadElsewhere: count(answerable, 'lead-elsewhere'),
    refusedWrongly: count(answerable, 'unsure', 'missed'),
    refusedRightly: count(unanswerable, 'right'),
    claimedWrongly: count(unanswerable, 'claimed'),
  }
}

function overlaps(a: StretchOf, b: StretchOf): boolean {
  return a.articleId === b.articleId && a.start < b.end && b.start < a.end
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}
