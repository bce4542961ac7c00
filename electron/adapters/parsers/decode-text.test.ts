import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { legacyBytes } from '../suites/legacy-bytes'
import { decodeText } from './decode-text'

const utf8 = (text: string) => new TextEncoder().encode(text)
const utf16 = (text: string, little: boolean) => {
  const bytes = new Uint8Array(2 + text.length * 2)
  const view = new DataView(bytes.buffer)
  view.setUint16(0, 0xfeff, little)
  for (let at = 0; at < text.length; at++) view.setUint16(2 + at * 2, text.charCodeAt(at), little)
  return bytes
}
const decoded = (bytes: Uint8Array) => decodeText('a.txt', bytes)
const refused = (bytes: Uint8Array, code: string) => {
  expect(() => decodeText('a.txt', bytes)).toThrowError(
    expect.objectContaining({ code, details: { name: 'a.txt' } }) as Error,
  )
}

const chinese = '贷款逾期之后，平台一般会先发短信提醒。请尽快联系客服，说明情况，协商分期。'

describe('what is decoded', () => {
  it.each([
    ['utf-8', utf8(chinese)],
    ['utf-8', Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8(chinese))],
    ['utf-16le', utf16(chinese, true)],
    ['utf-16be', utf16(chinese, false)],
    ['gb18030', legacyBytes('gb18030', chinese)],
  ])('%s, its mark left out', (encoding, bytes) => {
    expect(decoded(bytes)).toEqual({ text: chinese, encoding })
  })

  it.each([
    '借呗逾期了怎么办？',
    '贷款逾期会怎样？先联系平台。'.repeat(3),
    '這個條例是為了規範徵信活動，保護當事人的合法權益，並發展社會信用體系。',
  ])('GB18030, however short, simplified or traditional: %s', (text) => {
    expect(decoded(legacyBytes('gb18030', text)).text).toBe(text)
  })

  it('GB18030 with characters of four bytes', () => {
    const rare = Uint8Array.of(0x95, 0x32, 0x82, 0x36)
    const text = decoded(Uint8Array.of(...rare, ...legacyBytes('gb18030', chinese))).text
    expect(text).toBe(`𠀀${chinese}`)
  })

  it('UTF-8 of any script, as it stands', () => {
    const words = fc.string({ unit: 'grapheme', minLength: 1 }).map((text) => `字${text}`)
    fc.assert(
      fc.property(words, (text) => {
        const clean = text.replace(/[^\P{Cc}\n]/gu, ' ')
        expect(decoded(utf8(clean))).toEqual({ text: clean, encoding: 'utf-8' })
      }),
    )
  })
})

describe('what is refused', () => {
  it.each([
    ['big5', '徵信業管理條例為了規範徵信活動，保護當事人合法權益，引導、促進徵信業健康發展。'],
    ['big5', '貸款逾期會怎樣？先聯絡平台。'],
    ['shift_jis', '借金を返せないときは、銀行に相談してください。信用情報は五年後に回復します。'],
    ['euc-jp', '借金を返せないときは、銀行に相談してください。信用情報は五年後に回復します。'],
    [
      'euc-kr',
      '연체된 대출금을 갚지 못하면 은행에 먼저 연락하십시오. 신용 기록은 오 년 후에 회복됩니다.',
    ],
    [
      'windows-1251',
      'Если вы не можете вернуть долг вовремя, обратитесь в банк и попросите рассрочку.',
    ],
    ['koi8-r', 'Если вы не можете вернуть долг вовремя, обратитесь в банк и попросите рассрочку.'],
    [
      'iso-8859-5',
      'Если вы не можете вернуть долг вовремя, обратитесь в банк и попросите рассрочку.',
    ],
    ['windows-1253', 'Αν δεν μπορείτε να πληρώσετε το δάνειο, επικοινωνήστε με την τράπεζα.'],
    ['windows-1255', 'אם אינכם יכולים לשלם את ההלוואה, פנו לבנק'],
    ['windows-1256', 'إذا لم تتمكن من السداد فاتصل بالبنك'],
    ['windows-874', 'หากไม่สามารถชำระหนี้ได้ กรุณาติดต่อธนาคาร'],
    ['windows-1254', 'Kredi borcunu ödeyemiyorsanız bankanızı arayın; İstanbul şubesi açıktır.'],
    [
      'windows-1252',
      'Le café était fermé. Où êtes-vous allé après la fête ? Größe, Übermut, Straße.',
    ],
  ])('%s, rather than shown garbled', (encoding, text) => {
    refused(legacyBytes(encoding, text), 'UNKNOWN_ENCODING')
  })

  it('damaged UTF-8: a byte that does not fit, a cut character, a lone surrogate', () => {
    const bytes = utf8(chinese)
    refused(Uint8Array.of(...bytes, 0xff), 'UNKNOWN_ENCODING')
    refused(bytes.subarray(0, -1), 'UNKNOWN_ENCODING')
    refused(Uint8Array.of(...bytes, 0xed, 0xa0, 0x80), 'UNKNOWN_ENCODING')
    refused(Uint8Array.of(0xef, 0xbb, 0xbf, ...legacyBytes('gb18030', chinese)), 'UNKNOWN_ENCODING')
  })

  it('GB18030 that is cut inside a character', () => {
    refused(legacyBytes('gb18030', `${chinese}的`).subarray(0, -1), 'UNKNOWN_ENCODING')
  })

  it('ISO-2022-JP, which is ASCII to look at', () => {
    refused(utf8('\x1b$B<Z6b\x1b(B and more text'), 'UNKNOWN_ENCODING')
  })

  it('what is no text: NUL, control characters, formats that only begin like text', () => {
    refused(utf8('甲\0乙'), 'NOT_TEXT')
    refused(
      Uint8Array.from({ length: 400 }, (_, at) => (at * 7) % 256 || 1),
      'NOT_TEXT',
    )
    refused(utf8('%PDF-1.7\n1 0 obj'), 'NOT_TEXT')
    refused(utf8('{\\rtf1\\ansi text}'), 'NOT_TEXT')
  })

  it('UTF-16 with half a character, an odd byte or a NUL', () => {
    for (const little of [true, false]) {
      refused(utf16('甲\uD800乙', little), 'NOT_TEXT')
      refused(utf16('甲乙', little).subarray(0, -1), 'NOT_TEXT')
      refused(utf16('甲\0乙', little), 'NOT_TEXT')
    }
  })

  it('nothing but white space', () => {
    refused(new Uint8Array(), 'EMPTY_FILE')
    refused(utf8(' \r\n\u3000\t'), 'EMPTY_FILE')
    refused(Uint8Array.of(0xef, 0xbb, 0xbf), 'EMPTY_FILE')
    refused(utf16('\n', true), 'EMPTY_FILE')
  })

  it('any bytes at all, by no other error', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        try {
          expect(decoded(bytes).text).not.toContain('\uFFFD')
        } catch (thrown) {
          expect(['NOT_TEXT', 'EMPTY_FILE', 'UNKNOWN_ENCODING']).toContain(
            (thrown as { code?: string }).code,
          )
        }
      }),
      { numRuns: 500 },
    )
  })
})
