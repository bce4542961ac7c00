/**
 * The built desktop program where Electron itself is missing: main, IPC, preload, engine and page
 * are the real ones, only the window is a page of the test's browser. What Electron alone can show
 * (sandbox, permissions, navigation) stands in desktop.spec.ts.
 */
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { test as base, expect, type Page } from 'playwright/test'
import { fixture } from './wenju'
import { windowOf } from './window'

const here = fileURLToPath(new URL('.', import.meta.url))
/** Where the test's browser finds what the program serves under `wenju://app/`. */
const ORIGIN = 'https://wenju.test/'

interface FromProgram {
  readonly type: 'load' | 'reload' | 'event' | 'menu' | 'dialog' | 'answer'
  readonly id?: number
  readonly reply?: unknown
  readonly channel?: string
  readonly message?: unknown
  readonly labels?: readonly string[]
}

interface Served {
  readonly status: number
  readonly headers: readonly (readonly [string, string])[]
  readonly body: string
}

interface Program {
  readonly home: string
  readonly library: string
  readonly menus: readonly (readonly string[])[]
  readonly dialogs: readonly unknown[]
  /** What standard output has said so far. */
  readonly out: () => string
  readonly layReady: (answers: { presses?: number[]; folders?: string[] }) => void
  /** Resolves to the exit code. */
  readonly quit: () => Promise<number>
}

/** The built preload, in a page that has none: what Electron gives to it, and nothing more. */
const preload = `(() => {
  const listeners = new Map()
  window.hearProgram = (channel, message) => listeners.get(channel)?.({}, message)
  const ipcRenderer = {
    invoke: (channel, ...args) => window.askProgram(channel, args),
    on: (channel, listener) => listeners.set(channel, listener),
    off: (channel) => listeners.delete(channel),
  }
  const contextBridge = { exposeInMainWorld: (name, value) => { window[name] = value } }
  const load = (require, process) => { ${readPreload()} }
  load(() => ({ ipcRenderer, contextBridge }), { platform: 'linux' })
})()`

function readPreload(): string {
  return readFileSync(join(here, '..', 'out', 'preload', 'preload.cjs'), 'utf8')
}

/** Where the program keeps what is its own, for a user whose home is `home`. */
function configOf(home: string): string {
  if (process.platform === 'darwin') return join(home, 'Library', 'Preferences', 'wenju')
  return process.platform === 'win32' ? join(home, 'wenju', 'Config') : join(home, 'wenju')
}

function askable(child: ChildProcess) {
  const waiting = new Map<number, (reply: unknown) => void>()
  let last = 0
  child.on('message', (message: FromProgram) => {
    if (message.type === 'answer') waiting.get(message.id ?? 0)?.(message.reply)
  })
  return (message: object) =>
    new Promise((resolve) => {
      const id = ++last
      waiting.set(id, resolve)
      child.send({ id, ...message })
    })
}

async function connect(page: Page, child: ChildProcess, menus: unknown[], dialogs: unknown[]) {
  const ask = askable(child)
  await page.route('**/*', async (route) => {
    const url = route.request().url()
    if (!url.startsWith(ORIGIN)) {
      await route.abort()
      return
    }
    const served = (await ask({
      type: 'get',
      url: url.replace(ORIGIN, 'wenju://app/'),
    })) as Served
    const body = Buffer.from(served.body, 'base64')
    await route.fulfill({
      status: served.status,
      headers: Object.fromEntries(served.headers),
      body,
    })
  })
  await page.exposeFunction('askProgram', (channel: string, args: unknown[]) =>
    ask({ type: 'invoke', channel, args }),
  )
  await page.addInitScript(preload)
  child.on('message', ({ type, channel, message, labels }: FromProgram) => {
    if (type === 'menu') menus.push(labels)
    if (type === 'dialog') dialogs.push(message)
    if (type === 'reload') void page.reload()
    if (type === 'event') {
      void page.evaluate(
        ([to, event]) => {
          ;(
            window as unknown as { hearProgram?: (to: unknown, event: unknown) => void }
          ).hearProgram?.(to, event)
        },
        [channel, message],
      )
    }
  })
}

