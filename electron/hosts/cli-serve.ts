/** `wenju serve`: the window in the browser of this computer. */
import { openInBrowser } from '../adapters/default-browser'
import { terminalWordingFor } from '../contract/wording/terminal'
import { fill } from '../contract/wording/wording'
import type { CommandRun } from './cli'
import { numberOf, type CliValues } from './cli-options'
import { hasDisplay } from './has-display'
import { serve } from './serve'
import { DEFAULT_PORT } from './web-server'

/** Ports below are the system's own on most machines. */
const FREE_FOR_ALL = 1024

export const serveWindow: CommandRun = async ({ values, folder }, terminal) => {
  const words = terminalWordingFor(terminal.language)
  const wished = numberOf(values.port, DEFAULT_PORT)
  const { url, closed } = await serve({
    folder,
    empty: values.empty ?? false,
    port: wished,
    say: terminal.note,
  })
  const port = Number(new URL(url).port)
  if (wished !== 0 && port !== wished) {
    terminal.note(fill(wished < FREE_FOR_ALL ? words.portKept : words.portTaken, { wished, port }))
  }
  if (values.json) terminal.out(JSON.stringify({ url }))
  else {
    terminal.out(fill(words.serving, { url }))
    terminal.out(words.servingHint)
  }
  if (wantsBrowser(values, process.platform, process.env)) {
    await openInBrowser(url).catch(() => terminal.note(words.notOpened))
  }
  await closed
  return 0
}

/** Not for a program that reads the link, not where nobody looks on, not against the user's word. */
export function wantsBrowser(
  values: CliValues,
  platform: NodeJS.Platform,
  env: NodeJS.ProcessEnv,
): boolean {
  return !values['no-open'] && !values.json && !env['CI'] && hasDisplay(platform, env)
}
