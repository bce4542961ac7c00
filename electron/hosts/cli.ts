/** The command line: a door to the same operations as the window. Logic lives in the engine. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { toAppError } from '../contract/errors'
import { terminalWordingFor } from '../contract/wording/terminal'
import { fill } from '../contract/wording/wording'
import { add } from './cli-add'
import { ask, list, remove, search, status } from './cli-commands'
import { evaluateSet } from './cli-eval'
import { parseCli, terminalLanguage, type CliRequest, type Command } from './cli-options'
import { serveWindow } from './cli-serve'
import { exitCodes, USAGE } from './exit-codes'
import { projectRoot } from './program-files'
import { createTerminal, errorJson, sentenceOf, type Terminal } from './terminal'

/** @returns the exit code */
export type CommandRun = (request: CliRequest, terminal: Terminal) => Promise<number>

const runs: Record<Command, CommandRun> = {
  add,
  list,
  remove,
  ask,
  search,
  status,
  serve: serveWindow,
  eval: evaluateSet,
}

/** Runs one command; never throws, never calls `process.exit`. */
export async function run(argv: readonly string[]): Promise<number> {
  const terminal = createTerminal(terminalLanguage(process.env))
  const words = terminalWordingFor(terminal.language)
  const parsed = parseCli(argv, process.env)
  switch (parsed.kind) {
    case 'help':
      terminal.out(words.usage)
      return argv.length === 0 ? USAGE : 0
    case 'version':
      terminal.out(versionOf(join(projectRoot, 'package.json')))
      return 0
    case 'unknown-command':
      terminal.note(fill(words.unknownCommand, { command: parsed.command }))
      return USAGE
    case 'bad-option': {
      const { name, details } = parsed.problem
      terminal.note(fill(words.badOption, { reason: fill(words.optionProblems[name], details) }))
      return USAGE
    }
    case 'run':
      return runs[parsed.request.command](parsed.request, terminal).catch((error: unknown) => {
        const { language } = terminal
        if (parsed.request.values.json) terminal.out(JSON.stringify(errorJson(error, language)))
        else terminal.note(sentenceOf(error, language))
        return exitCodes[toAppError(error).code]
      })
  }
}

function versionOf(manifest: string): string {
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { readonly version: string }).version
}
