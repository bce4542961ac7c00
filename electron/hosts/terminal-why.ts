/** Why a hit stands where it stands, as an aligned block under it. */
import type { Hit, Language } from '../contract/entities'
import { foundWords, isExplained, whyWords } from '../contract/wording/why-words'
import { wordingFor } from '../contract/wording/wording'
import { padded, widthOf } from './terminal-width'

const INDENT = ' '.repeat(7)

/** None for a hit that was not asked to be explained. */
export function whyLines(hit: Hit, language: Language): readonly string[] {
  if (!isExplained(hit)) return []
  const { why: words } = wordingFor(language)
  const said = whyWords(hit.why, hit.rank, language)
  const has = foundWords(hit.why, language)
  const rows = [
    [words.signs.meaning, said.meaning],
    [words.signs.words, [said.words, ...(has ? [has] : [])].join(words.places.separator)],
    [words.signs.heading, said.heading],
    [words.signs.reading, said.reading.replaceAll('\n', ' ')],
    [words.ranking, said.ranking],
  ] as const
  const columns = Math.max(...rows.map(([label]) => widthOf(label))) + 2
  return rows.map(([label, text]) => INDENT + padded(label, columns) + text)
}
