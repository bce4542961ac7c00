/** What a fact stands on, in words for people. */
import type { Fact, FactBasis, Language } from '../entities'
import { fill, wordingFor } from './wording'

export interface BasisWords {
  readonly statute: string
  /** What the reader must know of this text: that it was not read itself, or has been replaced. */
  readonly notes: readonly string[]
}

/** One entry for each statute of the fact, in its order. */
export function basisWords(fact: Fact, language: Language): readonly BasisWords[] {
  const { basis: words } = wordingFor(language)
  return fact.basis.map((basis) => ({
    statute: statuteWords(basis, language),
    notes: [
      ...(basis.via ? [basis.via[language]] : fact.firstHand ? [] : [words.secondHand]),
      ...(basis.superseded ? [words.superseded] : []),
    ],
  }))
}

/** The first statute in short, for one line: without its date, but never without a doubt about it. */
export function firstStatute(facts: readonly Fact[], language: Language): BasisWords | undefined {
  const [fact] = facts
  const basis = fact?.basis[0]
  if (!fact || !basis) return undefined
  const { basis: words } = wordingFor(language)
  return {
    statute: fill(words.statuteShort, localised(basis, language)),
    notes: fact.firstHand && !basis.via ? [] : [words.secondHand],
  }
}

function statuteWords(basis: FactBasis, language: Language): string {
  const { basis: words } = wordingFor(language)
  // The register has words instead of a date where the source gave none.
  const version = /^\d{4}(-\d{2}-\d{2})?/.exec(basis.version)?.[0]
  return version === undefined
    ? fill(words.statuteUndated, localised(basis, language))
    : fill(words.statute, { ...localised(basis, language), version })
}

function localised({ statute, articles }: FactBasis, language: Language) {
  return { statute: statute[language], articles: articles[language] }
}
