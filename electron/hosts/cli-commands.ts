/** Commands that open a library in this process. */
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { AppError, fromErrorBody, toAppError } from '../contract/errors'
import { TOP_DEFAULT } from '../contract/limits'
import { terminalWordingFor } from '../contract/wording/terminal'
import { fill } from '../contract/wording/wording'
import type { CommandRun } from './cli'
import { numberOf, type CliRequest } from './cli-options'
import { dispatch } from './dispatch'
import { exitCodes, USAGE } from './exit-codes'
import { filesOf, readSource } from './import-files'
import { openLibrary, type OpenLibrary } from './open'
import {
  answerLines,
  errorJson,
  hitLines,
  progressLine,
  sentenceOf,
  statusLines,
  type Terminal,
} from './terminal'

export const add: CommandRun = async (request, terminal) => {
  const words = terminalWordingFor(terminal.language)
  if (request.words.length === 0) return lacks(request, terminal, 'PATH')
  return withLibrary(request, terminal, async (library) => {
    let exitCode = 0
    const reports: unknown[] = []
    const refuse = (path: string, error: unknown) => {
      exitCode = exitCodes[toAppError(error).code]
      reports.push({ path, ...errorJson(error, terminal.language) })
      if (!request.values.json) terminal.note(sentenceOf(error, terminal.language))
    }
    for (const path of request.words) {
      try {
        const files = await filesOf(path)
        if (files.length === 0) terminal.note(`${path}: ${words.noFiles}`)
        for (const file of files) {
          try {
            const { name, bytes } = await readSource(file)
            const { outcome, article } = await library.addBytes(name, bytes)
            reports.push({ path: file, ok: true, outcome, article })
            if (!request.values.json) {
              terminal.out(`${words.outcomes[outcome]}  ${article.id}  ${article.title}`)
            }
          } catch (error) {
            refuse(file, error)
          }
        }
      } catch (error) {
        refuse(path, error)
      }
    }
    await settle(library, request)
    if (request.values.json) terminal.out(JSON.stringify({ files: reports }))
    return exitCode
  })
}

export const list: CommandRun = (request, terminal) =>
  withLibrary(request, terminal, async ({ handlers, loaded }) => {
    const words = terminalWordingFor(terminal.language)
    await loaded()
    const articles = await handlers.listArticles({})
    if (request.values.json) terminal.out(JSON.stringify({ articles }))
    else if (articles.length === 0) terminal.out(words.emptyLibrary)
    for (const article of request.values.json ? [] : articles) {
      terminal.out(fill(words.listRow, { ...article, state: words.states[article.state] }))
    }
    return 0
  })

export const remove: CommandRun = async (request, terminal) => {
  const words = terminalWordingFor(terminal.language)
  if (request.words.length === 0) return lacks(request, terminal, 'ID')
  return withLibrary(request, terminal, async ({ handlers }) => {
    const removed = []
    for (const id of request.words) {
      const envelope = await dispatch(handlers, 'removeArticle', { id })
      if (!envelope.ok) throw fromErrorBody(envelope.error)
      removed.push(envelope.data)
      if (!request.values.json) terminal.out(`${words.outcomes.removed}  ${id}`)
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
  if (request.words.length === 0) return lacks(request, terminal, 'QUERY')
  return withLibrary(request, terminal, async (library) => {
    await settle(library, request)
    const top = numberOf(request.values.top, TOP_DEFAULT)
    const envelope = await dispatch(library.handlers, 'search', {
      query: request.words.join(' '),
      top,
    })
    if (!envelope.ok) throw fromErrorBody(envelope.error)
    const result = envelope.data
    if (request.values.json) terminal.out(JSON.stringify(result))
    else for (const hit of result.hits) for (const line of hitLines(hit)) terminal.out(line)
    return 0
  })
}

export const ask: CommandRun = async (request, terminal) => {
  if (request.words.length === 0 && !request.values.stdin) {
    return lacks(request, terminal, 'QUESTION')
  }
  return withLibrary(request, terminal, async (library) => {
    await settle(library, request)
    const top = numberOf(request.values.top, TOP_DEFAULT)
    if (request.values.stdin) return askLines(library, top, terminal)
    const envelope = await dispatch(library.handlers, 'ask', {
      question: request.words.join(' '),
      top,
    })
    if (!envelope.ok) throw fromErrorBody(envelope.error)
    if (request.values.json) terminal.out(JSON.stringify(envelope.data))
    else for (const line of answerLines(envelope.data, terminal.language)) terminal.out(line)
    return 0
  })
}

const lineQuestion = z.object({ id: z.string().optional(), text: z.string() })

/** One line in, one line out, in the same order; a bad line gets an error of its own. */
async function askLines(library: OpenLibrary, top: number, terminal: Terminal): Promise<number> {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    const asked = questionOf(line)
    if (asked instanceof AppError) {
      terminal.out(JSON.stringify(errorJson(asked, terminal.language)))
      continue
    }
    const { id, text } = asked
    const envelope = await dispatch(library.handlers, 'ask', { question: text, top })
    const shown = envelope.ok
      ? envelope.data
      : errorJson(fromErrorBody(envelope.error), terminal.language)
    terminal.out(JSON.stringify({ ...(id !== undefined && { id }), ...shown }))
  }
  return 0
}

/** A line that begins with a brace is meant as JSON; any other is a question in plain words. */
function questionOf(line: string): { id?: string | undefined; text: string } | AppError {
  if (!line.trimStart().startsWith('{')) return { text: line }
  try {
    const parsed = lineQuestion.safeParse(JSON.parse(line))
    if (parsed.success) return parsed.data
    return new AppError('INVALID_REQUEST', { reason: '{"id","text"}' })
  } catch (cause) {
    return new AppError('INVALID_REQUEST', { reason: 'JSON' }, { cause })
  }
}

async function withLibrary(
  request: CliRequest,
  terminal: Terminal,
  use: (library: OpenLibrary) => Promise<number>,
): Promise<number> {
  const library = await openLibrary({
    folder: request.folder,
    empty: request.values.empty ?? false,
    onEvent: (event) => {
      const line = progressLine(event, terminal.language)
      if (line !== undefined) terminal.progress(line)
    },
  })
  try {
    const { library: opened } = await library.handlers.status({})
    if (!opened.writable) terminal.note(terminalWordingFor(terminal.language).readOnly)
    return await use(library)
  } finally {
    await library.close()
  }
}

/** Waits for the model and for what is still to be embedded; a damaged model is an error here. */
async function settle(library: OpenLibrary, request: CliRequest): Promise<void> {
  const failed = request.values['no-wait'] ? await library.loaded() : await library.settled()
  if (failed) throw fromErrorBody(failed)
}

function lacks(request: CliRequest, terminal: Terminal, what: string): number {
  terminal.note(
    fill(terminalWordingFor(terminal.language).needs, { command: request.command, what }),
  )
  return USAGE
}
