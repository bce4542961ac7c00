/** Starts the program as a user would, and sees to it that neither it nor its page leaves this machine. */
import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { test as base, expect, type Page } from 'playwright/test'

const here = fileURLToPath(new URL('.', import.meta.url))
const program = join(here, '..', 'bin', 'wenju.js')
const guard = pathToFileURL(join(here, 'no-network.mjs')).href

export const fixture = (name: string) => join(here, 'fixtures', name)

export interface Wenju {
  /** The folder of its library. */
  readonly library: string
  /** Opens the window's page at the printed link. */
  readonly open: (page: Page) => Promise<void>
  /** Ends the program and starts it again on the same library; the page must be opened anew. */
  readonly restart: () => Promise<void>
  readonly stop: () => Promise<void>
  /** Kills the engine's process; false when none runs just now. Not on Windows. */
  readonly killEngine: () => Promise<boolean>
}

interface Running {
  readonly child: ChildProcess
  readonly url: string
}

async function start(library: string, log: string): Promise<Running> {
  const options = ['serve', '--library', library, '--empty', '--port', '0', '--json']
  const child = spawn(process.execPath, [program, ...options], {
    env: {
      ...process.env,
      NODE_OPTIONS: `${process.env['NODE_OPTIONS'] ?? ''} --import ${guard}`.trim(),
      WENJU_NETWORK_LOG: log,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let complaints = ''
  child.stderr.on('data', (words: Buffer) => {
    complaints += words.toString()
  })
  const firstLine = once(createInterface(child.stdout), 'line')
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`wenju serve ended with ${String(code)} before it was ready: ${complaints}`)
  })
  const [line] = (await Promise.race([firstLine, ended])) as [string]
  ended.catch(() => undefined)
  const { url } = JSON.parse(line) as { url: string }
  return { child, url }
}

async function stop({ child }: Running): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}

const killed = new Set<number>()

async function killChildren({ child }: Running): Promise<boolean> {
  const found = await promisify(execFile)('pgrep', ['-P', String(child.pid)]).catch(() => undefined)
  const pids = found?.stdout.trim().split('\n').map(Number) ?? []
  // One that was killed a moment ago may still be listed.
  const alive = pids.filter((pid) => !killed.has(pid))
  for (const pid of alive) {
    killed.add(pid)
    process.kill(pid, 'SIGKILL')
  }
  return alive.length > 0
}

function isLoopback(address: string): boolean {
  const { protocol, hostname } = new URL(address)
  return !/^(https?|wss?):$/.test(protocol) || /^(127\.0\.0\.1|localhost|\[::1\])$/.test(hostname)
}

export const test = base.extend<{ wenju: Wenju }>({
  wenju: async ({ context }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'wenju-e2e-'))
    const log = join(folder, 'network.log')
    await writeFile(log, '')
    const strayed: string[] = []
    const broken: string[] = []
    context.on('request', (request) => {
      if (!isLoopback(request.url())) strayed.push(request.url())
    })
    context.on('weberror', (error) => broken.push(error.error().message))
    const library = join(folder, 'library')
    let running = await start(library, log)
    try {
      await use({
        library,
        open: async (page) => {
          await page.goto(running.url)
        },
        restart: async () => {
          await stop(running)
          running = await start(library, log)
        },
        stop: () => stop(running),
        killEngine: () => killChildren(running),
      })
    } finally {
      await stop(running)
    }
    expect(strayed, 'requests of the page that left this machine').toEqual([])
    expect(broken, 'errors nobody caught in the page').toEqual([])
    expect(await readFile(log, 'utf8'), 'attempts of the program to leave this machine').toBe('')
    await rm(folder, { recursive: true, force: true })
  },
})

export { expect }
