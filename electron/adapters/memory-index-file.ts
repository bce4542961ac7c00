/** An IndexFile that forgets everything at the end: for tests. */
import type { IndexFile } from '../engine/ports'

export function createMemoryIndexFile(): IndexFile {
  let content: Uint8Array | undefined
  return {
    read: () => Promise.resolve(content?.slice()),
    write(pieces) {
      content = Buffer.concat(pieces)
      return Promise.resolve(true)
    },
  }
}
