/** The operations that answer: `ask` and `search`. */
import type { Answer, Hit, SoundAlike } from '../contract/entities'
import type { OperationHandlers } from '../contract/operations'
import {
  answerFrom,
  checkQuestion,
  find,
  hitsOf,
  type AnswerTools,
  type Found,
} from './answer-question'
import { calibration } from './calibration'
import { claim } from './claim'
import { reasonsOf } from './explain'
import type { Clock, Reading, Romanizer } from './ports'
import type { Candidate } from './retrieve'
import { soundAlike } from './sound-alike'

export interface AskHandlerParts {
  readonly clock: Clock
  readonly romanizer: Romanizer
  /** As they are at the moment. */
  readonly tools: () => AnswerTools
  /** Passages that have no vector yet. */
  readonly pending: () => number
  readonly remember: (question: string, kind: Answer['kind']) => void
}

/** A longer question has enough right words to be found by, and would keep the engine busy for seconds. */
const HEARD_MOST = 400

const unread: ReadonlyMap<number, Reading> = new Map()

export function createAskHandlers(
  parts: AskHandlerParts,
): Pick<OperationHandlers, 'ask' | 'search'> {
  const { clock, romanizer } = parts

  const answered = async (question: string, top: number, tools: AnswerTools) => {
    const found = await find(question, tools)
    return { found, body: await answerFrom(found, top, tools) }
  }

  /** Of a question of which little was found: the same in words of the library that sound alike. */
  const heard = (question: string, { library, segmenter }: AnswerTools) =>
    question.length > HEARD_MOST
      ? undefined
      : soundAlike(question, { lexical: library.lexical, romanizer, segmenter })

  const restOf = (began: number, { query }: Found, replaced?: readonly SoundAlike[]) => ({
    lanes: query.vector ? (['meaning', 'words'] as const) : (['words'] as const),
    pending: parts.pending(),
    took_ms: Math.round(clock.elapsed() - began),
    ...(replaced && { alsoLookedFor: replaced }),
  })

  return {
    ask: async ({ question: text, top, remember, explain }) => {
      const began = clock.elapsed()
      const question = checkQuestion(text)
      const tools = parts.tools()
      let { found, body } = await answered(question, top, tools)
      const other = body.kind === 'found' ? undefined : heard(question, tools)
      let replaced: readonly SoundAlike[] | undefined
      if (other) {
        const second = await answered(other.question, top, tools)
        if (isBetter(second.found, second.body, found, body)) {
          ;({ found, body } = second)
          replaced = other.replaced
        }
      }
      if (remember) parts.remember(question, body.kind)
      const { kind, sentences, topics, sureness } = body
      const { ranked, readings } = body.read
      return {
        kind,
        sentences,
        hits: explain ? explained(found, body.hits, ranked, readings, tools) : body.hits,
        topics,
        ...(explain && sureness !== undefined && { sureness: { value: sureness, ...cuts() } }),
        ...restOf(began, found, replaced),
      }
    },

    search: async ({ query, top, explain }) => {
      const began = clock.elapsed()
      const question = checkQuestion(query)
      const tools = parts.tools()
      let found = await find(question, tools)
      let replaced: readonly SoundAlike[] | undefined
      const first = claimOf(found)
      const other = first.kind === 'found' ? undefined : heard(question, tools)
      if (other) {
        const second = await find(other.question, tools)
        if (isBetter(second, claimOf(second), found, first)) {
          found = second
          replaced = other.replaced
        }
      }
      const hits = hitsOf(found.ranked, top, tools.library)
      return {
        hits: explain ? explained(found, hits, found.ranked, unread, tools) : hits,
        ...restOf(began, found, replaced),
      }
    },
  }
}

type Claimed = Pick<ReturnType<typeof claim>, 'sureness'>

function claimOf(found: Found) {
  return claim(found, found.ranked, unread)
}

/** By sureness, and where words alone were searched by how much of the question is there. */
function isBetter(second: Found, its: Claimed, first: Found, was: Claimed): boolean {
  if (its.sureness !== undefined && was.sureness !== undefined) return its.sureness > was.sureness
  return (second.ranked[0]?.coverage ?? 0) > (first.ranked[0]?.coverage ?? 0)
}

function cuts() {
  const { found, related } = calibration.claims
  return { found, related }
}

/** `hits` are the first of `ranked`, in its order. */
function explained(
  found: Found,
  hits: readonly Hit[],
  ranked: readonly Candidate[],
  readings: ReadonlyMap<number, Reading>,
  tools: AnswerTools,
): readonly Hit[] {
  const reasons = reasonsOf(found, readings, tools)
  return hits.map((hit) => {
    const why = reasons.get(ranked[hit.rank - 1]?.label ?? -1)
    return why ? { ...hit, why } : hit
  })
}
