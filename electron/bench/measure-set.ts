/** One opened set, measured in all that the bench reports. */
import type { QuestionOutcome } from '../contract/dataset'
import { judgeQuestion, type JudgingTools, type SetQuestion } from '../engine/judge-question'
import type { IngestModel } from '../engine/ingest'
import type { AnswerFinder, Hasher, VectorIndex } from '../engine/ports'
import { leadFigures, refusedShare, retrievalFigures } from '../engine/set-figures'
import { vectorKeys } from '../engine/split-passages'
import { auroc, mean, pairedBootstrap, reliability } from '../engine/statistics'
import { isForTuning } from './example-sets'
import type { ForeignQuestion } from './foreign-questions'
import { measureSpeed } from './measure-speed'
import { bitsOf, digestOf } from './outcome-bits'
import type { RefusedShare, SetFigures, SetResult } from './set-result'
import { measureSmall } from './small-libraries'

export interface OpenedSet {
  readonly name: string
  readonly passages: number
  readonly tools: JudgingTools
  /** Those that are asked, in the order of their hashes. */
  readonly questions: readonly SetQuestion[]
  /** Of all questions of the set, asked or not. */
  readonly ids: readonly string[]
  /** Whether questions name articles, so that smaller libraries can be made of them. */
  readonly byArticle: boolean
  readonly index: VectorIndex
  readonly indexRecall: () => Promise<number>
  readonly build_s: number
  readonly vectorsMade: number
  readonly model: IngestModel
  readonly finder: AnswerFinder | undefined
  readonly hasher: Hasher
  /** Of one vector on the disk. */
  readonly recordBytes: number
}

export interface MeasureOptions {
  readonly foreign: readonly ForeignQuestion[]
  readonly smallLibraries: readonly number[]
  readonly smallQuestions: number
  /** Hears of each of the set's own questions. */
  readonly onOutcome?: (question: SetQuestion, outcome: QuestionOutcome) => void
}

/** @throws what the model throws: figures of a part would mislead */
export async function measureSet(set: OpenedSet, options: MeasureOptions): Promise<SetResult> {
  const { tools, questions, model } = set
  const { clock, library } = tools
  const began = clock.elapsed()
  const own: QuestionOutcome[] = []
  for (const question of questions) {
    const outcome = await judgeQuestion(question, tools)
    options.onOutcome?.(question, outcome)
    own.push(outcome)
  }
  const strange: QuestionOutcome[] = []
  for (const question of options.foreign) {
    strange.push(await judgeQuestion({ ...question, right: [] }, tools))
  }
  const odd = own.filter(({ id }) => !isForTuning(id))
  const unanswerable = [...odd.filter(({ answerable }) => !answerable), ...strange]
  const answerable = odd.filter((outcome) => outcome.answerable)
  const separation = auroc(answerable.map(surenessOf), unanswerable.map(surenessOf))
  const small = []
  for (const size of set.byArticle ? options.smallLibraries : []) {
    const figures = await measureSmall(size, {
      tools,
      vectors: model.vectors,
      dims: model.embedder.dims,
      questions: questions
        .filter(({ id, right }) => right.length > 0 && !isForTuning(id))
        .slice(0, options.smallQuestions),
      foreign: options.foreign,
    })
    if (figures) small.push(figures)
  }
  return {
    name: set.name,
    passages: set.passages,
    finder: set.finder !== undefined,
    whole: figuresOf(own),
    odd: figuresOf(odd),
    againstLane: againstBetterLane(own),
    foreign: refusals(options.foreign, strange),
    ...(separation !== undefined && { auroc: separation }),
    reliability: reliability(
      [...answerable, ...unanswerable].map((outcome) => ({
        sureness: surenessOf(outcome),
        isTrue: outcome.answerable,
      })),
    ),
    small,
    speed: await measureSpeed({ ...set, outcomes: own }),
    index: {
      vectorBytes:
        set.recordBytes *
        new Set(library.articles().flatMap(({ passages }) => passages.flatMap(vectorKeys))).size,
      wordBytes: await wordBytesOf(set),
      build_s: set.build_s,
      vectorsMade: set.vectorsMade,
      kind: set.index.kind,
      'recall@10': await set.indexRecall(),
    },
    digests: { own: digestOf(set.ids), foreign: digestOf(options.foreign.map(({ id }) => id)) },
    bits: bitsOf(own, strange),
    took_s: (clock.elapsed() - began) / 1000,
  }
}

/** Without a model nothing is claimed. */
function surenessOf({ sureness = 0 }: QuestionOutcome): number {
  return sureness
}

function figuresOf(outcomes: readonly QuestionOutcome[]): SetFigures {
  const lead = leadFigures(outcomes)
  const answerable = outcomes.filter((outcome) => outcome.answerable)
  const offTopic = outcomes.filter((outcome) => !outcome.answerable)
  return {
    questions: outcomes.length,
    hybrid: retrievalFigures(outcomes, 'hybrid'),
    fused: retrievalFigures(outcomes, 'fused'),
    dense: retrievalFigures(outcomes, 'dense'),
    lexical: retrievalFigures(outcomes, 'lexical'),
    ...(lead && { lead }),
    claimed: mean(answerable.map(({ kind }) => Number(kind === 'found'))),
    ...(offTopic.length > 0 && { offTopicRefused: refusedShare(offTopic) }),
  }
}

function againstBetterLane(outcomes: readonly QuestionOutcome[]): SetResult['againstLane'] {
  const answerable = outcomes.filter((outcome) => outcome.answerable)
  const firsts = (list: 'hybrid' | 'dense' | 'lexical') =>
    answerable.map(({ ranks }) => Number(ranks[list] === 1))
  const lane = mean(firsts('dense')) >= mean(firsts('lexical')) ? 'dense' : 'lexical'
  return { lane, ...pairedBootstrap(firsts(lane), firsts('hybrid')) }
}

function refusals(
  questions: readonly ForeignQuestion[],
  outcomes: readonly QuestionOutcome[],
): SetResult['foreign'] {
  const share = (isSame: boolean): RefusedShare => {
    const these = outcomes.filter((_, place) => questions[place]?.isSameLanguage === isSame)
    return { questions: these.length, refused: refusedShare(these) }
  }
  return { same: share(true), other: share(false) }
}

async function wordBytesOf({ tools }: OpenedSet): Promise<number> {
  let bytes = 0
  await tools.library.keepWords({
    read: () => Promise.resolve(undefined),
    write: (pieces) => {
      bytes = pieces.reduce((sum, piece) => sum + piece.length, 0)
      return Promise.resolve(true)
    },
  })
  return bytes
}
