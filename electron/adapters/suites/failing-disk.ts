/** Disks that fail on purpose, as the real ones do. */
import { nodeDisk, type Disk } from '../atomic-write'

export function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: made up, write`), { code, syscall: 'write' })
}

/** A disk that runs full after `room()` bytes: what still fits is written, as it is in the world. */
export function fullDisk(room: () => number, code = 'ENOSPC'): Disk {
  return {
    ...nodeDisk,
    async open(...args) {
      const handle = await nodeDisk.open(...args)
      const writeFile = handle.writeFile.bind(handle)
      return Object.assign(handle, {
        async writeFile(content: string | Uint8Array) {
          const bytes = Buffer.from(content)
          const left = room()
          await writeFile(bytes.subarray(0, left))
          if (bytes.length > left) throw systemError(code)
        },
      })
    },
  }
}
