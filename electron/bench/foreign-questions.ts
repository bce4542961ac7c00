/**
 * Questions that a library should refuse: those of other sets. Sets whose names begin with the same
 * word are relatives (the same text in another language, say) and may answer each other's.
 */
import { isForTuning, shuffled, STARTER } from './example-sets'

export interface SetHead {
  readonly name: string
  /** Of most of its passages: ISO 639-1. */
  readonly language: string
  readonly questions: readonly {
    readonly id: string
    readonly text: string
    /** Absent where the set does not say: its passages' is taken. */
    readonly language?: string
  }[]
}

export interface ForeignQuestion {
  readonly id: string
  readonly text: string
  /** Asked in the language of the library. */
  readonly isSameLanguage: boolean
}

/** What these are about, the starter articles are about too. */
const ON_THE_STARTERS_SUBJECT = ['fineva', 'law', 'ask']

/**
 * At most `most`, half of them in the library's language where there are so many; the same at
 * every run over the same sets. Nothing was tuned on them.
 */
export function foreignQuestions(
  set: SetHead,
  sets: readonly SetHead[],
  most: number,
): readonly ForeignQuestion[] {
  const all = sets
    .filter((other) => !areRelated(set.name, other.name))
    .flatMap((other) =>
      other.questions
        .filter(({ id, text }) => text.trim() !== '' && !isForTuning(id))
        .map(({ id, text, language = other.language }) => ({
          id: `${other.name}/${id}`,
          text,
          isSameLanguage: baseOf(language) === baseOf(set.language),
        })),
    )
  const inOrder = shuffled(all)
  const half = Math.ceil(most / 2)
  return [
    ...inOrder.filter(({ isSameLanguage }) => isSameLanguage).slice(0, half),
    ...inOrder.filter(({ isSameLanguage }) => !isSameLanguage).slice(0, most - half),
  ]
}

export function areRelated(one: string, other: string): boolean {
  const [a, b] = [familyOf(one), familyOf(other)]
  if (a === b) return true
  const isStarter = a === STARTER || b === STARTER
  return isStarter && [a, b].some((family) => ON_THE_STARTERS_SUBJECT.includes(family))
}

function familyOf(name: string): string {
  return name.split('-')[0] ?? name
}

function baseOf(language: string): string {
  return language.split('-')[0] ?? language
}
