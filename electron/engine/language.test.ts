import { describe, expect, it } from 'vitest'
import { languageOfText } from './language'

describe('languageOfText', () => {
  it.each([
    ['zh', '逾期之后怎么办？先联系平台。'],
    ['zh', '在 iPhone 上打开 Alipay，找到 Customer Service，再选“协商还款”。'],
    ['zh', '日文里的「の」在招牌上很常见，这里只是引用一个字。'],
    ['ja', '借金を返せないときは、銀行に相談してください。'],
    ['ko', '연체된 대출금을 갚지 못하면 은행에 연락하십시오.'],
    ['ru', 'Если вы не можете вернуть долг, обратитесь в банк.'],
    ['ar', 'إذا لم تتمكن من السداد فاتصل بالبنك'],
    ['th', 'หากไม่สามารถชำระหนี้ได้ กรุณาติดต่อธนาคาร'],
    ['el', 'Αν δεν μπορείτε να πληρώσετε, επικοινωνήστε με την τράπεζα.'],
    ['he', 'אם אינכם יכולים לשלם, פנו לבנק'],
    ['hi', 'यदि आप भुगतान नहीं कर सकते, तो बैंक से संपर्क करें।'],
    ['en', 'If you cannot pay in time, call the bank. 你好'],
    ['en', '2024 – 35 %'],
    ['en', ''],
  ])('%s: %s', (language, text) => {
    expect(languageOfText(text)).toBe(language)
  })
})
