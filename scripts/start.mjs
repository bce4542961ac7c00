/**
 * `npm start`, `npm run desktop`, `npm run web`: builds when the sources are newer, then opens the window,
 * or the browser where a window cannot be. Arguments after `--` go on to it.
 */
import { prepareBuild } from './built.mjs'

if (await prepareBuild()) {
  const { run } = await import('../out/main/start.js')
  process.exitCode = await run(process.argv.slice(2))
} else {
  process.exitCode = 1
}
