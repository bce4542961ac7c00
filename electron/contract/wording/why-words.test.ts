import { describe, expect, it } from 'vitest'
import type { HitReasons } from '../entities'
import { foundWords, strongest, surenessWords, whyWords } from './why-words'

const why: HitReasons = {
  meaning: { rank: 1, passage: 0.8, part: 0.7 },
  words: { rank: 4, score: 3, coverage: 0.5, found: ['visit'], missing: ['loan', 'home'] },
  heading: 0.6,
  reading: { score: -2, sentence: 'Visits are rare.' },
  fused: { score: 0.1, rank: 2 },
  lifts: { meaning: 0, words: 0, heading: 0, reading: 0, other: 0 },
}
const said = (changed: Partial<HitReasons>, rank = 2) =>
  whyWords({ ...why, ...changed }, rank, 'en')

describe('the words of a hit', () => {
  it('say what of it is nearest in meaning', () => {
    expect(said({}).meaning).toBe('place 1')
    expect(said({ meaning: { rank: 2, passage: 0.7, part: 0.8 } }).meaning).toMatch(/smaller part/)
    const ask = said({ meaning: { rank: 2, passage: 0.7, part: 0.8, ask: 0.9 } })
    expect(ask.meaning).toMatch(/way of asking/)
  })

  it('say how much of the question the headings hold', () => {
    expect([0.5, 0.49, 0].map((heading) => said({ heading }).heading.split(' ')[0])).toEqual([
      'most',
      'some',
      'no',
    ])
  })

  it('call nothing an answer that the answer finder doubts', () => {
    expect(said({}).reading).toMatch(/hardly one: “Visits are rare.”/)
    expect(said({ reading: { score: 0.1, sentence: 'A.' } }).reading).toMatch(/seems to answer/)
  })

  it('say whether everything considered changed its place, and what did', () => {
    expect(said({}).ranking).toBe(
      'place 2 by meaning and words, and still 2 with everything considered; nothing about it stands out',
    )
    const lifts = { meaning: 0.9, words: -0.4, heading: 0.1, reading: 0.5, other: 0 }
    expect(said({ lifts }, 1).ranking).toBe(
      'place 2 by meaning and words, but 1 with everything considered; raised by meaning, reading; lowered by words',
    )
  })

  it('list which words it has and which it lacks', () => {
    expect(foundWords(why, 'en')).toBe('has visit; lacks loan, home')
    const all = { ...why, words: { ...why.words, missing: [] } }
    expect(foundWords(all, 'en')).toBe('has visit')
  })
})

it('names the strongest signs only, the strongest first', () => {
  const lifts = { meaning: 0.3, words: -0.9, heading: 0.29, reading: 0.5, other: -0.3 }
  expect(strongest(lifts)).toEqual({
    raising: ['reading', 'meaning'],
    lowering: ['words', 'other'],
  })
})

describe('how sure an answer is', () => {
  const sure = (kind: 'found' | 'related' | 'none', value: number) =>
    surenessWords({ kind, sureness: { value, found: 0.7, related: 0.3 } }, 'en')

  it('is told apart by kind, and what is found narrowly says so', () => {
    expect(sure('found', 0.9)).toMatch(/very likely/)
    expect(sure('found', 0.71)).toMatch(/only just/)
    expect(sure('related', 0.5)).toMatch(/not sure/)
    expect(sure('none', 0.1)).toMatch(/nothing is guessed/)
  })

  it('is not told where words alone were matched', () => {
    expect(surenessWords({ kind: 'related' }, 'en')).toMatch(/Only words/)
  })
})
