/** A passage as the answer finder and the one who asks see it: its sentences, under its heading. */
import type { Span } from '../contract/entities'
import { simplify } from './fold'
import type { Entry } from './library-index'

/** Sentences that lie within the passage, whole: one that is longer than a passage lies in several. */
export function sentencesOf({ article, passage }: Entry): readonly Span[] {
  return (article.sections[passage.section]?.paragraphs ?? [])
    .flatMap((paragraph) => paragraph.sentences)
    .filter((sentence) => sentence.end > passage.start && sentence.start < passage.end)
}

/** What of a sentence lies in the passage: all that is read of it, however long the sentence is. */
export function partWithin({ passage }: Entry, { start, end }: Span): Span {
  return { start: Math.max(start, passage.start), end: Math.min(end, passage.end) }
}

/** Han variants folded, as the model was trained; offsets stay, counted from each sentence's part. */
export function toRead(entry: Entry): {
  readonly heading: string
  readonly sentences: readonly string[]
} {
  const { article, passage } = entry
  const path = article.sections[passage.section]?.path ?? []
  return {
    heading: simplify([article.title, ...path].join(' ')),
    sentences: sentencesOf(entry).map((sentence) => {
      const { start, end } = partWithin(entry, sentence)
      return simplify(article.text.slice(start, end))
    }),
  }
}
