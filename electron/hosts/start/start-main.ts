/** The program behind `npm start`: finds out where it is, and opens the door that fits. */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Language } from '../../contract/entities'
import { startWordingFor } from '../../contract/wording/start'
import { fill } from '../../contract/wording/wording'
import { terminalLanguage } from '../cli-options'
import { hasDisplay } from '../has-display'
import { endingSignals } from '../interruption'
import { projectRoot } from '../program-files'
import { createTerminal, type Terminal } from '../terminal'
import { fetchElectron, fetchLimits } from './fetch-electron'
import { electronPackage, findElectron } from './find-electron'
import { openWindow } from './open-window'
import { start, type Fetched, type Wish } from './start'
import { testFrame } from './test-frame'
import { troubleSentence } from './trouble'

/**
 * @param argv `desktop` or `web` first, to ask for one; the rest goes to it
 * @returns the exit code
 */
export async function run(argv: readonly string[]): Promise<number> {
  const [first] = argv
  const wish: Wish = first === 'desktop' || first === 'web' ? first : undefined
  const args = wish ? argv.slice(1) : argv
  const { env, platform } = process
  const language = terminalLanguage(env)
  const terminal = createTerminal(language)
  const stopping = new AbortController()
  for (const signal of endingSignals) process.on(signal, () => stopping.abort(signal))
  return start(
    wish,
    {
      hasDisplay: hasDisplay(platform, env),
      stop: stopping.signal,
      probe: probeElectron,
      fetchElectron: () => fetchHere(terminal, stopping.signal),
      openWindow: (path) =>
        openWindow({
          path,
          args: [projectRoot, ...args],
          env,
          stop: stopping.signal,
          sharesTerminal: process.stdin.isTTY,
          out: (text) => process.stdout.write(text),
          err: (text) => process.stderr.write(text),
        }),
      async openWeb() {
        const cli = await import('../cli')
        return cli.run(['serve', ...args])
      },
      say: terminal.note,
    },
    language,
  )
}

/**
 * Sees to it that the tests of the window can run.
 * @returns whether they can, and the command that goes before their own
 */
export async function prepareDesktop() {
  const terminal = createTerminal(terminalLanguage(process.env))
  const frame = testFrame(process.platform, process.env)
  if (!frame) {
    terminal.note(startWordingFor(terminal.language).xvfbMissing)
    return { ready: false, frame: [] }
  }
  const fetched = await fetchHere(terminal, new AbortController().signal)
  if (fetched.kind === 'there') return { ready: true, frame }
  terminal.note(troubleSentence(fetched.trouble, terminal.language))
  return { ready: false, frame }
}

/** Electron as this project would run it. */
function probeElectron() {
  const folder = electronPackage(fileURLToPath(import.meta.url))
  return findElectron(folder, process.env['ELECTRON_OVERRIDE_DIST_PATH'], process.platform)
}

/** Fetches Electron into this project, with words on the terminal. */
async function fetchHere(terminal: Terminal, stop: AbortSignal): Promise<Fetched> {
  const probe = probeElectron()
  if (probe.kind === 'there') return probe
  if (probe.kind === 'impossible') return { kind: 'failed', trouble: probe.trouble }
  const words = startWordingFor(terminal.language)
  terminal.note(words.fetching)
  const fetched = await fetchElectron({
    program: join(projectRoot, 'scripts', 'fetch-electron.mjs'),
    folder: probe.folder,
    limits: fetchLimits,
    stop,
    onProgress: (told) => {
      terminal.progress(
        told.type === 'unpacking' ? words.unpacking : progressLine(told, terminal.language),
      )
    },
  })
  terminal.endProgress()
  return fetched
}

const MEGABYTE = 1_000_000

function progressLine(
  { done, total }: { readonly done: number; readonly total: number },
  language: Language,
): string {
  const words = startWordingFor(language)
  return fill(total > 0 ? words.progress : words.progressUnknown, {
    done: Math.floor(done / MEGABYTE),
    total: Math.ceil(total / MEGABYTE),
  })
}
