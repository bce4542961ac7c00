/**
 * What a sentence of the best passages shows of being the one that answers: a row of numbers, each
 * standardised over these sentences where its scale moves with the question. Their weighted sum
 * orders the sentences; the weights are fitted (`npm run calibrate`).
 */
import { sameScript } from './candidate-texts'
import { standardise } from './retrieve'

export const sentenceSignalNames = [
  'meaning',
  'words',
  'passage-behind-best',
  'reading-behind-best',
  'reading-claims',
  'was-read',
  'reading-in-script',
  'claims-in-script',
  'first-passage',
  'opening-by-ask',
  'leads-only',
  'has-number',
  'length',
] as const

export interface SentenceSigns {
  readonly text: string
  /** Cosine to the question. */
  readonly cosine: number | undefined
  /** Share of the question's weight, 0 to 1. */
  readonly covered: number
  /** The ranker's. */
  readonly passageScore: number
  /** The answer finder's, where it read the passage. */
  readonly reading: number | undefined
  /** Of the best passage. */
  readonly inFirstPassage: boolean
  /** First of a passage that was found by an ask of its section. */
  readonly openingByAsk: boolean
}

/** A line that asks, or only introduces what follows, seldom answers by itself. */
const leadsOnly = /[?？:：]$/
const SHORTEST_LEAD = 6
const asksForNumber =
  /多少|几[个天年月日次岁点号成倍元块条]|多[久长大高远快重]|哪[一]?[年天月日]|何时|什么时候|how (many|much|long|old|far|often|high|tall|big)|when |what (year|date|time|percent)/i
const number = /\d|[一二三四五六七八九十百千万]/
/** Where scores of unread sentences stand, and how far readings are told apart. */
const READING_LEAST = -12

/**
 * @param lexicalWeight how much the words of this question say (see retrieve)
 * @returns one row a sentence, in their order
 */
export function sentenceRows(
  question: string,
  sentences: readonly SentenceSigns[],
  lexicalWeight: number,
): readonly Float64Array[] {
  const meaning = standardise(sentences.map(({ cosine }) => cosine))
  const words = standardise(sentences.map(({ covered }) => covered))
  const bestPassage = Math.max(...sentences.map(({ passageScore }) => passageScore))
  const read = sentences.map(({ reading }) => reading)
  const bestReading = Math.max(READING_LEAST, ...read.map((score) => score ?? READING_LEAST))
  const wantsNumber = asksForNumber.test(question)
  return sentences.map(({ text, passageScore, reading, inFirstPassage, openingByAsk }, place) => {
    const behind = reading === undefined ? 0 : Math.max(READING_LEAST, reading - bestReading)
    const claims = reading === undefined ? 0 : 1 / (1 + Math.exp(-reading))
    const inScript = sameScript(question, text) ? 1 : 0
    const row: Record<(typeof sentenceSignalNames)[number], number> = {
      meaning: meaning[place] ?? 0,
      words: lexicalWeight * (words[place] ?? 0),
      'passage-behind-best': passageScore - bestPassage,
      'reading-behind-best': behind,
      'reading-claims': claims,
      'was-read': reading === undefined ? 0 : 1,
      // Between scripts readings run far lower and tell less: they have weights of their own.
      'reading-in-script': inScript * behind,
      'claims-in-script': inScript * claims,
      'first-passage': inFirstPassage ? 1 : 0,
      'opening-by-ask': openingByAsk ? 1 : 0,
      'leads-only': leadsOnly.test(text) || text.length < SHORTEST_LEAD ? 1 : 0,
      'has-number': wantsNumber && number.test(text) ? 1 : 0,
      length: Math.log1p(text.length),
    }
    return Float64Array.from(sentenceSignalNames, (name) => row[name])
  })
}

/** The weighted sum of a row. */
export function weigh(row: ArrayLike<number>, weights: readonly number[]): number {
  return weights.reduce((sum, weight, place) => sum + weight * (row[place] ?? 0), 0)
}
