/** A passage as the answer finder and the reader of an answer see it: its whole sentences, under its heading. */
import type { Span } from '../contract/entities'
import { simplify } from './fold'
import type { Entry } from './library-index'

/** Sentences that lie within the passage, whole. */
export function sentencesOf({ article, passage }: Entry): readonly Span[] {
  return (article.sections[passage.section]?.paragraphs ?? [])
    .flatMap((paragraph) => paragraph.sentences)
    .filter((sentence) => sentence.end > passage.start && sentence.start < passage.end)
}

/** Han variants folded, as the model was trained; offsets stay. */
export function toRead(entry: Entry): {
  readonly heading: string
  readonly sentences: readonly string[]
} {
  const { article, passage } = entry
  const path = article.sections[passage.section]?.path ?? []
  return {
    heading: simplify([article.title, ...path].join(' ')),
    sentences: sentencesOf(entry).map(({ start, end }) => simplify(article.text.slice(start, end))),
  }
}
