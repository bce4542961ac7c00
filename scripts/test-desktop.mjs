/**
 * `npm run test:desktop`: the journeys through the real window. Fetches Electron first; on Linux
 * without a display they run in a virtual one. Arguments go to Playwright.
 */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { packageFolder, prepareBuild, projectRoot } from './built.mjs'

const playwright = join(packageFolder('playwright'), 'cli.js')

process.exitCode = (await prepareBuild()) ? await test() : 1

async function test() {
  const { prepareDesktop } = await import('../out/main/start.js')
  const { ready, frame } = await prepareDesktop()
  if (!ready) return 1
  const test = [process.execPath, playwright, 'test', 'e2e/desktop.spec.ts']
  const [command, ...args] = [...frame, ...test, ...process.argv.slice(2)]
  const { status, error } = spawnSync(command, args, { cwd: projectRoot, stdio: 'inherit' })
  if (error) throw error
  return status ?? 1
}
