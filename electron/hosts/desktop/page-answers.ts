/** What the page gets for what it asks: only our own page, and only what the table names. */
import type { Settings } from '../../contract/entities'
import { AppError, toErrorBody } from '../../contract/errors'
import { operations, type Envelope } from '../../contract/operations'
import { unknownOperation } from '../dispatch'
import type { PageAnswers, PageSender } from './electron-parts'
import { isOwnPage } from './own-page'
import type { LibraryChoice } from '../../contract/desktop'

export interface PageAnswersParts {
  /** Id of our window's contents; `undefined` while there is no window. */
  readonly pageId: () => number | undefined
  /** The engine parses the input by the same table. Never rejects. */
  readonly call: (operation: string, input: unknown) => Promise<Envelope<unknown>>
  readonly chooseLibrary: () => Promise<LibraryChoice>
  /** Hears the settings whenever they pass, read or saved. */
  readonly onSettings: (settings: Settings) => void
}

export function pageAnswers(parts: PageAnswersParts): PageAnswers {
  const isOurs = ({ contentsId, isMainFrame, url }: PageSender) =>
    isMainFrame && contentsId === parts.pageId() && isOwnPage(url)

  return {
    async call(sender, operation, input) {
      if (!isOurs(sender)) return refusal(new AppError('UNAUTHORIZED'))
      if (typeof operation !== 'string' || !Object.hasOwn(operations, operation)) {
        return refusal(unknownOperation(String(operation)))
      }
      const envelope = await parts.call(operation, input)
      if (envelope.ok && (operation === 'settings' || operation === 'saveSettings')) {
        parts.onSettings(envelope.data as Settings)
      }
      return envelope
    },
    async chooseLibrary(sender) {
      if (!isOurs(sender)) return { error: toErrorBody(new AppError('UNAUTHORIZED')) }
      return parts.chooseLibrary()
    },
  }
}

function refusal(error: AppError): Envelope<unknown> {
  return { ok: false, error: toErrorBody(error) }
}
