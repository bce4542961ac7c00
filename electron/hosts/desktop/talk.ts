/** How the desktop program talks to the user: which language it speaks, and its dialogs. */
import type { Language, Settings } from '../../contract/entities'
import { toAppError } from '../../contract/errors'
import { reasonWords, wordingFor } from '../../contract/wording/wording'
import type { Wording } from '../../contract/wording/zh'
import type { Dialogs, Question, WindowFrame } from './electron-parts'

export interface Asked {
  readonly type?: Question['type']
  readonly message: string
  readonly detail: string
  /** The last one is what closing the dialog means. */
  readonly buttons: string[]
}

export interface Talk {
  language(): Language
  words(): Wording['desktop']
  /** Of the program. */
  name(): string
  /** Why something failed, in words. */
  reasonOf(thrown: unknown): string
  /** What 'system' means from now on. */
  follow(system: Language): void
  /** The language of the settings; tells whether another one is spoken now. */
  choose(language: Settings['language']): boolean
  /** Resolves to the number of the button. */
  ask(asked: Asked): Promise<number>
  /** Tells something that needs no answer. */
  say(message: string, detail?: string): void
}

/**
 * @param atFirst spoken until the system's language and the library's settings are known
 * @param owner the window that dialogs belong to; without one they stand by themselves
 */
export function createTalk(
  dialog: Pick<Dialogs, 'showMessageBox'>,
  atFirst: Language,
  owner: () => WindowFrame | undefined,
): Talk {
  let system = atFirst
  let chosen: Settings['language'] = 'system'
  const language = () => (chosen === 'system' ? system : chosen)
  const words = () => wordingFor(language()).desktop
  const name = () => wordingFor(language()).app.name

  async function ask({ type = 'none', message, detail, buttons }: Asked): Promise<number> {
    const question: Question = {
      type,
      title: name(),
      message,
      detail,
      buttons,
      defaultId: 0,
      cancelId: buttons.length - 1,
      noLink: true,
    }
    const window = owner()
    const { response } = await (window && !window.isDestroyed()
      ? dialog.showMessageBox(window, question)
      : dialog.showMessageBox(question))
    return response
  }

  return {
    language,
    words,
    name,
    reasonOf(thrown) {
      const { code, details } = toAppError(thrown)
      return reasonWords(String(details['reason'] ?? code), language())
    },
    follow(now) {
      system = now
    },
    choose(now) {
      const before = language()
      chosen = now
      return language() !== before
    },
    ask,
    say(message, detail = '') {
      void ask({ message, detail, buttons: [words().ok] })
    },
  }
}
