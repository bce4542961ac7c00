/** A small value that the desktop program keeps for itself between two starts, as a JSON file. */
import { readFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { z } from 'zod'
import { codeOf, diskError, reasonOf, writeAtomically } from '../../adapters/atomic-write'

export interface KeptFile<Value> {
  /** `undefined` where nothing is kept, and for a damaged file, which is told. */
  read(): Value | undefined
  /** Replaces what was kept; old or new, never half of either. Rejects with DISK_FULL or LIBRARY_UNWRITABLE. */
  write(value: Value): Promise<void>
}

/**
 * @param folder made when something is written
 * @param onDamage gets the file's path and why it cannot be read
 */
export function keptFile<Value>(
  folder: string,
  name: string,
  shape: z.ZodType<Value>,
  onDamage: (file: string, reason: string) => void,
): KeptFile<Value> {
  const file = join(folder, name)
  return {
    read() {
      try {
        return shape.parse(JSON.parse(readFileSync(file, 'utf8')))
      } catch (thrown) {
        const code = codeOf(thrown)
        if (code === 'ENOENT') return undefined
        onDamage(file, code === undefined ? 'NOT_JSON' : reasonOf(thrown))
        return undefined
      }
    },
    async write(value) {
      await mkdir(folder, { recursive: true }).catch((thrown: unknown) => {
        throw diskError(thrown, folder)
      })
      await writeAtomically(folder, name, JSON.stringify(value))
    },
  }
}
