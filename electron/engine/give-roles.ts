/**
 * Weighed sentences to an answer one can read: which lead, what is needed beside it, in which order.
 *
 *   lead      the best sentence
 *   context   the one before a lead or support that begins with a word that points back
 *   step      the items of the list that a how-to question asks for, by their first sentences, all of
 *             them or none; an item that the lead stands in gives its first sentence as context
 *   support   what else answers nearly as well
 */
import type { Paragraph, SentenceRole, Span } from '../contract/entities'
import type { Entry } from './library-index'
import type { WeighedSentence } from './choose-sentences'

/** How far below the lead a sentence may score and still support it. */
const SUPPORT_MARGIN = 1.2
/** Context of support counted; with the lead: five sentences are read at a glance. */
const SUPPORT_MOST = 4
/** A longer list is a page to open, not an answer to show. */
const STEPS_MOST = 8
const STEPS_LEAST = 2

const pointsBack =
  /^(这|那(?!么|些年)|它|该|此(?!外)|其(?!他|它|中|实|次)|上述|前者|后者|他|她|(this|that|these|those|it|they|he|she|such)\b)/i
const asksHow =
  /怎么(?!样的|回事|会)|怎样|如何|咋|步骤|流程|要准备什么|准备哪些|哪几步|怎麼|\bhow (do|can|should|to)\b|\bwhat (should|can) i do\b|\bsteps?\b/i

export interface ChosenSentence {
  readonly entry: Entry
  readonly span: Span
  readonly role: SentenceRole
  readonly marked?: readonly [start: number, end: number]
}

/** Lead first, its context second where it needs one, then steps or support. */
export function giveRoles(
  question: string,
  weighed: readonly WeighedSentence[],
): readonly ChosenSentence[] {
  const [lead] = weighed
  if (!lead) return []
  const steps = asksHow.test(question) ? stepsOf(lead) : []
  const opening = steps.length > 0 ? openingOf(lead) : undefined
  const before = contextOf(lead)
  const contexts = [opening, before === opening ? undefined : before].filter(
    (span) => span !== undefined,
  )
  const shown = [lead.span, ...contexts, ...steps]
  return [
    {
      entry: lead.entry,
      span: lead.span,
      role: 'lead',
      ...(lead.marked && { marked: lead.marked }),
    },
    ...contexts.map((span) => ({ entry: lead.entry, span, role: 'context' as const })),
    ...steps.map((span) => ({ entry: lead.entry, span, role: 'step' as const })),
    ...(steps.length > 0 ? [] : supportOf(weighed, lead, shown)),
  ]
}

function contextOf({ entry, span, text }: WeighedSentence): Span | undefined {
  if (!pointsBack.test(text)) return undefined
  const paragraphs = paragraphsOf(entry)
  const own = placeOf(paragraphs, span)
  const place = paragraphs[own]?.sentences.findIndex(({ start }) => start === span.start) ?? -1
  if (place > 0) return paragraphs[own]?.sentences[place - 1]
  const before = paragraphs[own - 1]
  return before?.kind === 'text' ? before.sentences.at(-1) : undefined
}

/** Other items of the list that the lead introduces or stands in, in order, by their first sentences. */
function stepsOf({ entry, span }: WeighedSentence): readonly Span[] {
  const paragraphs = paragraphsOf(entry)
  const own = placeOf(paragraphs, span)
  if (own < 0) return []
  const isItem = (place: number) => paragraphs[place]?.kind === 'item'
  let first = own
  if (isItem(own)) while (isItem(first - 1)) first--
  else if (isItem(own + 1)) first = own + 1
  else return []
  let last = first
  while (isItem(last + 1)) last++
  const items = paragraphs.slice(first, last + 1)
  if (items.length < STEPS_LEAST || items.length > STEPS_MOST) return []
  return items
    .filter((item) => item !== paragraphs[own])
    .flatMap(({ sentences }) => sentences.slice(0, 1))
}

/** The first sentence of the item that the lead stands in, where it is another. */
function openingOf({ entry, span }: WeighedSentence): Span | undefined {
  const paragraphs = paragraphsOf(entry)
  const item = paragraphs[placeOf(paragraphs, span)]
  const first = item?.kind === 'item' ? item.sentences[0] : undefined
  return first?.start === span.start ? undefined : first
}

function supportOf(
  weighed: readonly WeighedSentence[],
  lead: WeighedSentence,
  shown: readonly Span[],
): readonly ChosenSentence[] {
  const textOf = ({ article }: Entry, { start, end }: Span) => article.text.slice(start, end)
  const seen = new Set(shown.map((span) => textOf(lead.entry, span)))
  const support: ChosenSentence[] = []
  for (const sentence of weighed.slice(1)) {
    const { entry, span, text, score } = sentence
    if (seen.has(text) || score < lead.score - SUPPORT_MARGIN) continue
    const before = contextOf(sentence)
    const context = before && !seen.has(textOf(entry, before)) ? before : undefined
    if (support.length + (context ? 2 : 1) > SUPPORT_MOST) continue
    seen.add(text)
    if (context) {
      seen.add(textOf(entry, context))
      support.push({ entry, span: context, role: 'context' })
    }
    support.push({ entry, span, role: 'support' })
  }
  return support
}

function placeOf(paragraphs: readonly Paragraph[], span: Span): number {
  return paragraphs.findIndex(({ start, end }) => start <= span.start && span.start < end)
}

function paragraphsOf({ article, passage }: Entry): readonly Paragraph[] {
  return article.sections[passage.section]?.paragraphs ?? []
}
