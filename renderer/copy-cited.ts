import type { Client } from '../electron/contract/client'
import type { CitedCopy, Language } from '../electron/contract/entities'
import type { OperationInput } from '../electron/contract/operations'

export type CitedSpans = OperationInput<'cite'>['spans']

/** The system refused the clipboard; the text was not copied. */
export class ClipboardRefused extends Error {}

/**
 * Puts the sentences with their sources on the clipboard, as plain text and as HTML in one write.
 * `withBasis` adds the statutes that the cited sections rest on.
 * Must be called straight from a key or button: the browser gives the clipboard to nothing else,
 * which is why the text is handed over as a promise.
 * Rejects with the AppError of `cite`, or with ClipboardRefused.
 */
export async function copyCited(
  client: Pick<Client, 'cite'>,
  spans: CitedSpans,
  language: Language,
  withBasis: boolean,
): Promise<void> {
  const cited = client.cite({ spans, language, withBasis })
  const part = (type: string, pick: (copy: CitedCopy) => string) =>
    cited.then((copy) => new Blob([pick(copy)], { type }))
  try {
    await navigator.clipboard.write([
      new ClipboardItem({
        'text/plain': part('text/plain', ({ text }) => text),
        'text/html': part('text/html', ({ html }) => html),
      }),
    ])
  } catch (thrown) {
    await cited
    throw new ClipboardRefused('clipboard refused', { cause: thrown })
  }
}
