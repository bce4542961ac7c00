/** `wenju serve`: the window in the browser of this computer. */
import { terminalWordingFor } from '../contract/wording/terminal'
import { fill } from '../contract/wording/wording'
import type { CommandRun } from './cli'
import { serve } from './serve'

export const serveWindow: CommandRun = async ({ values, folder }, terminal) => {
  const words = terminalWordingFor(terminal.language)
  const { url, closed } = await serve({
    folder,
    empty: values.empty ?? false,
    ...(values.port !== undefined && { port: Number(values.port) }),
    say: terminal.note,
  })
  if (values.json) terminal.out(JSON.stringify({ url }))
  else {
    terminal.out(fill(words.serving, { url }))
    terminal.out(words.servingHint)
  }
  await closed
  return 0
}
