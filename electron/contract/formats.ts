/** Which files can be read, told by the ending of their name, for every door and the window. */
import type { ArticleSource } from './entities'

const formats: ReadonlyMap<string, ArticleSource['format']> = new Map([
  ['md', 'markdown'],
  ['markdown', 'markdown'],
  ['mdown', 'markdown'],
  ['txt', 'text'],
  ['text', 'text'],
])

/** Lower-case and without the dot. */
export const readableEndings: readonly string[] = Array.from(formats.keys())

/** An ending has a letter in it: `notes 2024.11` has none. */
const ENDING = /[^/\\]\.([a-z0-9]{0,7}[a-z][a-z0-9]{0,7})$/i

/** Of a file's name, lower-case and without the dot; `undefined` where it has none. */
export function endingOf(fileName: string): string | undefined {
  return ENDING.exec(fileName)?.[1]?.toLowerCase()
}

/** `undefined` for an ending that cannot be read. */
export function formatOfEnding(ending: string): ArticleSource['format'] | undefined {
  return formats.get(ending)
}
