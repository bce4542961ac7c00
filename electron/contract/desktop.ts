/** What the desktop program offers its window beyond the operations; no browser has it. */
import type { ErrorBody } from './entities'

/** With `error` the former library stays open. */
export type LibraryChoice =
  { readonly folder: string } | { readonly cancelled: true } | { readonly error: ErrorBody }

export interface DesktopBridge {
  /**
   * Lets the user choose the library's folder, opens it and remembers it for later starts. Never
   * rejects. After another folder was opened the page is loaded anew: what it shows belongs to the
   * former library.
   */
  chooseLibrary(): Promise<LibraryChoice>
  /** Node's name of the system: 'win32', 'darwin', 'linux'. */
  readonly platform: string
}
