/** Another folder for the library: asked for, opened, remembered. */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { LibraryChoice } from '../../contract/desktop'
import { toErrorBody } from '../../contract/errors'
import { fill } from '../../contract/wording/wording'
import { diskError } from '../../adapters/atomic-write'
import type { LibraryEngine } from './library-engine'
import type { Talk } from './talk'

export interface ChooseLibraryParts {
  readonly talk: Talk
  readonly engine: Pick<LibraryEngine, 'folder' | 'moveTo'>
  /** Asks the user for a folder; `undefined` when none was chosen. */
  readonly pickFolder: (request: {
    readonly title: string
    readonly buttonLabel: string
    readonly defaultPath: string
  }) => Promise<string | undefined>
  readonly remember: (folder: string) => Promise<void>
  /** The window shows what belongs to the former library. */
  readonly onMoved: () => void
}

/** A folder that has any of these was made by Wenju. */
const marks = ['library.json', 'articles']

/** @returns asks and opens; a second call while the first is under way is `cancelled`. Never rejects. */
export function libraryChooser(parts: ChooseLibraryParts): () => Promise<LibraryChoice> {
  const { talk, engine } = parts
  let choosing = false

  /** The chosen folder, or one inside it, so that a library never mixes with other files. */
  async function placeIn(chosen: string): Promise<string | undefined> {
    const names = await readdir(chosen).catch((thrown: unknown) => {
      throw diskError(thrown, chosen)
    })
    const visible = names.filter((name) => !name.startsWith('.'))
    if (visible.length === 0 || marks.some((mark) => names.includes(mark))) return chosen
    const { choose, cancel } = talk.words()
    const folder = join(chosen, choose.insideName)
    const button = await talk.ask({
      message: choose.insideMessage,
      detail: fill(choose.insideDetail, { folder }),
      buttons: [choose.insideUse, cancel],
    })
    return button === 0 ? folder : undefined
  }

  async function choose(): Promise<LibraryChoice> {
    const { title, button, notRemembered } = talk.words().choose
    const chosen = await parts.pickFolder({
      title,
      buttonLabel: button,
      defaultPath: engine.folder(),
    })
    const folder = chosen === undefined ? undefined : await placeIn(chosen)
    if (folder === undefined) return { cancelled: true }
    if (folder !== engine.folder()) {
      const error = await engine.moveTo(folder)
      if (error) return { error }
      parts.onMoved()
    }
    await parts.remember(folder).catch((thrown: unknown) => {
      talk.say(fill(notRemembered, { reason: talk.reasonOf(thrown) }))
    })
    return { folder }
  }

  return async () => {
    if (choosing) return { cancelled: true }
    choosing = true
    try {
      return await choose()
    } catch (thrown) {
      return { error: toErrorBody(thrown) }
    } finally {
      choosing = false
    }
  }
}
