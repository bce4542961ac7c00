/** Looks for Electron's binary without loading its package, which would fetch it at once. */
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Trouble } from './trouble'

export type ElectronProbe =
  | { readonly kind: 'there'; readonly path: string }
  /** It can be fetched into `folder`, the package's own. */
  | { readonly kind: 'absent'; readonly folder: string }
  /** Fetching would not help. */
  | { readonly kind: 'impossible'; readonly trouble: Trouble }

/** The package's folder as seen from `file`; `undefined` where it is not installed. */
export function electronPackage(file: string): string | undefined {
  try {
    return dirname(createRequire(file).resolve('electron/package.json'))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND') {
      return undefined
    }
    throw error
  }
}

/**
 * @param folder of the package, as {@link electronPackage} tells it
 * @param override the value of ELECTRON_OVERRIDE_DIST_PATH, which Electron's own package heeds
 */
export function findElectron(
  folder: string | undefined,
  override: string | undefined,
  platform: NodeJS.Platform,
): ElectronProbe {
  const named = folder === undefined ? undefined : namedBinary(folder)
  if (override) {
    const path = join(override, named ?? binaryOf(platform))
    if (existsSync(path)) return { kind: 'there', path }
    return impossible({ name: 'override-empty', details: { folder: override } })
  }
  if (folder === undefined) return impossible({ name: 'not-installed', details: {} })
  const path = named === undefined ? undefined : join(folder, 'dist', named)
  return path !== undefined && existsSync(path)
    ? { kind: 'there', path }
    : { kind: 'absent', folder }
}

/** `path.txt` is written last: where it is not there, nothing is complete. */
function namedBinary(folder: string): string | undefined {
  const file = join(folder, 'path.txt')
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

function binaryOf(platform: NodeJS.Platform): string {
  if (platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return platform === 'win32' ? 'electron.exe' : 'electron'
}

function impossible(trouble: Trouble): ElectronProbe {
  return { kind: 'impossible', trouble }
}
