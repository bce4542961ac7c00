import { expect, it } from 'vitest'
import { fakeSegmenter } from './fakes'
import { termsOf } from './terms'

it('gives Han text as characters, pairs and longer words', () => {
  expect(termsOf('不良贷款', fakeSegmenter)).toEqual([
    '不',
    '良',
    '贷',
    '款',
    '不良',
    '良贷',
    '贷款',
    '不良贷',
  ])
})

it('keeps a number and the Han text beside it apart', () => {
  expect(termsOf('2015年黑', fakeSegmenter)).toEqual(['2015', '年', '黑', '年黑'])
  expect(termsOf('NASUWT是', fakeSegmenter)).toEqual(['nasuwt', '是'])
})

it('folds words of scripts with spaces and pairs those without', () => {
  expect(termsOf('Crédit Report', fakeSegmenter)).toEqual(['credit', 'report'])
  expect(termsOf('ローン', fakeSegmenter)).toEqual(['ロー', 'ーン'])
})

it('finds nothing in punctuation', () => {
  expect(termsOf('？！ … 🙂', fakeSegmenter)).toEqual([])
})

it('sees a share that stands right behind Latin letters', () => {
  expect(termsOf('LPR3.85%', fakeSegmenter)).toEqual(['lpr', '3.85%', '3.85'])
  expect(termsOf('APR24% App2', fakeSegmenter)).toEqual(['apr', '24%', '24', 'app2'])
})

it('leaves function words as they are', () => {
  expect(termsOf('does this has debts', fakeSegmenter)).toEqual(['does', 'this', 'has', 'debt'])
})
