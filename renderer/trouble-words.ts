import type { Wording } from '../electron/contract/wording/zh'
import type { Shelf } from './shelf'

/** What is wrong with the program behind the window, if anything. */
export function troubleWords(
  { host, engine }: Pick<Shelf, 'host' | 'engine'>,
  { app, errors }: Wording,
): string | undefined {
  if (host === 'refused') return errors.UNAUTHORIZED
  if (host === 'gone' || host === 'lost') return app[host]
  return engine === 'stopped' ? app.stopped : undefined
}
