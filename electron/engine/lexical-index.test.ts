import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createLexicalIndex } from './lexical-index'

const texts = fc.array(
  fc.array(fc.constantFrom('loan', 'visit', 'credit', 'repair', 'letter'), { maxLength: 12 }),
  { minLength: 1, maxLength: 12 },
)

/** BM25 by the book, over all texts at once. */
function plainScore(all: readonly (readonly string[])[], text: readonly string[], asked: string[]) {
  const average = all.reduce((sum, terms) => sum + terms.length, 0) / all.length
  return [...new Set(asked)].reduce((sum, term) => {
    const df = all.filter((terms) => terms.includes(term)).length
    const tf = text.filter((candidate) => candidate === term).length
    const idf = Math.log(1 + (all.length - df + 0.5) / (df + 0.5))
    return tf === 0
      ? sum
      : sum + (idf * tf * 2.2) / (tf + 1.2 * (0.25 + (0.75 * text.length) / average))
  }, 0)
}

describe('the lexical index', () => {
  it('scores as BM25 does by the book', () => {
    fc.assert(
      fc.property(texts, (all) => {
        const index = createLexicalIndex()
        all.forEach((terms, label) => {
          index.add(label, terms)
        })
        const asked = ['loan', 'visit', 'nowhere']
        const found = index.search(asked)
        all.forEach((terms, label) => {
          expect(found.get(label)?.score ?? 0).toBeCloseTo(plainScore(all, terms, asked), 8)
        })
      }),
    )
  })

  it('after removals is as if the removed had never been there', () => {
    fc.assert(
      fc.property(texts, fc.nat(), (all, pick) => {
        const [kept, whole] = [createLexicalIndex(), createLexicalIndex()]
        const gone = pick % all.length
        all.forEach((terms, label) => {
          whole.add(label, terms)
          if (label !== gone) kept.add(label, terms)
        })
        whole.remove(gone, all[gone] ?? [])
        whole.remove(gone, all[gone] ?? [])
        expect(whole.size).toBe(kept.size)
        expect(whole.search(['loan', 'credit'])).toEqual(kept.search(['loan', 'credit']))
      }),
    )
  })

  it('tells the share of the question that a passage covers', () => {
    const index = createLexicalIndex()
    index.add(0, ['loan', 'visit'])
    index.add(1, ['loan'])
    expect(index.search(['loan', 'visit']).get(0)?.coverage).toBeCloseTo(1)
    const partly = index.search(['loan', 'visit']).get(1)?.coverage ?? 0
    expect(partly).toBeGreaterThan(0)
    expect(partly).toBeLessThan(0.5)
    expect(index.search(['elsewhere']).size).toBe(0)
  })
})

describe('in a library of two scripts', () => {
  const index = createLexicalIndex()
  for (let label = 0; label < 20; label++) index.add(label, ['逾期', '催收', `第${String(label)}`])
  index.add(30, ['逾期', 'lpr', '催收'])
  index.add(20, ['the', 'loan'])
  index.add(21, ['the', 'visit'])

  it('a word that every passage of its own script has weighs little', () => {
    expect(index.idf('the')).toBeLessThan(index.idf('loan') / 3)
  })

  it('a word that stands only among the other script weighs as a rare one', () => {
    expect(index.idf('lpr')).toBeGreaterThan(index.idf('the'))
    expect(index.idf('lpr')).toBeGreaterThan(2)
  })
})