const test = base.extend<{ program: Program }>({
  program: async ({ page }, use) => {
    const home = await mkdtemp(join(tmpdir(), 'wenju-stand-in-'))
    const library = join(home, '我的 书架')
    const own = { HOME: home, XDG_CONFIG_HOME: home, XDG_DATA_HOME: home }
    const env = { ...process.env, ...own, APPDATA: home, LOCALAPPDATA: home }
    const args = ['--library', library, '--empty', '--lang=zh-CN', '--an-option-of-chromium']
    const child = fork(join(here, 'stand-in', 'start.mjs'), args, { env, silent: true })
    let said = ''
    child.stdout?.on('data', (words: Buffer) => (said += words.toString()))
    const menus: (readonly string[])[] = []
    const dialogs: unknown[] = []
    const broken: string[] = []
    const stopped = once(child, 'exit').then(([code]) => Number(code))
    page.on('pageerror', ({ message }) => broken.push(message))
    page.on('console', (line) => {
      if (line.type() === 'error') broken.push(line.text())
    })
    const loads = new Promise<void>((resolve) => {
      child.on('message', ({ type }: FromProgram) => {
        if (type === 'load') resolve()
      })
    })
    await connect(page, child, menus, dialogs)
    await loads
    await page.goto(ORIGIN)
    const quit = () => {
      child.send({ type: 'quit' })
      return stopped
    }
    await use({
      home,
      library,
      menus,
      dialogs,
      out: () => said,
      layReady: (answers) => {
        child.send({ type: 'lay-ready', ...answers })
      },
      quit,
    })
    if (child.exitCode === null) await quit()
    expect(broken, 'errors in the page, refusals of its policy included').toEqual([])
    await rm(home, { recursive: true, force: true })
  },
})

test('asks, adds, changes the language of the menu, and ends with everything written', async ({
  page,
  program,
}) => {
  expect(program.out()).toBe('wenju-window-ready\n')
  const shown = windowOf(page, 'zh')
  await expect(shown.box).toBeFocused()
  await shown.goTo('library')
  await shown.add(fixture('两千元借款逾期上门.txt'))
  await shown.whole()
  await shown.goTo('ask')
  await shown.ask('欠了两千块没还，会有人上门吗？')
  await expect(shown.answer).toContainText(shown.words.answer.kinds.found.word)
  await shown.openFirst()
  await expect(shown.pane.locator('mark').first()).toBeVisible()

  expect(program.menus.at(-1)?.[0]).toBe('文件')
  await page.evaluate(() => window.wenju.call('saveSettings', { language: 'en' }))
  await expect.poll(() => program.menus.at(-1)?.[0]).toBe('File')
  await page.reload()
  await expect(windowOf(page, 'en').box).toBeFocused()

  expect(await program.quit()).toBe(0)
  expect(await readdir(program.library)).not.toContain('lock')
  expect(await readdir(configOf(program.home))).toContain('window.json')
  expect(program.dialogs).toEqual([])
})

test('opens another library, which the page then shows and the next start remembers', async ({
  page,
  program,
}) => {
  const shown = windowOf(page, 'zh')
  await expect(shown.box).toBeFocused()
  const other = join(program.home, '另一个 书架')
  await mkdir(other)
  program.layReady({ folders: [other] })
  const loaded = page.waitForEvent('load')
  await page.evaluate(() => {
    void window.wenjuDesktop.chooseLibrary()
  })
  await loaded
  const folder = () =>
    page.evaluate(async () => {
      const reply = await window.wenju.call('status', {})
      return reply.ok ? (reply.data as { library: { folder: string } }).library.folder : reply.error
    })
  await expect.poll(folder).toBe(other)
  const kept: unknown = JSON.parse(
    await readFile(join(configOf(program.home), 'chosen-library.json'), 'utf8'),
  )
  expect(kept).toEqual({ folder: other })
})
