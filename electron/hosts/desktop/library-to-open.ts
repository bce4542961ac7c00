/** Which library a start opens: the one it names, else the one chosen last, else the usual one. */
import { parseArgs } from 'node:util'
import { fill } from '../../contract/wording/wording'
import { defaultLibrary, namedLibrary } from '../cli-options'
import type { Talk } from './talk'

export interface StartOptions {
  /** Absolute path of the library that this start names. */
  readonly named: string | undefined
  readonly empty: boolean
}

/** Electron and Chromium have options of their own on the same line; unknown ones are left to them. */
export function startOptions(argv: readonly string[], env: NodeJS.ProcessEnv): StartOptions {
  const { values } = parseArgs({
    args: argv.slice(1),
    options: { library: { type: 'string' }, empty: { type: 'boolean' } },
    strict: false,
    allowPositionals: true,
  })
  const { library, empty } = values
  return {
    named: namedLibrary(typeof library === 'string' ? library : undefined, env),
    empty: empty === true,
  }
}

export interface LibraryToOpenParts {
  readonly named: string | undefined
  /** Chosen in the window before. */
  readonly remembered: string | undefined
  readonly exists: (folder: string) => boolean
  readonly talk: Talk
}

/**
 * A chosen folder that is gone is asked about: a new and empty library in its place would look as
 * if everything were lost. `undefined` when the user would rather quit.
 */
export async function libraryToOpen(parts: LibraryToOpenParts): Promise<string | undefined> {
  const { named, remembered, exists, talk } = parts
  if (named !== undefined) return named
  if (remembered === undefined) return defaultLibrary()
  while (!exists(remembered)) {
    const { missing, menu } = talk.words()
    const button = await talk.ask({
      type: 'warning',
      message: missing.message,
      detail: fill(missing.detail, { folder: remembered }),
      buttons: [missing.again, missing.usual, menu.quit],
    })
    if (button === 1) return defaultLibrary()
    if (button === 2) return undefined
  }
  return remembered
}
