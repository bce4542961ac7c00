/** Commands that open a library in this process. */
import { z } from 'zod'
import { AppError, fromErrorBody, toErrorBody } from '../contract/errors'
import { TOP_DEFAULT } from '../contract/limits'
import { terminalWordingFor } from '../contract/wording/terminal'
import { alsoLookedForWords } from '../contract/wording/why-words'
import { fill } from '../contract/wording/wording'
import type { Language } from '../contract/entities'
import type { OperationInput } from '../contract/operations'
import type { CommandRun } from './cli'
import { call, lacks, settle, withLibrary, type CliLibrary } from './cli-library'
import { numberOf, type CliRequest } from './cli-options'
import { dispatch } from './dispatch'
import { inputLines } from './input-lines'
import { namedArticle } from './named-article'
import { errorJson, statusLines, type Terminal } from './terminal'
import { answerLines, hitLines } from './terminal-answer'

export const list: CommandRun = (request, terminal) =>
  withLibrary(request, terminal, async ({ handlers, loaded }) => {
    const words = terminalWordingFor(terminal.language)
    await loaded()
    const articles = await handlers.listArticles({})
    if (request.values.json) terminal.out(JSON.stringify({ articles }))
    else if (articles.length === 0) terminal.out(words.emptyLibrary)
    for (const { id, title, passages, state } of request.values.json ? [] : articles) {
      terminal.out(fill(words.listRow, { id, title, passages, state: words.states[state] }))
    }
    return 0
  })

export const remove: CommandRun = async (request, terminal) => {
  const words = terminalWordingFor(terminal.language)
  if (request.words.length === 0) return lacks(request, terminal, 'id')
  return withLibrary(request, terminal, async (library) => {
    const articles = await library.handlers.listArticles({})
    // All are found before the first is removed: a wrong one leaves the library as it was.
    const ids = request.words.map((word) => namedArticle(articles, word, terminal.language).id)
    const removed = []
    for (const id of new Set(ids)) {
      const article = await call(library, 'removeArticle', { id })
      removed.push(article)
      if (!request.values.json) terminal.out(`${words.outcomes.removed}  ${id}  ${article.title}`)
    }
    if (request.values.json) terminal.out(JSON.stringify({ removed }))
    return 0
  })
}

export const status: CommandRun = (request, terminal) =>
  withLibrary(request, terminal, async (library) => {
    await library.loaded()
    const report = await library.handlers.status({})
    if (request.values.json) terminal.out(JSON.stringify(report))
    else for (const line of statusLines(report, terminal.language)) terminal.out(line)
    return 0
  })

export const search: CommandRun = async (request, terminal) => {
  if (request.words.length === 0) return lacks(request, terminal, 'query')
  return withLibrary(request, terminal, async (library) => {
    await settle(library)
    const top = numberOf(request.values.top, TOP_DEFAULT)
    const result = await call(library, 'search', {
      query: request.words.join(' '),
      top,
      ...explaining(request),
    })
    if (request.values.json) terminal.out(JSON.stringify(result))
    else if (result.hits.length > 0) {
      const also = alsoLookedForWords(result, terminal.language)
      if (also !== undefined) terminal.out(also)
      const lines = result.hits.flatMap((hit) => hitLines(hit, terminal.language))
      for (const line of lines) terminal.out(line)
    } else {
      const { library: shelf } = await library.handlers.status({})
      const words = terminalWordingFor(terminal.language)
      terminal.out(shelf.articles === 0 ? words.emptyLibrary : words.noHits)
    }
    return 0
  })
}

export const ask: CommandRun = async (request, terminal) => {
  if (request.words.length === 0 && !request.values.stdin) {
    return lacks(request, terminal, 'question')
  }
  return withLibrary(request, terminal, async (library) => {
    await settle(library)
    const top = numberOf(request.values.top, TOP_DEFAULT)
    if (request.values.stdin) return askLines(library, { top, ...explaining(request) }, terminal)
    const answer = await call(library, 'ask', {
      question: request.words.join(' '),
      top,
      ...explaining(request),
    })
    if (request.values.json) terminal.out(JSON.stringify(answer))
    else {
      const ids = answer.sentences.flatMap(({ citation }) => citation.facts)
      const facts = await library.handlers.facts({ ids })
      const { library: shelf } = await library.handlers.status({})
      const context = { facts, articles: shelf.articles }
      const { language, style } = terminal
      for (const line of answerLines(answer, context, language, style)) terminal.out(line)
    }
    return 0
  })
}

const lineId = z.object({ id: z.string().optional() })
const lineQuestion = lineId.extend({ text: z.string() })

/** One line in, one line out, in the same order; a bad line gets an error of its own. */
async function askLines(
  library: CliLibrary,
  wanted: Omit<OperationInput<'ask'>, 'question'>,
  terminal: Terminal,
): Promise<number> {
  for await (const line of inputLines(process.stdin)) {
    const { id, text } = questionOf(line, terminal.language)
    const envelope =
      text instanceof AppError
        ? { ok: false as const, error: toErrorBody(text) }
        : await dispatch(library.handlers, 'ask', { question: text, ...wanted })
    const shown = envelope.ok
      ? envelope.data
      : errorJson(fromErrorBody(envelope.error), terminal.language)
    terminal.out(JSON.stringify({ ...(id !== undefined && { id }), ...shown }))
  }
  return 0
}

/**
 * A line that begins with a brace is meant as JSON; any other is a question in plain words. In
 * place of a text that cannot be had stands the reason; the id is kept wherever there is one.
 */
function questionOf(
  line: string,
  language: Language,
): { id?: string | undefined; text: string | AppError } {
  if (!line.trimStart().startsWith('{')) return { text: line }
  const { lineProblems } = terminalWordingFor(language)
  try {
    // Trimmed of the byte order mark, too, that Windows puts before what it pipes.
    const value: unknown = JSON.parse(line.trim())
    const parsed = lineQuestion.safeParse(value)
    if (parsed.success) return parsed.data
    const text = new AppError('INVALID_REQUEST', { reason: lineProblems.fields })
    return { id: lineId.safeParse(value).data?.id, text }
  } catch (cause) {
    return { text: new AppError('INVALID_REQUEST', { reason: lineProblems.json }, { cause }) }
  }
}

function explaining({ values }: CliRequest): { readonly explain?: true } {
  return values.explain ? { explain: true } : {}
}
