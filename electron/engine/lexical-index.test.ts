import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contentWeight } from './function-words'
import { decodeTables, encodeTables } from './lexical-form'
import { createLexicalIndex, type LexicalIndex, type LexicalMatch } from './lexical-index'

const words = ['loan', 'visit', 'credit', 'the', '催收', '征信', '的', '逾']
const asked = ['loan', 'the', '催收', '的', 'nowhere']
const passage = fc.array(fc.constantFrom(...words), { maxLength: 12 })

type Step = { readonly add: readonly string[] } | { readonly remove: number } | 'pack' | 'reread'

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: passage.map((add) => ({ add })) },
    { weight: 2, arbitrary: fc.nat().map((remove) => ({ remove })) },
    { weight: 1, arbitrary: fc.constantFrom('pack' as const, 'reread' as const) },
  ),
  { maxLength: 60 },
)

/** The same by the book, over all passages at once. */
function plainIdf(all: readonly (readonly string[])[], term: string): number {
  const isHan = (text: string) => /\p{Script=Han}/u.test(text)
  const mostlyHan = (terms: readonly string[]) => terms.filter(isHan).length * 2 > terms.length
  const alike = all.filter((terms) => mostlyHan(terms) === isHan(term))
  const rarity = (among: readonly (readonly string[])[]) => {
    const found = among.filter((terms) => terms.includes(term)).length
    return Math.log(1 + (among.length - found + 0.5) / (found + 0.5))
  }
  const inOwn = alike.some((terms) => terms.includes(term))
  const rare = inOwn ? Math.min(rarity(all), rarity(alike)) : rarity(all)
  return rare * contentWeight(term)
}

function plainSearch(all: ReadonlyMap<number, readonly string[]>): Map<number, LexicalMatch> {
  const passages = Array.from(all.values())
  const average = passages.reduce((sum, terms) => sum + terms.length, 0) / passages.length
  const idf = new Map(asked.map((term) => [term, plainIdf(passages, term)]))
  const weight = (term: string) => idf.get(term) ?? 0
  const whole = asked.reduce((sum, term) => sum + weight(term), 0)
  const matches = new Map<number, LexicalMatch>()
  for (const [label, terms] of all) {
    const shared = asked.filter((term) => terms.includes(term))
    if (shared.length === 0) continue
    const score = shared.reduce((sum, term) => {
      const tf = terms.filter((candidate) => candidate === term).length
      const norm = 1.2 * (0.25 + (0.75 * terms.length) / average)
      return sum + (weight(term) * tf * 2.2) / (tf + norm)
    }, 0)
    const covered = shared.reduce((sum, term) => sum + weight(term), 0)
    matches.set(label, { score, coverage: covered / whole })
  }
  return matches
}

function expectAlike(index: LexicalIndex, all: ReadonlyMap<number, readonly string[]>): void {
  const [found, plain] = [index.search(asked), plainSearch(all)]
  expect(Array.from(found.keys()).sort()).toEqual(Array.from(plain.keys()).sort())
  for (const [label, { score, coverage }] of plain) {
    expect(Math.abs((found.get(label)?.score ?? 0) - score)).toBeLessThan(1e-9)
    expect(Math.abs((found.get(label)?.coverage ?? 0) - coverage)).toBeLessThan(1e-9)
  }
  expect(index.size).toBe(all.size)
  for (const term of [...words, 'nowhere']) {
    const holders = Array.from(all.values()).filter((terms) => terms.includes(term))
    expect(index.passagesWith(term)).toBe(holders.length)
    expect(Math.abs(index.idf(term) - plainIdf(Array.from(all.values()), term))).toBeLessThan(1e-9)
  }
}

/** Through bytes and back; keys are labels, so that each is claimed once. */
function reread(index: LexicalIndex, kept: ReadonlyMap<number, unknown>): LexicalIndex {
  const pieces = encodeTables(index.packedTables(), 'rules')
  const bytes = new Uint8Array(pieces.flatMap((piece) => Array.from(piece)))
  const decoded = decodeTables(bytes, 'rules', (key) => (kept.has(key - 1) ? key - 1 : undefined))
  if (!decoded) throw new Error('the bytes are of another form')
  return createLexicalIndex(decoded.tables)
}

describe('the lexical index', () => {
  it('is at every step as BM25 by the book over what is there', () => {
    fc.assert(
      fc.property(steps, (made) => {
        let index = createLexicalIndex()
        const all = new Map<number, readonly string[]>()
        made.forEach((step, label) => {
          if (step === 'pack') index.packedTables()
          else if (step === 'reread') index = reread(index, all)
          else if ('add' in step) {
            index.add(label, step.add, label + 1)
            all.set(label, step.add)
          } else {
            const [gone, terms] = Array.from(all)[step.remove % Math.max(1, all.size)] ?? [-1, []]
            index.remove(gone, terms)
            index.remove(gone, terms)
            all.delete(gone)
          }
        })
        expectAlike(index, all)
      }),
    )
  })

  it('keeps long lists, great frequencies and gaps exact, through removals that pack it', () => {
    const index = createLexicalIndex()
    const all = new Map<number, readonly string[]>()
    for (let label = 0; label < 1500; label++) {
      const often = label % 97 === 0 ? 300 : label % 3
      const terms = [
        ...Array.from({ length: often }, () => 'loan'),
        ...(label % 700 === 1 ? ['visit'] : []),
        '的',
        `第${String(label)}`,
      ]
      index.add(label, terms)
      all.set(label, terms)
    }
    expectAlike(index, all)
    for (let label = 0; label < 1500; label += 2) {
      index.remove(label, all.get(label) ?? [])
      all.delete(label)
    }
    expectAlike(index, all)
    index.add(2000, ['loan', 'visit'])
    all.set(2000, ['loan', 'visit'])
    expectAlike(index, all)
  })

  it('within bounds tells the best, best first, and those asked for besides', () => {
    fc.assert(
      fc.property(fc.array(passage, { maxLength: 40 }), fc.nat(12), (all, most) => {
        const index = createLexicalIndex()
        all.forEach((terms, label) => {
          index.add(label, terms)
        })
        const every = index.search(asked)
        const ranked = Array.from(every).sort(
          ([a, left], [b, right]) => right.score - left.score || a - b,
        )
        expect(Array.from(index.search(asked, { most }))).toEqual(ranked.slice(0, most))
        const [last] = ranked.at(-1) ?? []
        const also = last === undefined ? [999] : [last, 999]
        const bounded = index.search(asked, { most, also })
        expect(bounded.size).toBe(Math.min(every.size, most + (most < every.size ? 1 : 0)))
        if (last !== undefined) expect(bounded.get(last)).toEqual(every.get(last))
      }),
    )
  })

  it('answers a second question as if there had been no first', () => {
    const index = createLexicalIndex()
    index.add(0, ['loan', 'visit'])
    index.add(1, ['visit'])
    const first = index.search(['visit'])
    index.search(['loan', 'visit', 'credit'])
    expect(index.search(['visit'])).toEqual(first)
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

  it('refuses a label that is there, and takes it again after its removal', () => {
    const index = createLexicalIndex()
    index.add(7, ['loan'])
    expect(() => {
      index.add(7, ['visit'])
    }).toThrow(RangeError)
    index.remove(7, ['loan'])
    index.add(7, ['visit'])
    expect(index.search(['loan', 'visit']).size).toBe(1)
    expect(index.search(['loan']).size).toBe(0)
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
