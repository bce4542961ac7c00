import { describe, expect, it } from 'vitest'
import { createExactIndex } from '../adapters/exact-index'
import { createLexicalIndex } from './lexical-index'
import { retrieve, standardise, type Lanes } from './retrieve'

const unit = (...values: number[]) => {
  const length = Math.hypot(...values)
  return Float32Array.from(values, (value) => value / length)
}

/** Three passages, each on an axis of its own; the words of each are given. */
function lanesOf(words: readonly (readonly string[])[]): Lanes {
  const axes = [unit(1, 0, 0), unit(0, 1, 0), unit(0, 0, 1)]
  const index = createExactIndex(3)
  const lexical = createLexicalIndex()
  words.forEach((terms, label) => {
    lexical.add(label, terms)
    index.add(label, axes[label] ?? unit(1, 1, 1))
  })
  return {
    index,
    lexical,
    vectorsOf: (label) => ({ passage: axes[label] ?? unit(1, 1, 1), parts: [], asks: [] }),
  }
}

describe('fusion', () => {
  it('keeps the dense order where the words find nothing', () => {
    const lanes = lanesOf([['上门'], ['征信'], ['协商']])
    const { candidates } = retrieve({ terms: ['visit', 'home'], vector: unit(1, 3, 2) }, lanes)
    expect(candidates.map(({ label }) => label)).toEqual([1, 2, 0])
  })

  it('lets full coverage by words turn a narrow dense order', () => {
    const lanes = lanesOf([['上门'], ['征信'], ['协商']])
    const { candidates } = retrieve({ terms: ['协商'], vector: unit(3, 2, 2.9) }, lanes)
    expect(candidates[0]).toMatchObject({ label: 2, coverage: 1 })
  })

  it('answers by words alone without a vector, and says that the dense lane is silent', () => {
    const lanes = lanesOf([['上门'], ['征信'], ['协商']])
    const { candidates, lexicalWeight } = retrieve({ terms: ['征信'] }, lanes)
    expect(candidates.map(({ label }) => label)).toEqual([1])
    expect(candidates[0]?.dense).toBeUndefined()
    expect(lexicalWeight).toBe(1)
  })

  it('finds a passage by an ask of its section, and says so', () => {
    const lanes = lanesOf([['上门'], ['征信'], ['协商']])
    const asked: Lanes = {
      ...lanes,
      vectorsOf: (label) => {
        const vectors = lanes.vectorsOf(label)
        return vectors && { ...vectors, asks: label === 1 ? [unit(1, 1, 0)] : [] }
      },
    }
    const [first, second] = retrieve({ terms: [], vector: unit(1.1, 1, 0) }, asked).candidates
    expect(first).toMatchObject({ label: 1, byAsk: true })
    expect(second).toMatchObject({ label: 0, byAsk: false })
  })

  it('finds nothing in an empty library', () => {
    const lanes = lanesOf([])
    expect(retrieve({ terms: ['征信'], vector: unit(1, 0, 0) }, lanes).candidates).toEqual([])
  })
})

it('standardises to mean 0 and deviation 1, and takes the unknown for the mean', () => {
  const values = standardise([1, 2, 3, undefined])
  expect(values.map((value) => Number(value.toFixed(3)))).toEqual([-1.225, 0, 1.225, 0])
  expect(standardise([5, 5])).toEqual([0, 0])
})
