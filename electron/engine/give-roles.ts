/**
 * Weighed sentences to an answer one can read: which lead, what is needed beside it, in which order.
 *
 *   lead      the best sentence
 *   context   the one before it, where it begins with a word that points back
 *   step      the items of the list that a how-to question asks for, all of them or none
 *   support   what else answers nearly as well, the best of the second section among it
 */
import type { Paragraph, SentenceRole, Span } from '../contract/entities'
import type { Entry } from './library-index'
import type { WeighedSentence } from './choose-sentences'

/** How far below the lead a sentence may score and still support it. */
const SUPPORT_MARGIN = 1.2
/** With the lead: five sentences are read at a glance. */
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
  const context = contextOf(lead)
  const steps = asksHow.test(question) ? stepsOf(lead) : []
  const shown = [lead.span, ...(context ? [context] : []), ...steps]
  const support = steps.length > 0 ? [] : supportOf(weighed, lead, shown)
  return [
    {
      entry: lead.entry,
      span: lead.span,
      role: 'lead',
      ...(lead.marked && { marked: lead.marked }),
    },
    ...(context ? [{ entry: lead.entry, span: context, role: 'context' as const }] : []),
    ...steps.map((span) => ({ entry: lead.entry, span, role: 'step' as const })),
    ...support.map(({ entry, span }) => ({ entry, span, role: 'support' as const })),
  ]
}

function contextOf({ entry, span, text }: WeighedSentence): Span | undefined {
  if (!pointsBack.test(text)) return undefined
  const paragraph = paragraphsOf(entry).find(
    ({ start, end }) => start <= span.start && span.start < end,
  )
  const place = paragraph?.sentences.findIndex(({ start }) => start === span.start) ?? -1
  return paragraph?.sentences[place - 1]
}

/** The list the lead introduces or stands in: whole items, in order, without the lead itself. */
function stepsOf({ entry, span }: WeighedSentence): readonly Span[] {
  const paragraphs = paragraphsOf(entry)
  const own = paragraphs.findIndex(({ start, end }) => start <= span.start && span.start < end)
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
    .flatMap(({ sentences }) => sentences.slice(0, 1))
    .filter(({ start }) => start !== span.start)
}

function supportOf(
  weighed: readonly WeighedSentence[],
  lead: WeighedSentence,
  shown: readonly Span[],
): readonly WeighedSentence[] {
  const seen = new Set(shown.map(({ start, end }) => lead.entry.article.text.slice(start, end)))
  return weighed
    .slice(1)
    .filter(({ text, score }) => {
      const repeated = seen.has(text)
      seen.add(text)
      return !repeated && score >= lead.score - SUPPORT_MARGIN
    })
    .slice(0, SUPPORT_MOST)
}

function paragraphsOf({ article, passage }: Entry): readonly Paragraph[] {
  return article.sections[passage.section]?.paragraphs ?? []
}
