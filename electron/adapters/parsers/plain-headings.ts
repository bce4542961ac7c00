/**
 * Finds the headings of a plain text. Nothing marks them, so each must show it twice: by its form
 * (short, no stop at its end) and by its place (set apart, followed by paragraphs), or by a number
 * such as 第一章. What is doubtful stays a paragraph: a lost heading costs less than a lost sentence.
 */
import type { SourceBlock } from '../../engine/ports'
import { isLabelled } from './closing-lines'
import { columns } from './plain-lines'
import type { PlainParagraph } from './plain-paragraphs'

export interface PlainStructure {
  /** The first line, where it names the whole text; it is the first block as well. */
  readonly title?: string
  readonly blocks: readonly SourceBlock[]
}

/** About 40 Han characters or 80 letters, in columns. */
const HEADING_WIDTH = 80
/** Where a text numbers its headings, other short lines are not headings. */
const NUMBERED_LEAST = 2
/** More headings than this among the paragraphs, and they are verse, lists or talk. */
const PLAIN_SHARE_MOST = 0.5

const CLOSED_END = /[。.，,；;：:、!！…～~][”’」』）)】"']*$/
const SPEECH_OR_ITEM =
  /^[“"「『‘'*•·●○■□☐☑<]|^[-–—]\s?|^[（(][^（）()]{1,3}[）)]|^[a-z]+:\/\/|^[问問答QA]\s*[:：]/i
const TWO_SENTENCES = /[。；！!]|[.;]\s/

const DIVISION =
  /^第\s*[〇零一二两三四五六七八九十百千\d]+\s*(分编|分編|部分|[编編部篇卷章回讲講课課节節])(.*)$/u
const DIVISION_RANKS: Readonly<Record<string, number>> = {
  分编: 2,
  分編: 2,
  章: 3,
  回: 3,
  讲: 3,
  講: 3,
  课: 3,
  課: 3,
  节: 4,
  節: 4,
}
const ENGLISH_DIVISION =
  /^(part|book|volume|chapter|appendix|section)\s+(?:\d{1,3}|[ivxlc]{1,7}|[a-h]|one|two|three|four|five|six|seven|eight|nine|ten)(?![\p{L}\p{N}])(.*)$/iu
const ENGLISH_RANKS: Readonly<Record<string, number>> = { chapter: 3, appendix: 3, section: 4 }
const TOP_RANK = 1
const HAN_LIST_RANK = 5
const DECIMAL_RANK = 10

interface Candidate {
  readonly paragraph: PlainParagraph
  /** It has a heading's form. */
  readonly short: boolean
  /** Depth that its number states: smaller is higher. */
  readonly rank: number | undefined
}

/** Paragraphs as blocks: headings with levels from 1, everything else whole and as it stands. */
export function plainStructure(paragraphs: readonly PlainParagraph[]): PlainStructure {
  const candidates = paragraphs.map((paragraph): Candidate => {
    const short = paragraph.single && hasHeadingForm(paragraph.text)
    return { paragraph, short, rank: short ? rankOf(paragraph.text) : undefined }
  })
  const numbered = numberedHeadings(candidates)
  const top = [...numbered.values()].reduce((a, b) => Math.min(a, b), HAN_LIST_RANK)
  const plain = plainHeadings(candidates, numbered)
  const ranks = new Map([...numbered, ...plain.map((at): [number, number] => [at, top])])

  const titleAt = titleIndex(candidates, ranks)
  if (titleAt !== undefined) ranks.delete(titleAt)
  const levels = [...new Set(ranks.values())].toSorted((a, b) => a - b)
  const highest = titleAt === undefined ? 1 : 2
  const blocks = paragraphs.map(({ text }, at): SourceBlock => {
    const rank = ranks.get(at)
    if (at === titleAt) return { kind: 'heading', level: 1, text }
    if (rank === undefined) return { kind: 'text', text }
    return { kind: 'heading', level: levels.indexOf(rank) + highest, text }
  })
  const title = titleAt === undefined ? undefined : paragraphs[titleAt]?.text
  return { ...(title === undefined ? {} : { title }), blocks }
}

function hasHeadingForm(text: string): boolean {
  return (
    text.length <= HEADING_WIDTH &&
    columns(text) <= HEADING_WIDTH &&
    /\p{L}/u.test(text) &&
    !CLOSED_END.test(text) &&
    !SPEECH_OR_ITEM.test(text) &&
    !TWO_SENTENCES.test(text.replace(/^[\d.]+\s/, '')) &&
    !isLabelled(text)
  )
}

function rankOf(text: string): number | undefined {
  const [, division, rest = ''] = DIVISION.exec(text) ?? []
  if (division !== undefined) {
    // 第三章规定的程序，…: a sentence may begin with such words, a heading sets its name apart.
    const named = rest === '' || /^[\s:：、.．·]/.test(rest) || !/[，,？?]/.test(rest)
    return named ? (DIVISION_RANKS[division] ?? TOP_RANK) : undefined
  }
  const [, english, tail = ''] = ENGLISH_DIVISION.exec(text) ?? []
  if (english !== undefined) {
    const named = tail === '' || /^(?:[.:：\-–—]|\s+[\p{Lu}\p{Lo}“"])/u.test(tail)
    return named ? (ENGLISH_RANKS[english.toLowerCase()] ?? TOP_RANK) : undefined
  }
  if (/^[一二三四五六七八九十百]{1,4}、\s*\S/u.test(text)) return HAN_LIST_RANK
  const [, decimal] = /^(\d{1,3}(?:\.\d{1,3})+)\.?\s+\S/.exec(text) ?? []
  return decimal === undefined ? undefined : DECIMAL_RANK + decimal.split('.').length
}

/**
 * Numbered lines by index, with their ranks. A run of them with no paragraph between is a table of
 * contents or a list, unless each stands deeper than the one before (第一编, 第一章, 第一节).
 */
function numberedHeadings(candidates: readonly Candidate[]): ReadonlyMap<number, number> {
  const headings = new Map<number, number>()
  let run: { readonly at: number; readonly rank: number }[] = []
  const close = (followed: boolean) => {
    const level = run.filter(({ rank }, at) => at > 0 && rank <= (run[at - 1]?.rank ?? 0)).length
    const isList = level > (run.every(({ rank }) => rank < HAN_LIST_RANK) ? 1 : 0)
    if (!isList && followed) for (const { at, rank } of run) headings.set(at, rank)
    run = []
  }
  candidates.forEach(({ rank }, at) => {
    if (rank === undefined) close(true)
    else run.push({ at, rank })
  })
  close(false)
  return headings
}

function plainHeadings(
  candidates: readonly Candidate[],
  numbered: ReadonlyMap<number, number>,
): readonly number[] {
  const divisions = [...numbered.values()].filter((rank) => rank < HAN_LIST_RANK).length
  const found: number[] = []
  candidates.forEach(({ short, rank, paragraph }, at) => {
    const next = candidates[at + 1]
    if (!short || rank !== undefined || !next || paragraph.gap === 'none') return
    if (next.short && !numbered.has(at + 1) && !leadsList(candidates, at)) return
    if (paragraph.gap === 'empty') {
      const previous = candidates[at - 1]
      const inList =
        at > 1 &&
        previous?.short &&
        previous.paragraph.gap !== 'none' &&
        !numbered.has(at - 1) &&
        found.at(-1) !== at - 1
      if (divisions >= NUMBERED_LEAST || inList) return
    }
    found.push(at)
  })
  return found.length > candidates.length * PLAIN_SHARE_MOST ? [] : found
}

/** Whether a line stands by itself over lines that stand together. */
function leadsList(candidates: readonly Candidate[], at: number): boolean {
  return (
    candidates[at + 1]?.paragraph.gap === 'empty' && candidates[at + 2]?.paragraph.gap === 'none'
  )
}

/** The first line names the text when it stands above other structure, or alone above an empty line. */
function titleIndex(
  candidates: readonly Candidate[],
  headings: ReadonlyMap<number, number>,
): number | undefined {
  const [first, second, third] = candidates
  if (!first?.short || first.rank !== undefined || !second) return undefined
  // A line such as 文号：…, above a title that stands right over the first numbered heading.
  const isNote = /^[^:：]{1,8}[:：]/.test(first.paragraph.text)
  if (isNote && second.short && second.rank === undefined && third?.rank !== undefined) return 1
  const others = [...headings.keys()].filter((at) => at > 0)
  if (others.length === 0) return second.paragraph.gap === 'none' ? undefined : 0
  const asks = (at: number) => /[?？]$/.test(candidates[at]?.paragraph.text ?? '')
  // A first question among questions is one of them.
  return asks(0) && headings.has(0) && others.every(asks) ? undefined : 0
}
