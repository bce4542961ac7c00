/** `wenju add`: files and folders into the library, each file with an outcome of its own. */
import { fromErrorBody, toAppError } from '../contract/errors'
import { terminalWordingFor } from '../contract/wording/terminal'
import { fill } from '../contract/wording/wording'
import type { Language } from '../contract/entities'
import type { CommandRun } from './cli'
import { lacks, withLibrary, type CliLibrary } from './cli-library'
import type { CliRequest } from './cli-options'
import { exitCodes } from './exit-codes'
import { filesOf, readSource, type FoundFiles, type FoundPath } from './import-files'
import { listenForInterruption, type Interruption } from './interruption'
import { errorJson, sentenceOf, type Terminal } from './terminal'

/** A signal ends it in order: what has been added stays, the rest is read in at the next opening. */
export const add: CommandRun = async (request, terminal) => {
  if (request.words.length === 0) return lacks(request, terminal, 'path')
  const interruption = listenForInterruption()
  try {
    return await withLibrary(request, terminal, (library) =>
      addPaths(library, request, terminal, interruption),
    )
  } finally {
    interruption.stopListening()
  }
}

async function addPaths(
  library: CliLibrary,
  { words: paths, values }: CliRequest,
  terminal: Terminal,
  interruption: Interruption,
): Promise<number> {
  const { language } = terminal
  const words = terminalWordingFor(language)
  const count = { added: 0, updated: 0, unchanged: 0, refused: 0 }
  const reports: unknown[] = []
  let exitCode = 0

  const refuse = (path: string, error: unknown) => {
    exitCode = exitCodes[toAppError(error).code]
    count.refused++
    reports.push({ path, ...errorJson(error, language) })
    if (!values.json) terminal.note(sentenceOf(error, language))
  }
  const addFile = async ({ path, error }: FoundPath) => {
    try {
      if (error) throw error
      const { name, bytes } = await readSource(path)
      const { outcome, article } = await library.addBytes(name, bytes)
      count[outcome]++
      reports.push({ path, ok: true, outcome, article })
      if (!values.json) {
        terminal.out(`${words.outcomes[outcome]}  ${article.id}  ${article.title}`)
      }
    } catch (thrown) {
      refuse(path, thrown)
    }
  }
  const foundIn = async (path: string): Promise<readonly FoundPath[]> => {
    try {
      const files = await filesOf(path)
      const note = leftOutNote(path, files, language)
      if (note !== undefined) terminal.note(note)
      return files.found
    } catch (thrown) {
      refuse(path, thrown)
      return []
    }
  }

  for (const path of paths) {
    for (const file of await foundIn(path)) {
      if (interruption.exitCode() === undefined) await addFile(file)
    }
  }
  const failed = await Promise.race([library.waited(), interruption.came.then(() => undefined)])
  terminal.endProgress()
  const trouble = failed && fromErrorBody(failed)
  if (trouble) exitCode = exitCodes[trouble.code]
  if (values.json) {
    terminal.out(JSON.stringify({ files: reports, ...(trouble && errorJson(trouble, language)) }))
  } else {
    if (trouble) terminal.note(sentenceOf(trouble, language))
    terminal.note(fill(words.addedUp, count))
  }
  if (interruption.exitCode() !== undefined) terminal.note(words.interrupted)
  return interruption.exitCode() ?? exitCode
}

/** Says what of a folder was not taken and what could be; undefined when all of it was. */
export function leftOutNote(
  path: string,
  { found, leftOut }: FoundFiles,
  language: Language,
): string | undefined {
  const words = terminalWordingFor(language)
  const { readable } = words
  if (leftOut.size === 0) {
    return found.length === 0 ? fill(words.noFiles, { path, readable }) : undefined
  }
  const kinds = Array.from(leftOut)
    .sort(([, one], [, other]) => other - one)
    .map(([ending, count]) => fill(words.leftOutKind, { ending: ending || words.noEnding, count }))
    .join(words.separator)
  const count = Array.from(leftOut.values()).reduce((sum, some) => sum + some, 0)
  return fill(words.leftOut, { path, count, kinds, readable })
}
