import { expect, it } from 'vitest'
import { sentenceRows, sentenceSignalNames, weigh, type SentenceSigns } from './sentence-signals'

const sentence = (text: string, more: Partial<SentenceSigns> = {}): SentenceSigns => ({
  text,
  cosine: 0.8,
  covered: 0.5,
  passageScore: 1,
  reading: undefined,
  inFirstPassage: true,
  openingByAsk: false,
  ...more,
})
const value = (row: Float64Array | undefined, name: (typeof sentenceSignalNames)[number]) =>
  row?.[sentenceSignalNames.indexOf(name)]

it.each([
  ['罚息是多少', '罚息为5%。', 1],
  ['什么时候起诉', '三年内起诉。', 1],
  ['How long does it take?', 'It takes 20 days.', 1],
  ['怎么起诉', '三年内起诉。', 0],
  ['罚息是多少', '罚息由合同约定。', 0],
])('%s | %s: number wanted and there: %d', (question, text, expected) => {
  expect(value(sentenceRows(question, [sentence(text)], 1)[0], 'has-number')).toBe(expected)
})

it('knows a line that only leads to others', () => {
  const rows = sentenceRows('怎么办', [sentence('可以这样做：'), sentence('先打电话给平台。')], 1)
  expect(rows.map((row) => value(row, 'leads-only'))).toEqual([1, 0])
})

it('keeps what readings say between scripts apart', () => {
  const read = [sentence('会上门。', { reading: 2 }), sentence('Nobody comes.', { reading: -4 })]
  const rows = sentenceRows('会上门吗', read, 1)
  expect(rows.map((row) => value(row, 'reading-behind-best'))).toEqual([0, -6])
  expect(value(rows[1], 'reading-in-script')).toBe(-0)
  expect(value(rows[0], 'claims-in-script')).toBeGreaterThan(0.8)
})

it('says nothing of sentences that were not read', () => {
  const [row] = sentenceRows('会上门吗', [sentence('会上门。')], 1)
  expect(value(row, 'was-read')).toBe(0)
  expect(value(row, 'reading-behind-best')).toBe(0)
})

it('weighs a row', () => {
  expect(weigh([1, 2, 3], [1, 0.5, 0])).toBe(2)
})
