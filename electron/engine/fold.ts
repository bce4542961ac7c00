/**
 * Folding: what makes two spellings one inside the indexes. It never touches the canonical text,
 * and what it returns has no offsets to go back by.
 */
import { simplifiedForms, variantForms } from './han-variants'

const simplifiedByVariant = new Map(
  Array.from(variantForms, (variant, place) => [variant, simplifiedForms.charAt(place)]),
)
const variants = /[\u3400-\u9fff\uf900-\ufaff]/g
/** Latin, Greek and Cyrillic letters with a mark; other scripts' marks carry meaning and stay. */
const accented = /[\u00c0-\u024f\u0386-\u03ce\u0400-\u045f\u1e00-\u1fff]/g

/** Traditional and regional Han characters to simplified ones, one to one: length is kept. */
export function simplify(text: string): string {
  return text.replace(variants, (character) => simplifiedByVariant.get(character) ?? character)
}

/** Case, width, compatibility forms, accents and Han variants folded. */
export function fold(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase()
  return simplify(
    plain.replace(accented, (letter) => letter.normalize('NFD').replace(/\p{M}/gu, '')),
  )
}
