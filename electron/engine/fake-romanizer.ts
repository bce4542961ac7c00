/** A Romanizer that knows the characters it is given: syllable to characters, one reading each. */
import type { Romanizer } from './ports'

export function createFakeRomanizer(table: Readonly<Record<string, string>>): Romanizer {
  const characters = new Map(Object.entries(table))
  const readings = new Map(
    Array.from(characters).flatMap(([syllable, alike]) =>
      Array.from(alike, (character) => [character, syllable] as const),
    ),
  )
  return {
    syllables: (run) => Array.from(run, (character) => readings.get(character) ?? character),
    characters: (syllable) => Array.from(characters.get(syllable) ?? ''),
  }
}
