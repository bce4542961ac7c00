import fc from 'fast-check'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { nodeHasher } from './node-hasher'
import { spanOver, tokenSpans } from './token-spans'
import { loadEmbedder, type LoadedEmbedder } from './transformers-embedder'

const models = fileURLToPath(new URL('../../models', import.meta.url))

/** Letters alone, as both sides of the alignment must have them. */
const lettersOf = (text: string) => text.normalize('NFKC').replace(/[\s\u2581]/gu, '')

describe('tokens laid beside their text', () => {
  let pretrained: LoadedEmbedder['pretrained']
  beforeAll(async () => {
    pretrained = (await loadEmbedder(models, nodeHasher)).pretrained
  })

  const spansOf = (text: string) => {
    const tokens = pretrained.tokenize(text)
    return { tokens, spans: tokenSpans(text, tokens) }
  }

  /** Letters that fold to one letter each, from many scripts, with white space of every kind. */
  const plainText = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          ...'逾期催收征信五年二〇二四',
          '𠀀',
          '龘',
          '😀',
          '欠款',
          '，',
          '。',
          '“',
          '”',
        ),
        fc.constantFrom(...'abcXYZ0189.,-', ' the', ' collectors', 'é', 'ß', 'ж', 'す', '가', 'ع'),
        fc.constantFrom(' ', '  ', '\t', '\n', '\u3000', '\u00a0'),
      ),
      { maxLength: 40 },
    )
    .map((parts) => parts.join(''))

  it('marks exactly the letters of any run of tokens', () => {
    fc.assert(
      fc.property(plainText, fc.nat(), fc.nat(), (text, one, other) => {
        const { tokens, spans } = spansOf(text)
        if (tokens.length === 0) return
        expect(spans).toHaveLength(tokens.length)
        const [from = 0, to = 0] = [one % tokens.length, other % tokens.length].sort(
          (a, b) => a - b,
        )
        const letters = lettersOf(tokens.slice(from, to + 1).join(''))
        const span = spanOver(spans ?? [], from, to)
        expect(span === undefined).toBe(letters === '')
        if (span) expect(lettersOf(text.slice(...span))).toBe(letters)
      }),
      { numRuns: 300 },
    )
  })

  it('marks at least the letters of a token in any text at all, whole code points only', () => {
    const anyText = fc.string({ unit: 'binary', maxLength: 30 })
    let told = 0
    fc.assert(
      fc.property(anyText, (text) => {
        const { tokens, spans } = spansOf(text)
        if (!spans) return
        told++
        for (const [place, span] of spans.entries()) {
          if (!span) continue
          const [start, end] = span
          expect(text.slice(start, end).isWellFormed()).toBe(true)
          const token = tokens[place]?.replace(/[\s\p{Cc}\u2581]/gu, '') ?? ''
          expect(lettersOf(text.slice(start, end).replace(/\p{Cc}/gu, ''))).toContain(
            token.replaceAll('\uff5e', '~'),
          )
        }
      }),
      { numRuns: 300 },
    )
    expect(told).toBeGreaterThan(250)
  })

  it.each([
    ['ＡＢＣ银行', 'ＡＢＣ'],
    ['甲㈱会社', '㈱'],
    ['还有……吗', '……'],
    ['ｶﾞｽ代', 'ｶﾞ'],
    ['cafe\u0301 noir', 'cafe\u0301'],
    ['１０００元', '１０００'],
    ['<s>原文</s>', '原文'],
    ['年利率24%～36%', '～'],
  ])('keeps to the characters of %s', (text, part) => {
    const { spans } = spansOf(text)
    const start = text.indexOf(part)
    const end = start + part.length
    expect(spans).toBeDefined()
    const within = (spans ?? []).filter((span) => span && span[0] < end && span[1] > start)
    expect(within[0]?.[0]).toBe(start)
    expect(within.at(-1)?.[1]).toBeGreaterThanOrEqual(end)
  })
})

describe('tokens of another text', () => {
  it('are not laid beside this one', () => {
    expect(tokenSpans('逾期', ['▁逾', '期', '了'])).toBeUndefined()
    expect(tokenSpans('逾期了', ['▁逾', '期'])).toBeUndefined()
    expect(tokenSpans('逾期', ['▁', '<unk>'])).toBeUndefined()
  })

  it('leaves tokens without letters without a place', () => {
    expect(tokenSpans(' a  b ', ['▁a', '▁', 'b', '▁'])).toEqual([
      [1, 2],
      undefined,
      [4, 5],
      undefined,
    ])
    expect(spanOver([undefined, [1, 2], undefined, [4, 5]], 0, 2)).toEqual([1, 2])
    expect(spanOver([undefined, [1, 2]], 0, 0)).toBeUndefined()
    expect(
      spanOver(
        [
          [0, 1],
          [1, 2],
        ],
        1,
        5,
      ),
    ).toEqual([1, 2])
  })
})
