/** Where the command line writes: results to stdout, everything else to stderr. */
import type { Answer, Fact, Hit, Language, Status } from '../contract/entities'
import { fromErrorBody, toAppError, toErrorBody, type ErrorCode } from '../contract/errors'
import { terminalWordingFor } from '../contract/wording/terminal'
import { fill, wordingFor } from '../contract/wording/wording'
import { basisLines, citationLine } from '../engine/cite'

export interface Terminal {
  readonly language: Language
  out(line: string): void
  note(line: string): void
  /** One line that replaces itself; where it cannot (a file, a pipe), now and then a line. */
  progress(line: string): void
  /** Empties the line of progress; where it stays, the last one that was held back is written. */
  endProgress(): void
}

export interface TerminalStreams {
  readonly stdout: NodeJS.WritableStream
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number }
  /** Milliseconds that only grow. */
  readonly elapsed: () => number
}

const ownStreams = (): TerminalStreams => ({
  stdout: process.stdout,
  stderr: process.stderr,
  elapsed: () => performance.now(),
})

/** Empties the line that the cursor stands in. */
const WIPE = '\r\u001b[K'
/** Between two lines of progress that stay. Milliseconds. */
const LINE_EVERY = 5_000
/** Of a terminal that does not tell its width. */
const COLUMNS = 80

export function createTerminal(
  language: Language,
  { stdout, stderr, elapsed }: TerminalStreams = ownStreams(),
): Terminal {
  const live = stderr.isTTY ?? false
  let heard = true
  let inProgress = false
  let heldBack: string | undefined
  let lastLine: number | undefined
  const wipe = () => {
    if (inProgress) stderr.write(WIPE)
    inProgress = false
  }
  const progress = (line: string) => {
    if (live) {
      stderr.write(WIPE + fitted(line, (stderr.columns ?? COLUMNS) - 1))
      inProgress = true
      return
    }
    lastLine ??= elapsed()
    heldBack = line
    if (elapsed() - lastLine < LINE_EVERY) return
    stderr.write(`${line}\n`)
    lastLine = elapsed()
    heldBack = undefined
  }
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    // Whoever read the output (`wenju ask … | head`) has had enough; the command still ends in order.
    heard = false
  })
  return {
    language,
    out(line) {
      wipe()
      if (heard) stdout.write(`${line}\n`)
    },
    note(line) {
      wipe()
      stderr.write(`${line}\n`)
    },
    progress,
    endProgress() {
      wipe()
      if (heldBack !== undefined) stderr.write(`${heldBack}\n`)
      heldBack = undefined
    },
  }
}

/** Han, kana, Hangul, full-width forms and pictures take two columns. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u

/** The line's beginning that fits: a wrapped one could not be emptied again. */
function fitted(line: string, columns: number): string {
  let width = 0
  let end = 0
  for (const character of line) {
    width += WIDE.test(character) ? 2 : 1
    if (width > columns) break
    end += character.length
  }
  return line.slice(0, end)
}

/** An error as JSON output shows it: code, details, and the sentence for people. */
export function errorJson(error: unknown, language: Language) {
  const body = toErrorBody(error)
  return { ok: false, error: { ...body, message: sentenceOf(error, language) } }
}

export function sentenceOf(error: unknown, language: Language): string {
  const { code, details } = toAppError(error)
  const words = terminalWordingFor(language)
  const own: Partial<Record<ErrorCode, string>> = words.errors
  return fill(own[code] ?? wordingFor(language).errors[code], {
    ...details,
    ...('reason' in details && { reason: reasonIn(String(details['reason']), words.reasons) }),
  })
}

/** The system says why in English, its code first; the common codes have words of their own. */
function reasonIn(reason: string, words: Readonly<Record<string, string>>): string {
  const code = /^E[A-Z]+(?=:|$)/.exec(reason)?.[0]
  return (code && words[code]) ?? reason
}

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
): readonly string[] {
  const words = terminalWordingFor(language)
  const head = fill(words.head, {
    kind: words.kinds[answer.kind],
    meaning: articles === 0 ? words.emptyLibrary : words.kindMeanings[answer.kind],
  })
  const sentences = answer.sentences.flatMap(({ text, citation }, place) => [
    '',
    `${text} [${String(place + 1)}]`,
    `    —— ${citationLine(citation)} ${fill(words.source, { source: citation.source })}`,
    ...basisOf(citation.facts, facts, language),
  ])
  const topics = answer.topics.map(
    ({ title, sectionPath }) => `  · ${[title, ...sectionPath].join(' › ')}`,
  )
  const limits = [
    ...(answer.lanes.includes('meaning') ? [] : [words.wordsOnly]),
    ...(answer.pending > 0 ? [fill(words.pendingNote, { pending: answer.pending })] : []),
  ]
  const closest = topics.length === 0 ? [] : ['', words.closest, ...topics]
  const hits = ['', words.hits, ...answer.hits.flatMap(hitLines)]
  return [head, ...limits, ...sentences, ...(answer.kind === 'none' ? closest : hits)]
}

function basisOf(ids: readonly string[], facts: readonly Fact[], language: Language) {
  const { line } = wordingFor(language).basis
  const lines = facts
    .filter(({ id }) => ids.includes(id))
    .flatMap((fact) => basisLines(fact, language))
  return Array.from(new Set(lines), (basis) => `       ${fill(line, { basis })}`)
}

const EXCERPT = 80

export function hitLines({ rank, title, sectionPath, paragraph, text }: Hit): readonly string[] {
  const characters = Array.from(text.replaceAll('\n', ' '))
  const excerpt = characters.slice(0, EXCERPT).join('') + (characters.length > EXCERPT ? '…' : '')
  return [
    `  ${String(rank)}. ${[title, ...sectionPath].join(' › ')} ¶${String(paragraph)}`,
    `     ${excerpt}`,
  ]
}

export function statusLines(status: Status, language: Language): readonly string[] {
  const words = terminalWordingFor(language).status
  const { library, model, index, repairs, version } = status
  return [
    fill(words.library, { ...library, writable: String(library.writable) }),
    ...(library.writable ? [] : [words.readOnly]),
    fill(words.model, { id: model.id, state: words.modelStates[model.state] }),
    ...(model.error ? [`         ${sentenceOf(fromErrorBody(model.error), language)}`] : []),
    fill(index.kind === 'hnsw' ? words.hnsw : words.exact, { reason: '', ...index }),
    ...repairs.map(({ what, detail }) => fill(words.repair, { what: words.repairs[what], detail })),
    fill(words.version, { version }),
  ]
}
