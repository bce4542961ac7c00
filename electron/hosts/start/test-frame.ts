/** What the tests of the window run in. */
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { hasDisplay } from '../has-display'

/**
 * The command that goes before the tests' own: nothing where there is a display, a virtual one on a
 * Linux without; `undefined` where that is not installed.
 */
export function testFrame(
  platform: NodeJS.Platform,
  env: NodeJS.ProcessEnv,
): readonly string[] | undefined {
  if (hasDisplay(platform, env)) return []
  const folders = (env['PATH'] ?? '').split(delimiter).filter(Boolean)
  return folders.some((folder) => existsSync(join(folder, 'xvfb-run')))
    ? ['xvfb-run', '-a']
    : undefined
}
