/**
 * The user's own questions through the path of `ask`, under one setting. Whoever asks something
 * meanwhile goes first: before each of its inferences a run waits until no question does.
 */
import type { EngineEvent } from '../contract/entities'
import type { OperationHandlers } from '../contract/operations'
import type { OwnOutcome, OwnQuestionNow, OwnReport, OwnSetting } from '../contract/own-questions'
import { answerFrom, find, foundBy, type AnswerTools, type Found } from './answer-question'
import type { ModelQueue } from './model-queue'
import { figuresOf, judge, unjudged, type StretchOf } from './own-judgement'
import type { Clock } from './ports'
import { orderOf } from './retrieve'

const DEPTH = 10

export interface OwnEvaluationParts {
  readonly questions: () => readonly OwnQuestionNow[]
  /** With all that can be had now; called once it is known what can. */
  readonly tools: () => AnswerTools
  /** Resolves when model and answer finder are there or have failed. @throws why the model has, for a setting that cannot do without it */
  readonly ready: (setting: OwnSetting) => Promise<void>
  readonly queue: ModelQueue
  readonly clock: Clock
  readonly onEvent: (event: EngineEvent) => void
}

export interface OwnEvaluation {
  readonly handlers: Pick<OperationHandlers, 'evaluateOwn' | 'stopEvaluation'>
  /** Stops what runs and waits for its end. */
  close(): Promise<void>
}

export function createOwnEvaluation(parts: OwnEvaluationParts): OwnEvaluation {
  const { clock, queue } = parts
  let turn: Promise<unknown> = Promise.resolve()
  let running: { stopped: boolean } | undefined
  let closed = false

  const evaluate = async (setting: OwnSetting): Promise<OwnReport> => {
    const run = { stopped: closed }
    running = run
    await parts.ready(setting)
    const began = clock.elapsed()
    const tools = limited(parts.tools(), setting, queue)
    const all = parts.questions()
    const outcomes: OwnOutcome[] = []
    for (const own of all) {
      if (run.stopped) break
      outcomes.push(own.stale ? unjudged(own) : await outcomeOf(own, setting, tools))
      parts.onEvent({ type: 'evaluation', done: outcomes.length, total: all.length })
      await clock.pause()
    }
    return {
      ...figuresOf(outcomes),
      setting,
      used: {
        meaning: tools.embeddings !== undefined,
        words: setting.words,
        finder: tools.readings !== undefined,
      },
      stopped: outcomes.length < all.length,
      outcomes,
      took_ms: Math.round(clock.elapsed() - began),
    }
  }

  const stop = () => {
    if (running) running.stopped = true
  }

  return {
    handlers: {
      evaluateOwn: ({ setting }) => {
        const run = turn.then(() => evaluate(setting))
        // Whoever asked for it learns of a failure; the next run only waits for its end.
        turn = run.catch(() => undefined).then(() => (running = undefined))
        return run
      },
      stopEvaluation: () => {
        stop()
        return Promise.resolve({})
      },
    },

    async close() {
      closed = true
      stop()
      await turn
    },
  }
}

/** The tools of a setting, each inference behind the questions that wait. */
function limited(tools: AnswerTools, setting: OwnSetting, queue: ModelQueue): AnswerTools {
  const { embeddings, readings } = tools
  const questionsFirst = () => queue.run('import', () => Promise.resolve())
  return {
    ...tools,
    embeddings:
      setting.meaning && embeddings
        ? {
            question: (text) => questionsFirst().then(() => embeddings.question(text)),
            sentence: (text) => questionsFirst().then(() => embeddings.sentence(text)),
          }
        : undefined,
    readings:
      setting.finder && readings
        ? { read: (...asked) => questionsFirst().then(() => readings.read(...asked)) }
        : undefined,
  }
}

async function outcomeOf(
  own: OwnQuestionNow,
  setting: OwnSetting,
  tools: AnswerTools,
): Promise<OwnOutcome> {
  const found = await findWith(own.question, setting, tools)
  const { kind, lead, hits } = await answerFrom(found, DEPTH, tools)
  const passagesBy = (lane: 'dense' | 'lexical'): readonly StretchOf[] =>
    orderOf(found.retrieval.candidates, lane).flatMap(
      ({ label }) => tools.library.entry(label)?.passage ?? [],
    )
  return judge(own, {
    kind,
    lead,
    hits,
    byMeaning: passagesBy('dense'),
    byWords: setting.words ? passagesBy('lexical') : [],
  })
}

async function findWith(
  question: string,
  { words }: OwnSetting,
  tools: AnswerTools,
): Promise<Found> {
  const found = await find(question, tools)
  const { vector } = found.query
  return words ? found : foundBy(question, { terms: [], ...(vector && { vector }) }, tools)
}
