/** One question of a set through the path of `ask`, against what the set says is right. */
import type { QuestionOutcome, RankedList } from '../contract/dataset'
import type { Citation } from '../contract/entities'
import { answerFrom, find, type AnswerTools } from './answer-question'
import { simplify } from './fold'
import type { Entry } from './library-index'
import type { Clock } from './ports'
import { orderOf, type Candidate } from './retrieve'

/** Passages of a list that count. */
export const DEPTH = 10

export interface SetQuestion {
  readonly id: string
  readonly text: string
  /** Keys of places that answer; none for a question that the set does not answer. */
  readonly right: readonly string[]
  /** Absent where the set does not say where the answer stands. */
  readonly isRightLead?: (lead: Citation) => boolean
}

export interface JudgingTools extends AnswerTools {
  readonly clock: Clock
  /** The place that a passage stands for, as questions name it; it counts once, where its best passage is. */
  readonly keyOf: (entry: Entry) => string
}

/** Hits and lead are taken whatever the kind. @throws what the model throws */
export async function judgeQuestion(
  question: SetQuestion,
  tools: JudgingTools,
): Promise<QuestionOutcome> {
  const { clock } = tools
  const began = clock.elapsed()
  await tools.embeddings?.question(simplify(question.text))
  const embedding = clock.elapsed() - began
  const found = await find(question.text, tools)
  const hits = clock.elapsed() - began - embedding
  const { kind, sureness, lead, read } = await answerFrom(found, DEPTH, tools)
  const whole = clock.elapsed() - began

  const { candidates } = found.retrieval
  const lists: Record<RankedList, readonly string[]> = {
    hybrid: keysOf(read.ranked, tools),
    fused: keysOf(candidates, tools),
    dense: keysOf(orderOf(candidates, 'dense'), tools),
    lexical: keysOf(orderOf(candidates, 'lexical'), tools),
  }
  const { right, isRightLead } = question
  const ranks = Object.entries(lists).flatMap(([name, keys]) => {
    const place = keys.findIndex((key) => right.includes(key))
    return place < 0 ? [] : [[name, place + 1] as const]
  })
  const recall = (keys: readonly string[]) =>
    right.filter((key) => keys.includes(key)).length / Math.max(1, right.length)
  return {
    id: question.id,
    answerable: right.length > 0,
    ranks: Object.fromEntries(ranks),
    recalls: {
      hybrid: recall(lists.hybrid),
      fused: recall(lists.fused),
      dense: recall(lists.dense),
      lexical: recall(lists.lexical),
    },
    kind,
    ...(sureness !== undefined && { sureness }),
    ...(isRightLead && { leadRight: lead !== undefined && isRightLead(lead.citation) }),
    ...(lead && { leadLength: Array.from(lead.text).length }),
    took_ms: { embedding, hits, whole },
  }
}

/** Best first, each once. */
function keysOf(
  candidates: readonly Candidate[],
  { library, keyOf }: JudgingTools,
): readonly string[] {
  const keys = new Set<string>()
  for (const { label } of candidates) {
    const entry = library.entry(label)
    if (entry) keys.add(keyOf(entry))
    if (keys.size === DEPTH) break
  }
  return Array.from(keys)
}
