/** The set's questions over libraries of a few of its passages: the right one among them, the rest by chance. */
import { judgeQuestion, type JudgingTools, type SetQuestion } from '../engine/judge-question'
import type { StoredArticle, VectorStore } from '../engine/ports'
import { refusedShare } from '../engine/set-figures'
import { mean } from '../engine/statistics'
import { indexOf, shuffled } from './example-sets'
import type { ForeignQuestion } from './foreign-questions'
import type { SmallLibraryFigures } from './set-result'

export interface SmallLibraryParts {
  readonly tools: JudgingTools
  readonly vectors: VectorStore
  readonly dims: number
  readonly questions: readonly SetQuestion[]
  readonly foreign: readonly ForeignQuestion[]
}

/** For a set whose questions name articles; `undefined` where the set itself is no larger. */
export async function measureSmall(
  size: number,
  { tools, vectors, dims, questions, foreign }: SmallLibraryParts,
): Promise<SmallLibraryFigures | undefined> {
  const all = tools.library.articles()
  if (all.length <= size) return undefined
  const order = shuffled(all.map((stored) => ({ id: stored.article.id, stored })))
  const openSmall = (question: SetQuestion, turn: number): JudgingTools => {
    const isRight = ({ article }: StoredArticle) => question.right.includes(article.id)
    const right = all.filter(isRight).slice(0, 1)
    const first = (turn * size) % order.length
    const others = [...order.slice(first), ...order.slice(0, first)]
      .map(({ stored }) => stored)
      .filter((stored) => !isRight(stored))
      .slice(0, size - right.length)
    const library = indexOf([...right, ...others], { vectors, dims, segmenter: tools.segmenter })
    return { ...tools, library }
  }
  const own = []
  const strange = []
  for (const [turn, question] of questions.entries()) {
    const small = openSmall(question, turn)
    own.push(await judgeQuestion(question, small))
    const stranger = foreign[turn % Math.max(1, foreign.length)]
    if (stranger) strange.push(await judgeQuestion({ ...stranger, right: [] }, small))
  }
  return {
    passages: size,
    questions: own.length,
    'hit@1': mean(own.map(({ ranks }) => Number(ranks.hybrid === 1))),
    claimed: mean(own.map(({ kind }) => Number(kind === 'found'))),
    foreignRefused: refusedShare(strange),
  }
}
