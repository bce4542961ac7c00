import fc from 'fast-check'
import { expect, it } from 'vitest'
import { bestStretches, REACH, STEP, WINDOW, windowsOver } from './best-stretches'

/** Windows over one passage whose numbers are the same in each window. */
function windowsOf(starts: readonly number[], ends: readonly number[], none = 0) {
  return windowsOver(starts.length).map((first) => ({
    first,
    starts: Float32Array.from(starts.slice(first, first + WINDOW)),
    ends: Float32Array.from(ends.slice(first, first + WINDOW)),
    none,
  }))
}

it('covers every token, and every stretch whole, with no window to spare', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2000 }), (tokens) => {
      const windows = windowsOver(tokens)
      for (let from = 0; from < tokens; from++) {
        const to = Math.min(from + REACH, tokens) - 1
        expect(windows.some((first) => first <= from && to < first + WINDOW)).toBe(true)
      }
      const before = windows.at(-2)
      expect((windows.at(-1) ?? 0) < tokens).toBe(true)
      if (before !== undefined) expect(before + WINDOW).toBeLessThan(tokens)
    }),
    { numRuns: 100 },
  )
  expect(windowsOver(0)).toEqual([])
  expect(windowsOver(WINDOW)).toEqual([0])
  expect(windowsOver(WINDOW + 1)).toEqual([0, STEP])
})

it('finds what trying every stretch finds', () => {
  const value = fc.integer({ min: -40, max: 40 }).map((number) => number / 4)
  const token = fc.record({ start: value, end: value, ends: fc.boolean() })
  fc.assert(
    fc.property(fc.array(token, { minLength: 1, maxLength: 400 }), value, (tokens, none) => {
      let sentence = 0
      const owners = tokens.map(({ ends }) => (ends ? sentence++ : sentence))
      const best = bestStretches(
        windowsOf(
          tokens.map(({ start }) => start),
          tokens.map(({ end }) => end),
          none,
        ),
        owners,
        sentence + 2,
      )
      const tried = new Map<number, number>()
      for (const [from, { start }] of tokens.entries()) {
        for (const { end } of tokens.slice(from, from + REACH)) {
          const owner = owners[from] ?? 0
          tried.set(owner, Math.max(tried.get(owner) ?? -Infinity, start + end - none))
        }
      }
      for (const [owner, stretch] of best.entries()) {
        expect(stretch?.score).toBe(tried.get(owner))
        if (!stretch) continue
        expect(owners[stretch.from]).toBe(owner)
        expect(stretch.to - stretch.from).toBeLessThan(REACH)
        const own = (tokens[stretch.from]?.start ?? 0) + (tokens[stretch.to]?.end ?? 0) - none
        expect(own).toBe(stretch.score)
      }
    }),
    { numRuns: 60 },
  )
})

it('takes the better of two windows that both hold a stretch', () => {
  const quiet = new Float32Array(4).fill(-5)
  const loud = Float32Array.of(-5, 3, -5, -5)
  const windows = [
    { first: 0, starts: quiet, ends: quiet, none: 0 },
    { first: 2, starts: loud, ends: loud, none: 1 },
  ]
  expect(bestStretches(windows, [0, 0, 0, 1, 1, 1], 2)[1]).toEqual({ score: 5, from: 3, to: 3 })
})
