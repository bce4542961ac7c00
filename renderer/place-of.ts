import { fill } from '../electron/contract/wording/wording'
import type { Wording } from '../electron/contract/wording/zh'

/** article › section ¶n */
export function placeOf(
  at: {
    readonly title: string
    readonly sectionPath: readonly string[]
    readonly paragraph: number
  },
  words: Wording,
): string {
  const path = [at.title, ...at.sectionPath].join(' › ')
  return fill(words.answer.place, { path, number: at.paragraph })
}
