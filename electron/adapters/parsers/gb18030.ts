/**
 * Tells Chinese in GB18030 from other bytes that happen to be valid in it. Nearly every legacy
 * encoding is: Big5, Shift-JIS, EUC-KR and the Cyrillic ones all decode into Han characters. But
 * every Chinese text consists for more than half of a few hundred characters, which the others hit
 * by chance only.
 */

/** The most frequent characters of modern, legal and older Chinese, traditional forms after them. */
const COMMON =
  '的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行' +
  '所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它' +
  '与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己' +
  '制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气' +
  '题活更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指许统区保至队形社便空决治' +
  '展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取格望觉术领共' +
  '确传师观清今切院让识候带导争运款还贷借欠债逾催银行卡额费息付款信用征评级记录查询联系客服电话协商分期平台网络申请' +
  '办证明律师诉讼仲裁诈骗个人企业单位机构依据按照规定应当违者收请您怎吗呢吧哪谁每若' +
  '這個們來為國說時會對發後過與學裡還當開從無點業將兩間問應戰頭體見產給進門關實現動經條機長東書認論處義幾題變總' +
  '電數報結務場計資統區隊決馬聽達強難權設類據張該萬術領確傳師觀讓識帶導爭運種樣爲於'

const common = new Set(COMMON)

/**
 * Measured on statutes, guidance and a novel of the 18th century: 0.63 and more; on 20 other
 * encodings: 0.12 (EUC-KR) and less.
 */
const COMMON_SHARE = 0.35

/**
 * Whether `bytes`, read as GB18030, are Chinese. A few characters are enough when they are common
 * ones; none at all is a no.
 */
export function looksChinese(bytes: Uint8Array): boolean {
  const decoder = new TextDecoder('gb18030')
  let han = 0
  let commons = 0
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0
    if (lead < 0x81) continue
    const trail = bytes[at + 1] ?? 0
    if (trail >= 0x30 && trail <= 0x39) {
      at += 3
      continue
    }
    if (!isSymbol(lead, trail)) {
      han += 1
      if (common.has(decoder.decode(bytes.subarray(at, at + 2)))) commons += 1
    }
    at += 1
  }
  return han > 0 && commons >= han * COMMON_SHARE
}

/** Rows A1 to A9: punctuation, full-width letters, kana, Greek, Cyrillic. */
function isSymbol(lead: number, trail: number): boolean {
  return lead >= 0xa1 && lead <= 0xa9 && trail >= 0xa1
}
