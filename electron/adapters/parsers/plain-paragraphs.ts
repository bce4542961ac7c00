/**
 * Lines of a plain text to paragraphs. Two habits must be told apart: one paragraph a line, and
 * lines broken at a fixed width, where an empty line or an indent parts paragraphs.
 */
import { joinLines, type OneWord } from './join-lines'
import { columns, isRule, type PlainLine } from './plain-lines'

/** What stands before a paragraph: the file's start, a rule, an empty line, or just a line end. */
export type Gap = 'start' | 'rule' | 'empty' | 'none'

export interface PlainParagraph {
  readonly text: string
  readonly gap: Gap
  /** It was one line in the source. */
  readonly single: boolean
}

/** How a file was broken: what its lines are measured in, and how much a line holds. */
interface Wrapping {
  readonly measure: Measure
  readonly limit: number
}

type Measure = 'width' | 'length'

/** Fewer lines that go on prove nothing. */
const PAIRS_LEAST = 3
/** Share of lines that had no room for the next word. */
const FULL_SHARE = 0.8
/** Share of lines that end within a sentence: in verse and lists few do, or their lengths differ. */
const UNFINISHED_SHARE = 0.4
/** Share of paragraphs whose last line ends a sentence: a list of names and numbers has no sentences. */
const STOPPED_SHARE = 0.5
/** Narrower lines are verse or a list, wider ones paragraphs. In columns; half of it in characters. */
const NARROWEST = 30
const WIDEST = 200
/** Marks that may not begin a line push one or two characters over. */
const SLACK = 4

const STOP_END = /[。！？；：.!?;:…][”’」』）)】"']*$/
const ITEM_START =
  /^(?:第[〇零一二三四五六七八九十百千\d]+[条章节编回款]|[（(][一二三四五六七八九十\da-zA-Z]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|\d{1,3}(?:[.．)）]\s|、)|[a-zA-Z][.)]\s|[-*•·●○■]\s)/

/** Paragraphs in reading order; rules and empty lines are left out. */
export function plainParagraphs(lines: readonly PlainLine[]): readonly PlainParagraph[] {
  const wrapping = wrappingOf(lines)
  const oneWord = wrapping ? wordsOf(lines) : undefined
  const paragraphs: PlainParagraph[] = []
  let open: PlainLine[] = []
  let openGap: Gap = 'start'
  let gap: Gap = 'start'
  const close = () => {
    if (open.length === 0) return
    const text = joinLines(
      open.map((line) => line.text),
      oneWord,
    )
    paragraphs.push({ text, gap: openGap, single: open.length === 1 })
    open = []
  }
  for (const line of lines) {
    const previous = open.at(-1)
    if (line.text === '') {
      close()
      if (gap === 'none') gap = 'empty'
    } else if (isRule(line.text)) {
      close()
      if (gap !== 'start') gap = 'rule'
    } else if (previous && wrapping && goesOn(open, previous, line, wrapping)) {
      open.push(line)
    } else {
      close()
      open.push(line)
      openGap = gap
      gap = 'none'
    }
  }
  close()
  return paragraphs
}

function wrappingOf(lines: readonly PlainLine[]): Wrapping | undefined {
  const pairs: (readonly [PlainLine, PlainLine])[] = []
  lines.forEach((line, at) => {
    const next = lines[at + 1]
    if (next && isInk(line) && isInk(next) && next.indent <= line.indent) pairs.push([line, next])
  })
  if (pairs.length < PAIRS_LEAST) return undefined
  const unfinished = pairs.filter(([line]) => !STOP_END.test(line.text)).length
  if (unfinished < pairs.length * UNFINISHED_SHARE) return undefined
  const firsts = new Set(pairs.map(([line]) => line))
  const lasts = pairs.map(([, next]) => next).filter((line) => !firsts.has(line))
  const stopped = lasts.filter((line) => STOP_END.test(line.text)).length
  if (stopped < lasts.length * STOPPED_SHARE) return undefined
  const [best] = (['width', 'length'] as const)
    .map((measure) => ({ measure, limit: usualMost(pairs.map(([line]) => line[measure])) }))
    .filter(({ measure, limit }) => limit >= narrowest(measure) && limit <= WIDEST)
    .map((wrapping) => ({
      wrapping,
      full: pairs.filter(([line, next]) => isFull(line, next, wrapping)).length,
    }))
    .toSorted((a, b) => b.full - a.full)
  return best && best.full >= pairs.length * FULL_SHARE ? best.wrapping : undefined
}

function narrowest(measure: Measure): number {
  return measure === 'width' ? NARROWEST : NARROWEST / 2
}

/** The ninth decile: a few lines, such as an address, may stick out. */
function usualMost(sizes: readonly number[]): number {
  const sorted = sizes.toSorted((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) * 0.9)] ?? 0
}

function isInk(line: PlainLine): boolean {
  return line.text !== '' && !isRule(line.text)
}

/** Whether the first word of `next` had no room at the end of `line`. */
function isFull(line: PlainLine, next: PlainLine, { measure, limit }: Wrapping): boolean {
  const word = /^[^\s\p{Script=Han}]+/u.exec(next.text.slice(0, WIDEST))?.[0]
  const room = word === undefined ? 1 : 1 + (measure === 'width' ? columns(word) : word.length)
  return line[measure] + room > limit - (measure === 'width' ? SLACK : SLACK / 2)
}

function goesOn(
  open: readonly PlainLine[],
  previous: PlainLine,
  line: PlainLine,
  wrapping: Wrapping,
): boolean {
  if (line.indent > previous.indent) {
    // Under an item's first line, an indent goes on with the item.
    return open.length === 1 && ITEM_START.test(previous.text) && !ITEM_START.test(line.text)
  }
  const stopped = STOP_END.test(previous.text)
  if (stopped && ITEM_START.test(line.text)) return false
  if (isFull(previous, line, wrapping)) return true
  return !stopped && /^\p{Ll}/u.test(line.text)
}

/** A hyphen is a break when the whole word stands elsewhere in the text, and never hyphened. */
function wordsOf(lines: readonly PlainLine[]): OneWord {
  const words = new Set<string>()
  for (const { text } of lines) {
    for (const [word] of text.matchAll(/\p{L}+(?:-\p{L}+)*/gu)) words.add(word.toLowerCase())
  }
  return (left, right) => {
    const [first, second] = [left.toLowerCase(), right.toLowerCase()]
    return words.has(first + second) && !words.has(`${first}-${second}`)
  }
}
