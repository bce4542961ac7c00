/** `npm start`: the window in the browser, built first when its sources are newer. Arguments go to `wenju serve`. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { build, builderOf, buildState, projectRoot } from './built.mjs'

process.exitCode = (await prepared()) ? await run() : 1

async function prepared() {
  const state = buildState(projectRoot)
  if (state === 'fresh') return true
  const builder = builderOf(projectRoot)
  if (builder) return (await build(projectRoot, builder)) === 0
  // Without the build's tools nobody edits sources: their dates are those of an unpacked archive.
  if (state === 'stale') return true
  console.error('wenju: not built, and the tools to build are not installed; run "npm ci"')
  return false
}

function run() {
  const wenju = join(projectRoot, 'bin', 'wenju.js')
  const args = [wenju, 'serve', ...process.argv.slice(2)]
  const child = spawn(process.execPath, args, { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => child.kill(signal))
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve(code ?? 1))
  })
}
