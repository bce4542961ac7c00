/** The user's own questions with the places that answer them: marking, listing, taking out. */
import type { Span } from '../contract/entities'
import { AppError } from '../contract/errors'
import { OWN_LIMIT } from '../contract/limits'
import type { OperationHandlers } from '../contract/operations'
import type { MarkedPlace, OwnQuestion, OwnQuestions } from '../contract/own-questions'
import { checkQuestion } from './answer-question'
import { createChangingList, questionId } from './changing-list'
import { questionNow, type ArticleOf } from './own-places'
import type { Clock, Hasher, OwnQuestionStore } from './ports'

export interface OwnQuestionsParts {
  readonly store: OwnQuestionStore
  readonly hasher: Hasher
  readonly clock: Clock
  readonly articleOf: ArticleOf
  /** Undefined when this program may write; otherwise the error that marking gets. */
  readonly readOnly: (() => AppError) | undefined
}

export interface MarkedQuestions {
  readonly handlers: Pick<OperationHandlers, 'ownQuestions' | 'markQuestion' | 'removeOwnQuestions'>
  /** As they stand now. */
  now(): OwnQuestions['questions']
  /** Resolves when what was asked for so far has reached the disk, or failed. */
  ended(): Promise<void>
}

export function createOwnQuestions(parts: OwnQuestionsParts): MarkedQuestions {
  const { hasher, clock, articleOf } = parts
  const questions = createChangingList(parts.store)

  const now = () => questions.list().map((question) => questionNow(question, articleOf))

  const change = async (make: (kept: readonly OwnQuestion[]) => readonly OwnQuestion[]) => {
    if (parts.readOnly) throw parts.readOnly()
    await questions.change(make)
    return { questions: now() }
  }

  const marked = ({
    articleId,
    start,
    end,
  }: Span & { readonly articleId: string }): MarkedPlace => {
    const article = articleOf(articleId)
    if (!article) throw new AppError('ARTICLE_NOT_FOUND', { id: articleId })
    if (end <= start || end > article.text.length) {
      throw new AppError('INVALID_REQUEST', { reason: 'span' })
    }
    const text = article.text.slice(start, end)
    return { articleId, title: article.title, start, end, text }
  }

  return {
    now,

    handlers: {
      ownQuestions: async () => {
        await questions.ended()
        return { questions: now() }
      },

      markQuestion: async ({ question: asked, right }) => {
        const question = checkQuestion(asked)
        const id = questionId(question, hasher)
        const entry = { id, question, right: right.map(marked), addedAt: clock.now() }
        return change((kept) => {
          const others = kept.filter((known) => known.id !== id)
          if (others.length >= OWN_LIMIT) {
            throw new AppError('INVALID_REQUEST', { reason: 'SET_FULL' })
          }
          return [entry, ...others]
        })
      },

      removeOwnQuestions: ({ ids }) => change((kept) => kept.filter(({ id }) => !ids.includes(id))),
    },

    ended: questions.ended,
  }
}
