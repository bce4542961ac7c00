/** What questions take when nothing is remembered of them. */
import type { QuestionOutcome } from '../contract/dataset'
import { createBoundedMemory } from '../engine/bounded-memory'
import { createEmbeddings } from '../engine/embeddings'
import type { IngestModel } from '../engine/ingest'
import { judgeQuestion, type JudgingTools, type SetQuestion } from '../engine/judge-question'
import { createModelQueue } from '../engine/model-queue'
import type { AnswerFinder, Hasher, Reading } from '../engine/ports'
import { createReadings } from '../engine/readings'
import { spread } from '../engine/set-figures'
import { mean } from '../engine/statistics'
import type { SetSpeed } from './set-result'

/** Enough for a middle; the first warms up and is not counted. */
const QUESTIONS = 13
const REMEMBERED = 10_000

export interface SpeedParts {
  readonly tools: JudgingTools
  readonly questions: readonly SetQuestion[]
  /** Of all questions of the run: hits do not depend on what is remembered. */
  readonly outcomes: readonly QuestionOutcome[]
  readonly model: IngestModel
  readonly hasher: Hasher
  readonly finder: AnswerFinder | undefined
}

export async function measureSpeed(parts: SpeedParts): Promise<SetSpeed> {
  const { tools, questions, outcomes, model, hasher, finder } = parts
  const { clock } = tools
  const queue = createModelQueue()
  const readingTimes: number[] = []
  const timed: AnswerFinder | undefined = finder && {
    ...finder,
    async read(...asked) {
      const began = clock.elapsed()
      const reading = await finder.read(...asked)
      readingTimes.push(clock.elapsed() - began)
      return reading
    },
  }
  const cold: JudgingTools = {
    ...tools,
    embeddings: createEmbeddings({
      ...model,
      queue,
      hasher,
      memory: createBoundedMemory<Float32Array>(REMEMBERED),
    }),
    readings:
      timed &&
      createReadings({
        finder: timed,
        queue,
        hasher,
        memory: createBoundedMemory<Reading>(REMEMBERED),
      }),
  }
  const times = []
  for (const [turn, question] of questions.slice(0, QUESTIONS).entries()) {
    const { took_ms } = await judgeQuestion(question, cold)
    if (turn > 0) times.push(took_ms)
    else readingTimes.length = 0
  }
  const reading = mean(readingTimes)
  const beyondHits = spread(times.map(({ whole, embedding, hits }) => whole - embedding - hits))
  return {
    hits_ms: spread(outcomes.map(({ took_ms }) => took_ms.hits)),
    embedding_ms: mean(times.map(({ embedding }) => embedding)),
    ...(readingTimes.length > 0 && {
      reading_ms: reading,
      leadInReadings: beyondHits.p50 / reading,
    }),
  }
}
