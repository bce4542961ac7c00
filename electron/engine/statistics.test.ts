import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { auroc, mean, pairedBootstrap, percentile, reliability } from './statistics'

describe('auroc', () => {
  it.each([
    { above: [3, 4], below: [1, 2], is: 1 },
    { above: [1, 2], below: [3, 4], is: 0 },
    { above: [1], below: [1], is: 0.5 },
    { above: [0.8, 0.4], below: [0.6, 0.2], is: 0.75 },
    { above: [1, 1, 2], below: [1, 0], is: 4 / 6 + 2 / 12 },
  ])('of $above over $below is $is', ({ above, below, is }) => {
    expect(auroc(above, below)).toBeCloseTo(is, 12)
  })

  it('is unknown where a group is empty', () => {
    expect(auroc([], [1])).toBeUndefined()
    expect(auroc([1], [])).toBeUndefined()
  })

  it('counts every pair once, as a plain double loop does', () => {
    const values = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(values, values, (above, below) => {
        const pairs = above.flatMap((a) => below.map((b) => (a > b ? 1 : a === b ? 0.5 : 0)))
        expect(auroc(above, below)).toBeCloseTo(mean(pairs), 12)
      }),
    )
  })
})

describe('reliability', () => {
  it('tells what came true in each tenth, the last one closed', () => {
    const rows = reliability([
      { sureness: 0.05, isTrue: false },
      { sureness: 0.92, isTrue: true },
      { sureness: 1, isTrue: false },
    ])
    expect(rows).toEqual([
      { from: 0, count: 1, claimed: 0.05, true: 0 },
      { from: 0.9, count: 2, claimed: 0.96, true: 0.5 },
    ])
  })
})

describe('the paired bootstrap', () => {
  const bits = (ones: number, length: number) =>
    Array.from({ length }, (_, place) => (place < ones ? 1 : 0))

  it('calls a difference certain when every question agrees', () => {
    expect(pairedBootstrap(bits(0, 50), bits(50, 50))).toEqual({ by: 1, from: 1, to: 1 })
  })

  it('finds nothing in equal lists', () => {
    expect(pairedBootstrap(bits(3, 9), bits(3, 9))).toEqual({ by: 0, from: 0, to: 0 })
  })

  it('reaches about 1.96 standard errors to both sides', () => {
    const { by, from, to } = pairedBootstrap(bits(0, 400), bits(100, 400))
    const error = Math.sqrt((0.25 * 0.75) / 400)
    expect(by).toBe(0.25)
    expect(from).toBeGreaterThan(0.25 - 2.2 * error)
    expect(from).toBeLessThan(0.25 - 1.7 * error)
    expect(to).toBeLessThan(0.25 + 2.2 * error)
    expect(to).toBeGreaterThan(0.25 + 1.7 * error)
  })

  it('does not call one question of a hundred a fall, but ten of them', () => {
    expect(pairedBootstrap(bits(100, 100), bits(99, 100)).to).toBe(0)
    expect(pairedBootstrap(bits(100, 100), bits(90, 100)).to).toBeLessThan(0)
  })

  it('gives the same at every run', () => {
    const run = () => pairedBootstrap(bits(10, 60), bits(14, 60))
    expect(run()).toEqual(run())
  })

  it('refuses lists that are no pairs', () => {
    expect(() => pairedBootstrap([1], [])).toThrow(RangeError)
  })
})

it('takes places in sorted order', () => {
  expect(percentile([5, 1, 3, 2, 4], 0.5)).toBe(3)
  expect(percentile([5, 1, 3, 2, 4], 0.95)).toBe(5)
  expect(percentile([], 0.5)).toBe(0)
})
