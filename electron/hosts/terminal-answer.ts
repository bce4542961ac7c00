/** An answer and its hits as lines of a terminal. */
import { arrangeAnswer, type AnswerLine } from '../contract/answer-order'
import type { Answer, AnswerSentence, Fact, Hit, Language } from '../contract/entities'
import { terminalWordingFor } from '../contract/wording/terminal'
import { alsoLookedForWords, isExplained, surenessWords } from '../contract/wording/why-words'
import { fill, wordingFor } from '../contract/wording/wording'
import { basisLines, citationLine } from '../engine/cite'
import { plainStyle, type Style } from './terminal-style'
import { whyLines } from './terminal-why'

/** What an answer is shown with. */
export interface AnswerContext {
  /** Those that the answer's citations name: their statutes stand under the sentences. */
  readonly facts: readonly Fact[]
  /** How many the library has. */
  readonly articles: number
}

export function answerLines(
  answer: Answer,
  { facts, articles }: AnswerContext,
  language: Language,
  style: Style = plainStyle,
): readonly string[] {
  const words = terminalWordingFor(language)
  const head = fill(words.head, {
    kind: words.kinds[answer.kind],
    meaning: articles === 0 ? words.emptyLibrary : words.kindMeanings[answer.kind],
  })
  const also = alsoLookedForWords(answer, language)
  const explained = answer.hits.some(isExplained)
  const limits = [
    ...(explained ? [surenessLine(answer, language)] : []),
    ...(also === undefined ? [] : [also]),
    ...(answer.lanes.includes('meaning') ? [] : [words.wordsOnly]),
    ...(answer.pending > 0 ? [fill(words.pendingNote, { pending: answer.pending })] : []),
  ]
  const sentences = arrangeAnswer(answer.sentences).flatMap((line) =>
    sentenceLines(line, facts, language, style),
  )
  const topics = answer.topics.map(
    ({ title, sectionPath }) => `  · ${[title, ...sectionPath].join(' › ')}`,
  )
  const closest = topics.length === 0 ? [] : ['', words.closest, ...topics]
  const hits = ['', words.hits, ...answer.hits.flatMap((hit) => hitLines(hit, language))]
  return [
    head,
    ...limits,
    ...sentences,
    ...(answer.kind === 'none' ? closest : []),
    ...(answer.kind !== 'none' || explained ? hits : []),
  ]
}

function surenessLine(answer: Answer, language: Language): string {
  const { label, sure } = wordingFor(language).why
  return fill(label, { name: sure.title }) + surenessWords(answer, language)
}

function sentenceLines(
  { number, sentence, context, step, sameSectionAs }: AnswerLine,
  facts: readonly Fact[],
  language: Language,
  style: Style,
): readonly string[] {
  const { citation } = sentence
  const { source } = terminalWordingFor(language)
  const sign = step === undefined ? '' : `${String(step)}. `
  return [
    '',
    ...context.map(({ text }) => style.faint(text)),
    `${sign}${highlighted(sentence, style)} [${String(number)}]`,
    `    —— ${citationLine(citation)} ${fill(source, { source: citation.source })}`,
    // The steps of one list rest on the same: it is said once.
    ...(step !== undefined && sameSectionAs !== undefined
      ? []
      : basisOf(citation.facts, facts, language)),
  ]
}

function highlighted({ text, highlight }: AnswerSentence, { strong }: Style): string {
  if (!highlight) return text
  const [start, end] = highlight
  return text.slice(0, start) + strong(text.slice(start, end)) + text.slice(end)
}

function basisOf(ids: readonly string[], facts: readonly Fact[], language: Language) {
  const { line } = wordingFor(language).basis
  const lines = facts
    .filter(({ id }) => ids.includes(id))
    .flatMap((fact) => basisLines(fact, language))
  return Array.from(new Set(lines), (basis) => `       ${fill(line, { basis })}`)
}

const EXCERPT = 80

/** Where the passage stands, how it begins, and, where that was asked, why it stands there. */
export function hitLines(hit: Hit, language: Language): readonly string[] {
  const { rank, title, sectionPath, paragraph, text } = hit
  const characters = Array.from(text.replaceAll('\n', ' '))
  const excerpt = characters.slice(0, EXCERPT).join('') + (characters.length > EXCERPT ? '…' : '')
  return [
    `  ${String(rank)}. ${[title, ...sectionPath].join(' › ')} ¶${String(paragraph)}`,
    `     ${excerpt}`,
    ...whyLines(hit, language),
  ]
}
