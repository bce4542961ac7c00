import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitSentences } from './split-sentences'

const cut = (text: string) => splitSentences(text).map(({ start, end }) => text.slice(start, end))

function whole(text: string) {
  expect(cut(text)).toEqual([text])
}

describe('where a sentence ends', () => {
  it('at full-width stops, runs of them and what closes behind them', () => {
    expect(cut('先别慌。能还吗？！当然能……走吧！')).toEqual([
      '先别慌。',
      '能还吗？！',
      '当然能……',
      '走吧！',
    ])
    expect(cut('（见附件。）《通知。》「好。」他走了。')).toEqual([
      '（见附件。）',
      '《通知。》',
      '「好。」',
      '他走了。',
    ])
  })

  it('at ASCII marks beside Han text, as careless typing has them', () => {
    expect(cut('会真的上门?一般不会!放心。')).toEqual(['会真的上门?', '一般不会!', '放心。'])
  })

  it('not at a semicolon, a comma or a colon', () => {
    whole('（一）主动联系；（二）说明情况：收入、支出；')
  })

  it('at every line end, with no empty sentence between', () => {
    expect(cut('第一行\n\n 第二行\r\n第三行')).toEqual(['第一行', '第二行', '第三行'])
  })

  it('at the stops of other scripts', () => {
    expect(cut('ما هذا؟ هذا بيت۔ نعم')).toEqual(['ما هذا؟', 'هذا بيت۔', 'نعم'])
    expect(cut('यह घर है। वह कौन है?')).toEqual(['यह घर है।', 'वह कौन है?'])
    expect(cut('これは本です｡それも．')).toEqual(['これは本です｡', 'それも．'])
  })

  it('at a full stop only before a space and the start of something', () => {
    expect(cut('Pay first. Then ask. 然后再说. “Why?” She left.')).toEqual([
      'Pay first.',
      'Then ask.',
      '然后再说.',
      '“Why?”',
      'She left.',
    ])
    whole('It took 3.14 days at example.com. and nothing else')
  })

  it('not after an abbreviation, an initial or inside an address', () => {
    whole('Mr. Li and Dr. Wu, e.g. J. K. Chen of the U.S. Office, see No. 5 and Art. Nine vs. Ten.')
    whole('See https://a.cn/b?c=1.html!x (or www.b.cn/?q=A.B), etc. Today.')
  })

  it('not behind an ordinal, which stays with what it numbers', () => {
    expect(cut('1. 打开网页。2. Open it. 3. Go. 4 of them')).toEqual([
      '1. 打开网页。',
      '2. Open it.',
      '3. Go. 4 of them',
    ])
    whole('一. 总则如下')
    whole('2.1. Scope of this')
    expect(cut('1、先还钱。（一）再说。第一条 为了规范。')).toEqual([
      '1、先还钱。',
      '（一）再说。',
      '第一条 为了规范。',
    ])
    whole('１．全角编号 3．14')
  })

  it('behind a quote unless its speaker follows', () => {
    expect(cut('“你好吗？”他说。“好。”')).toEqual(['“你好吗？”他说。', '“好。”'])
    expect(cut('“你好吗？”小王笑着问。')).toEqual(['“你好吗？”小王笑着问。'])
    expect(cut('“你好吗？”门开了。')).toEqual(['“你好吗？”', '门开了。'])
    expect(cut('“要说明吗？”说明书在这里。')).toEqual(['“要说明吗？”', '说明书在这里。'])
    expect(cut('He said "Go now." Then "Stop!" she cried.')).toEqual([
      'He said "Go now."',
      'Then "Stop!" she cried.',
    ])
  })

  it('not where a remark in brackets or a comma goes on', () => {
    whole('他（真的吗？）没有收到')
    whole('“好吗？”，他想')
  })

  it('never so that signs stand alone', () => {
    expect(cut('谢谢！👍 ……下次见。！')).toEqual(['谢谢！', '👍 ……下次见。！'])
    expect(cut('……他走了。')).toEqual(['……他走了。'])
    expect(cut('收到。 👍')).toEqual(['收到。 👍'])
    expect(cut('。。。')).toEqual(['。。。'])
  })

  it('gives places in the longer text that holds it', () => {
    expect(splitSentences(' 甲。乙', 10)).toEqual([
      { start: 11, end: 13 },
      { start: 13, end: 14 },
    ])
    expect(splitSentences(' \n　')).toEqual([])
  })
})

describe('for any text', () => {
  const pieces = fc.constantFrom(
    ...'。！？!?.…；，“”‘’"\'（）()「」\n \u3000\u00A0',
    ...['……', '他说', '第一条', '1.', 'Mr.', 'U.S.', 'https://a.b/c?d.', '3.14', '𠀀', '👍🏽', '👨‍👩‍👧'],
    ...['汉', '字', 'Ab', 'c', 'é', 'д', '한', 'ا', '؟', '।', '．', '\uFE0F', '\r\n', '\t'],
  )
  const text = fc.oneof(
    fc.array(pieces, { maxLength: 60 }).map((all) => all.join('')),
    fc.string(),
  )

  it('sentences are in order, trimmed, whole in their characters, and cover all ink', () => {
    fc.assert(
      fc.property(text, fc.nat(1000), (source, offset) => {
        let covered = 0
        for (const { start, end } of splitSentences(source, offset)) {
          const from = start - offset
          const to = end - offset
          const sentence = source.slice(from, to)
          expect(from).toBeGreaterThanOrEqual(covered)
          expect(source.slice(covered, from).trim()).toBe('')
          expect(sentence).toBe(sentence.trim())
          expect(sentence).not.toBe('')
          expect(sentence).not.toMatch(/[\n\r]/)
          if (source.isWellFormed()) expect(sentence.isWellFormed()).toBe(true)
          covered = to
        }
        expect(source.slice(covered).trim()).toBe('')
      }),
      { numRuns: 1000 },
    )
  })
})
