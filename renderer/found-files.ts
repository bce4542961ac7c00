/** Which of the files that somebody chose or dropped are offered to the library. */
import type { ErrorBody } from '../electron/contract/entities'
import { endingOf, readableEndings } from '../electron/contract/formats'

export interface FoundFile {
  /** As it is shown: of a file in a folder 'notes/2024/a.md', of a single one its name. */
  readonly path: string
  /** Rejects when the browser no longer gets at it. */
  readonly open: () => Promise<File>
}

export interface Refusal {
  readonly path: string
  readonly error: ErrorBody
}

export interface FoundFiles {
  readonly files: readonly FoundFile[]
  readonly refused: readonly Refusal[]
}

/** What programs and systems leave in folders, never articles. */
const FOREIGN: readonly string[] = ['node_modules', '__MACOSX', 'Thumbs.db', 'desktop.ini']

const paths = new Intl.Collator(['zh-CN', 'en'], { numeric: true })

/** Whether an entry of a folder is passed over without a word. */
export function isPassedOver(name: string): boolean {
  return name.startsWith('.') || FOREIGN.includes(name)
}

/**
 * In the order of their paths. A file chosen by itself is offered whatever it is, and the library
 * says what it makes of it. Of a folder, hidden and foreign files are passed over, and one whose
 * ending cannot be read is refused unopened: with UNSUPPORTED_FORMAT, `format` '' where the name
 * has no ending.
 */
export function sortOut(found: readonly FoundFile[]): FoundFiles {
  const wanted = found
    .filter(({ path }) => !path.split('/').slice(1).some(isPassedOver))
    .toSorted((one, other) => paths.compare(one.path, other.path))
  const isOffered = ({ path }: FoundFile) =>
    !path.includes('/') || readableEndings.includes(endingOf(path) ?? '')
  return {
    files: wanted.filter(isOffered),
    refused: wanted
      .filter((file) => !isOffered(file))
      .map(({ path }) => ({
        path,
        error: {
          code: 'UNSUPPORTED_FORMAT',
          details: { format: endingOf(path) ?? '', name: path },
        },
      })),
  }
}

/** The files of a chooser; those of a chosen folder carry their path below it. */
export function chosenFiles(files: readonly File[]): FoundFiles {
  return sortOut(
    files.map((file) => ({
      path: file.webkitRelativePath || file.name,
      open: () => Promise.resolve(file),
    })),
  )
}
