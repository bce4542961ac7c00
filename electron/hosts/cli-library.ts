/** What the commands that open a library in this process have in common. */
import type { ErrorBody } from '../contract/entities'
import { fromErrorBody } from '../contract/errors'
import type { OperationInput, OperationName, OperationResults } from '../contract/operations'
import { terminalWordingFor, type TerminalWording } from '../contract/wording/terminal'
import { fill } from '../contract/wording/wording'
import type { CliRequest } from './cli-options'
import { dispatch } from './dispatch'
import { USAGE } from './exit-codes'
import { openLibrary, type OpenLibrary } from './open'
import { createReadingProgress } from './reading-progress'
import { sentenceOf, type Terminal } from './terminal'

export interface CliLibrary extends OpenLibrary {
  /**
   * Waits for the model and, unless --no-wait was given, for what is still to be read in. Says when
   * the model cannot run on this system, which is no failure.
   * @returns the first failure
   */
  waited(): Promise<ErrorBody | undefined>
}

/** Opens the library of the request, shows what is read in meanwhile, and closes it in every case. */
export async function withLibrary(
  request: CliRequest,
  terminal: Terminal,
  use: (library: CliLibrary) => Promise<number>,
): Promise<number> {
  const sentenceFor = (error: ErrorBody) => sentenceOf(fromErrorBody(error), terminal.language)
  /** A full disk fails every article alike: it is said once, and not here if the command says it. */
  const failures = new Set<string>()
  // Whoever only wants to see the list does not care what is read in meanwhile.
  let showsReading = request.command === 'add'
  const progress = createReadingProgress(terminal.language, () => performance.now())
  const library = await openLibrary({
    folder: request.folder,
    empty: request.values.empty ?? false,
    onEvent: (event) => {
      const line = progress.line(event)
      if (line !== undefined && showsReading) terminal.progress(line)
      if (event.type === 'ingest-failed') failures.add(sentenceFor(event.error))
    },
  })
  const waited = async () => {
    const failed = await library.loaded()
    if (failed && fromErrorBody(failed).code === 'MODEL_UNSUPPORTED') {
      // Nothing can be mended on this system, and words are found all the same.
      terminal.note(sentenceFor(failed))
      return undefined
    }
    if (failed || request.values['no-wait']) return failed
    const { index } = await library.handlers.status({})
    progress.expect(index.pending)
    showsReading = true
    const outcome = await library.settled()
    terminal.endProgress()
    if (outcome) failures.delete(sentenceFor(outcome))
    return outcome
  }
  try {
    const { library: opened } = await library.handlers.status({})
    if (!opened.writable) terminal.note(terminalWordingFor(terminal.language).readOnly)
    return await use({ ...library, waited })
  } finally {
    showsReading = false
    terminal.endProgress()
    await library.close()
    for (const sentence of failures) terminal.note(sentence)
  }
}

/** Waits for the model and for what is still to be embedded; a damaged model is an error here. */
export async function settle(library: CliLibrary): Promise<void> {
  const failed = await library.waited()
  if (failed) throw fromErrorBody(failed)
}

/** As `dispatch`, but what it refuses is thrown. */
export async function call<Name extends OperationName>(
  { handlers }: Pick<CliLibrary, 'handlers'>,
  operation: Name,
  input: OperationInput<Name>,
): Promise<OperationResults[Name]> {
  const envelope = await dispatch(handlers, operation, input)
  if (!envelope.ok) throw fromErrorBody(envelope.error)
  return envelope.data
}

/** Says which argument the command lacks. @returns the exit code for that */
export function lacks(
  { command }: CliRequest,
  terminal: Terminal,
  argument: keyof TerminalWording['arguments'],
): number {
  const words = terminalWordingFor(terminal.language)
  terminal.note(fill(words.needs, { command, what: words.arguments[argument] }))
  return USAGE
}
