/** What every SourceParser does, whatever formats it can read. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SourceParser } from '../../engine/ports'

const utf8 = (text: string) => new TextEncoder().encode(text)

/** @param endings of file names that the parser can read. */
export function sourceParserSuite(name: string, parser: SourceParser, endings: readonly string[]) {
  describe(name, () => {
    const anyEnding = fc.constantFrom(...endings)
    const refused = (fileName: string, bytes: Uint8Array, code: string) => {
      expect(() => parser.parse(fileName, bytes)).toThrowError(
        expect.objectContaining({
          code,
          details: expect.objectContaining({ name: fileName }) as object,
        }) as Error,
      )
    }

    it('refuses a format that it does not know by its ending, whatever is inside', () => {
      for (const ending of ['.docx', '.PDF', '.exe', '.html']) {
        refused(`甲${ending}`, utf8('# 甲'), 'UNSUPPORTED_FORMAT')
        refused(`甲.md${ending}`, new Uint8Array(), 'UNSUPPORTED_FORMAT')
      }
    })

    it.each(endings)('refuses what is no text in %s', (ending) => {
      refused(`甲${ending}`, new Uint8Array(), 'EMPTY_FILE')
      refused(`甲${ending}`, utf8(' \n'), 'EMPTY_FILE')
      refused(`甲${ending}`, utf8('---\n\n---\n'), 'EMPTY_FILE')
      refused(`甲${ending}`, utf8('甲\0'), 'NOT_TEXT')
      refused(`甲${ending}`, Uint8Array.of(0xe9, 0x20, 0xff), 'UNKNOWN_ENCODING')
    })

    it.each(endings)('reads words in order from %s and leaves the bytes alone', (ending) => {
      const bytes = utf8('先联系平台。\r\n\r\n再谈分期。\r\n')
      const before = Array.from(bytes)
      const parsed = parser.parse(`甲${ending}`, bytes)
      expect(parsed.encoding).toBe('utf-8')
      expect(parsed.blocks.map(({ text }) => text)).toEqual(['先联系平台。', '再谈分期。'])
      expect(Array.from(bytes)).toEqual(before)
    })

    it('gives blocks with ink and without foreign line ends, or one of its errors', () => {
      const sign = fc.constantFrom(
        ...[
          '甲',
          '。',
          ' ',
          '\n',
          '\r\n',
          '\n\n',
          '# ',
          '- ',
          '1. ',
          '> ',
          '**',
          '`',
          '```\n',
          '|',
          '|-|-|\n',
        ],
        ...[
          '---\n',
          '<b>',
          '<!--',
          '-->',
          '&amp;',
          '[a](b)',
          '[^1]',
          '[^1]: ',
          '\u3000',
          '😀',
          '来源：',
          'a: b\n',
        ],
      )
      const text = fc.array(sign, { maxLength: 40 }).map((signs) => signs.join(''))
      fc.assert(
        fc.property(anyEnding, text, (ending, source) => {
          let parsed
          try {
            parsed = parser.parse(`甲${ending}`, utf8(source))
          } catch (thrown) {
            expect(thrown).toMatchObject({ code: 'EMPTY_FILE' })
            return
          }
          expect(parsed.blocks.length).toBeGreaterThan(0)
          for (const { text: words } of parsed.blocks) {
            expect(words.trim()).not.toBe('')
            expect(words).not.toContain('\r')
          }
        }),
        { numRuns: 500 },
      )
    })
  })
}
