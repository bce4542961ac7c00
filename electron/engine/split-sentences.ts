/**
 * Cuts text into whole sentences. Where a cut is doubtful it is not made: a sentence that runs on
 * still reads well, one that begins or breaks off in the middle does not.
 */
import type { Sentence } from '../contract/entities'

/** Stops that end a sentence wherever they stand. */
const FULL_STOPS = new Set('。！？｡؟۔।॥։።။។‼⁇⁈⁉．')
/** Stops that other things use as well: numbers, abbreviations, addresses, code. */
const PLAIN_STOPS = new Set('.!?…')
const QUOTE_CLOSERS = new Set('”’」』﹂﹄»')
const BRACKET_CLOSERS = new Set('）)】》〉〕］]｝}〗')
/** The emoji variation selector belongs to the mark before it. */
const TAILS = new Set('\uFE0E\uFE0F')
/** What can only go on with the sentence before it. */
const CONTINUERS = new Set('，、；：,;:')

const WORD = /[\p{L}\p{N}]/u
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF“”‘’]/u
const SENTENCE_START = /[\p{Lu}\p{Lt}\p{Lo}“‘"'「『《〈（(【[¿¡]/u
/** A bare number goes on with the sentence, `2. ` begins the next point of a list. */
const ORDINAL_START = /^\d{1,3}[.)]\s/
const ADDRESS = /(?:https?|ftp):\/\/[!-~]+|www\.[!-~]+/gi
const ADDRESS_TAIL = new Set('.,;:!?\'")]}>')

/** `“你好吗？”他说。`: a speaker after the quote belongs to the same sentence. */
const SPEAKER =
  /^\p{Script=Han}{0,4}?(?:[说說](?![明法])|[问問](?![题題卷])|道(?![理路歉])|答(?![案复])|[喊嚷叹嘆]|表示)/u
