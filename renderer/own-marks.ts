/** What a press on “this one is right” does to the marks of a question. */
import type { Hit, Span } from '../electron/contract/entities'
import type { OwnQuestionNow } from '../electron/contract/own-questions'

export interface Stretch extends Span {
  readonly articleId: string
}

export type MarkChange =
  | { readonly does: 'mark'; readonly right: readonly Stretch[] }
  | { readonly does: 'remove'; readonly id: string }

/** The entry of a question, however its ends were typed. */
export function ownOf(
  questions: readonly OwnQuestionNow[] | undefined,
  question: string,
): OwnQuestionNow | undefined {
  return questions?.find((own) => own.question === question.trim())
}

export function isMarked(own: OwnQuestionNow | undefined, hit: Stretch): boolean {
  return own?.right.some((place) => place.state === 'stands' && overlaps(place, hit)) ?? false
}

/**
 * Marks the hit, or takes its mark away. Places that no longer stand go with the first press:
 * whoever marks again has seen what there is. With its last mark a question leaves the set, for
 * without any it would say that the library does not answer it.
 */
export function toggled(
  own: OwnQuestionNow | undefined,
  hit: Pick<Hit, keyof Stretch>,
): MarkChange {
  const standing = own?.right.filter(({ state }) => state === 'stands') ?? []
  const others = standing.filter((place) => !overlaps(place, hit))
  const kept = others.map(stretchOf)
  if (!own || !isMarked(own, hit)) return { does: 'mark', right: [...kept, stretchOf(hit)] }
  return kept.length > 0 ? { does: 'mark', right: kept } : { does: 'remove', id: own.id }
}

function stretchOf({ articleId, start, end }: Stretch): Stretch {
  return { articleId, start, end }
}

function overlaps(a: Stretch, b: Stretch): boolean {
  return a.articleId === b.articleId && a.start < b.end && b.start < a.end
}
