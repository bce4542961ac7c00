/** Where the command line writes: results to stdout, everything else to stderr. */
import type { Language, Status } from '../contract/entities'
import { fromErrorBody, toAppError, toErrorBody, type ErrorCode } from '../contract/errors'
import { terminalWordingFor } from '../contract/wording/terminal'
import { errorSentence, fill, repairPlace } from '../contract/wording/wording'
import { styleFor, type Style } from './terminal-style'
import { fitted } from './terminal-width'

export interface Terminal {
  readonly language: Language
  /** Of what goes to `out`. */
  readonly style: Style
  out(line: string): void
  note(line: string): void
  /** One line that replaces itself; where it cannot (a file, a pipe), now and then a line. */
  progress(line: string): void
  /** Empties the line of progress; where it stays, the last one that was held back is written. */
  endProgress(): void
}

export interface TerminalStreams {
  readonly stdout: NodeJS.WritableStream & { readonly isTTY?: boolean }
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
      // A wrapped line could not be emptied again.
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
    style: styleFor(stdout.isTTY ?? false, process.env),
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

/** An error as JSON output shows it: code, details, and the sentence for people. */
export function errorJson(error: unknown, language: Language) {
  const body = toErrorBody(error)
  return { ok: false, error: { ...body, message: sentenceOf(error, language) } }
}

export function sentenceOf(error: unknown, language: Language): string {
  const { code, details } = toAppError(error)
  const own: Partial<Record<ErrorCode, string>> = terminalWordingFor(language).errors
  const sentence = own[code]
  return sentence === undefined
    ? errorSentence({ code, details }, language)
    : fill(sentence, details)
}

export function statusLines(status: Status, language: Language): readonly string[] {
  const words = terminalWordingFor(language).status
  const { library, model, finder, index, repairs, version } = status
  return [
    fill(words.library, { ...library, writable: String(library.writable) }),
    ...(library.writable ? [] : [words.readOnly]),
    fill(words.model, { id: model.id, state: words.modelStates[model.state] }),
    ...(model.error ? [`         ${sentenceOf(fromErrorBody(model.error), language)}`] : []),
    fill(words.finder, { state: words.finderStates[finder.state] }),
    ...(finder.error && !model.error ? [`         ${words.finderFailed}`] : []),
    fill(index.kind === 'hnsw' ? words.hnsw : words.exact, { reason: '', ...index }),
    ...repairs.map((repair) =>
      fill(words.repair, {
        what: words.repairs[repair.what],
        detail: repairPlace(repair, language),
      }),
    ),
    fill(words.version, { version }),
  ]
}