/** `1.`, `2.1.`, `a.`, `IV.`, `三.` at the start name what follows. */
const ENUMERATION =
  /^[(（[]?(?:\d{1,4}(?:[.．]\d{1,3})*|[A-Za-z]|[ivxIVX]{2,5}|[一二三四五六七八九十百]{1,4})$/
const ENUMERATION_LIMIT = 16

/** Case matters: `Art. 5` is an abbreviation, `state of the art.` is not. */
const ABBREVIATIONS = new Set(
  (
    'Mr Mrs Ms Dr Prof St Sr Jr Hon Rev Gov Sen Rep Gen Col Capt Lt Sgt No Nos Art Arts Sec Secs ' +
    'Ch Fig Figs Vol Para Paras Cl Reg Inc Ltd Co Corp Dept Est Tel Ext Jan Feb Mar Apr Jun Jul ' +
    'Aug Sep Sept Oct Nov Dec vs v etc approx ca cf al art no nos sec para paras fig figs vol pp p ' +
    'ch ed eds seq resp incl excl min max est viz'
  ).split(' '),
)
const ABBREVIATION_LIMIT = 12

/**
 * Sentences of `text` in reading order, white space around them left out. They never overlap, none
 * is empty, and together they hold every character that is not white space. A line end is always
 * a sentence end.
 *
 * @param offset added to every start and end, for text that stands inside a longer one.
 */
export function splitSentences(text: string, offset = 0): readonly Sentence[] {
  const spans: Sentence[] = []
  const addresses = addressesIn(text)
  let from = 0
  for (const lineEnd of text.matchAll(/[\n\r\u2028\u2029]|$/g)) {
    splitLine({ text, from, to: lineEnd.index, addresses }, spans)
    from = lineEnd.index + 1
  }
  return offset === 0
    ? spans
    : spans.map(({ start, end }) => ({ start: start + offset, end: end + offset }))
}

interface Line {
  readonly text: string
  readonly from: number
  readonly to: number
  /** Start of each web address in the text, with its end. */
  readonly addresses: ReadonlyMap<number, number>
}

/** A stop with all stops and closing marks that stand right behind it. */
interface StopRun {
  readonly stops: string
  readonly closers: string
  readonly start: number
  readonly end: number
}

function splitLine(line: Line, spans: Sentence[]): void {
  const { text, from, to, addresses } = line
  const before = spans.length
  let start = from
  let worded = false
  let quoted = false
  for (let at = from; at < to;) {
    const address = addresses.get(at)
    const char = text.charAt(at)
    if (address !== undefined) {
      worded = true
      at = Math.min(address, to)
    } else if (FULL_STOPS.has(char) || PLAIN_STOPS.has(char)) {
      const run = stopRunAt(line, at, quoted)
      if (run.closers.includes('"')) quoted = false
      if (worded && isSentenceEnd(line, start, run)) {
        pushTrimmed(text, start, run.end, spans)
        start = run.end
        worded = false
        quoted = false
      }
      at = run.end
    } else {
      if (char === '"') quoted = !quoted
      worded ||= WORD.test(String.fromCodePoint(text.codePointAt(at) ?? 0))
      at += 1
    }
  }
  const last = spans.at(-1)
  if (!worded && last && spans.length > before) {
    // Signs alone say nothing: they close the sentence before them.
    spans.pop()
    pushTrimmed(text, last.start, to, spans)
  } else {
    pushTrimmed(text, start, to, spans)
  }
}

function stopRunAt({ text, to }: Line, start: number, quoted: boolean): StopRun {
  let end = start
  let stops = ''
  let closers = ''
  let open = quoted
  for (; end < to; end++) {
    const char = text.charAt(end)
    if (FULL_STOPS.has(char) || PLAIN_STOPS.has(char)) {
      stops += char
    } else if (QUOTE_CLOSERS.has(char) || BRACKET_CLOSERS.has(char) || TAILS.has(char)) {
      closers += char
    } else if (char === '"' && open) {
      open = false
      closers += char
    } else if (char === "'" && (end + 1 >= to || /[\s”"）)]/.test(text.charAt(end + 1)))) {
      closers += char
    } else {
      break
    }
  }
  return { stops, closers, start, end }
}

function isSentenceEnd(line: Line, start: number, run: StopRun): boolean {
  const { text, to } = line
  if (run.end >= to) return true
  const next = text.charAt(run.end)
  if (CONTINUERS.has(next)) return false
  if (namesWhatFollows(text, start, run)) return false
  const spaced = /\s/.test(next)
  if (!spaced && continuesAfterCloser(text, run)) return false
  if (isFull(text, run)) return true

  const ink = spaced ? inkAt(text, run.end, to) : run.end
  const following = ink < to ? String.fromCodePoint(text.codePointAt(ink) ?? 0) : ''
  if (following === '') return true
  if (/[!?]/.test(run.stops)) {
    return spaced
      ? !/\p{Ll}/u.test(following)
      : CJK.test(text.charAt(run.start - 1)) || CJK.test(following)
  }
  const starts = SENTENCE_START.test(following) || ORDINAL_START.test(text.slice(ink, ink + 6))
  return spaced && starts && !isAbbreviation(text, start, run)
}

/** A doubled `…` is the Chinese ellipsis; a `．` between digits is a decimal point. */
function isFull(text: string, { stops, start, end }: StopRun): boolean {
  if (stops === '．' && /\d/.test(text.charAt(start - 1)) && /\d/.test(text.charAt(end)))
    return false
  return stops.includes('……') || Array.from(stops).some((stop) => FULL_STOPS.has(stop))
}

function namesWhatFollows(text: string, start: number, { stops, start: stop }: StopRun): boolean {
  if (stops !== '.' && stops !== '．') return false
  if (stop - start > ENUMERATION_LIMIT) return false
  return ENUMERATION.test(text.slice(start, stop).trim().normalize('NFKC'))
}

/** Whether the text right behind closing marks, with no space between, goes on with the sentence. */
function continuesAfterCloser(text: string, { stops, closers, end }: StopRun): boolean {
  const closer = closers.at(-1)
  if (closer === undefined) return false
  if (BRACKET_CLOSERS.has(closer)) return !/[。｡．]/.test(stops)
  return SPEAKER.test(text.slice(end, end + 12))
}

function isAbbreviation(text: string, start: number, { stops, start: stop }: StopRun): boolean {
  if (stops !== '.') return false
  let from = stop
  const limit = Math.max(start, stop - ABBREVIATION_LIMIT)
  while (from > limit && /[A-Za-z.]/.test(text.charAt(from - 1))) from--
  const word = text.slice(from, stop)
  return /^[A-Z]$/.test(word) || /^(?:[A-Za-z]{1,2}\.)+[A-Za-z]{1,2}$/.test(word)
    ? true
    : ABBREVIATIONS.has(word)
}

function inkAt(text: string, from: number, to: number): number {
  let at = from
  while (at < to && /\s/.test(text.charAt(at))) at++
  return at
}

function pushTrimmed(text: string, from: number, to: number, spans: Sentence[]): void {
  let start = from
  let end = to
  while (start < end && /\s/.test(text.charAt(start))) start++
  while (end > start && /\s/.test(text.charAt(end - 1))) end--
  if (start < end) spans.push({ start, end })
}

/** Stops at the end of an address belong to the sentence around it. */
function addressesIn(text: string): ReadonlyMap<number, number> {
  const addresses = new Map<number, number>()
  for (const { index, 0: address } of text.matchAll(ADDRESS)) {
    let length = address.length
    while (ADDRESS_TAIL.has(address.charAt(length - 1))) length--
    addresses.set(index, index + length)
  }
  return addresses
}
