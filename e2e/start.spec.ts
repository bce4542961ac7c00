/**
 * `npm start` with a stand-in for Electron: which door opens, what is said, how it ends. The
 * stand-in is a shell script, so not on Windows.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'playwright/test'

test.skip(process.platform !== 'linux', 'the display is told by a variable on Linux only')

const root = fileURLToPath(new URL('..', import.meta.url))
let folder: string
const running = new Set<ChildProcess>()

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wenju 启动 '))
})
test.afterEach(() => {
  for (const child of running) child.kill('SIGKILL')
  running.clear()
  rmSync(folder, { recursive: true, force: true })
})

/** A program in the place of Electron's. */
function electron(script: string) {
  const path = join(folder, 'electron')
  writeFileSync(path, `#!/bin/sh\n${script}\n`)
  chmodSync(path, 0o755)
}

interface Started {
  readonly child: ChildProcess
  readonly text: () => string
  /** Resolves once the text holds this; rejects when the program ends before. */
  readonly said: (part: string) => Promise<void>
  readonly ended: Promise<number | null>
}

function start(words: readonly string[], env: Record<string, string | undefined> = {}): Started {
  const child = spawn(process.execPath, [join(root, 'scripts', 'start.mjs'), ...words], {
    env: {
      ...process.env,
      LC_ALL: 'en_US.UTF-8',
      CI: 'true',
      DISPLAY: ':99',
      WAYLAND_DISPLAY: undefined,
      ELECTRON_OVERRIDE_DIST_PATH: folder,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  let text = ''
  const watchers = new Set<() => void>()
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (part: string) => {
      text += part
      for (const watcher of watchers) watcher()
    })
  }
  const ended = new Promise<number | null>((resolve) => {
    child.on('close', resolve)
  })
  return {
    child,
    text: () => text,
    ended,
    said: (part) =>
      new Promise((resolve, reject) => {
        const watcher = () => {
          if (text.includes(part)) resolve()
        }
        watchers.add(watcher)
        watcher()
        void ended.then(() => {
          reject(new Error(`ended without “${part}”: ${text}`))
        })
      }),
  }
}

const web = () => ['--library', join(folder, '书架'), '--empty', '--port', '0']
const LINK = 'Wenju is open on this computer: http://127.0.0.1:'
const NO_SANDBOX = 'echo "[1:FATAL:zygote_host_impl_linux.cc] No usable sandbox!" >&2; exit 133'

test('without a display the browser’s page at once, ended by Ctrl-C', async () => {
  electron('echo wenju-window-ready')
  const { child, said, text, ended } = start(web(), { DISPLAY: undefined })
  await said(LINK)
  child.kill('SIGINT')
  expect(await ended).toBe(0)
  expect(text()).not.toContain('Electron')
})

test('the window: it gets the arguments, its words and its exit code come back', async () => {
  electron('echo noise >&2; printf "%s|" "$@"; echo; echo wenju-window-ready; exit 5')
  const { text, ended } = start(['--library', '我的 书架'], { ELECTRON_RUN_AS_NODE: '1' })
  expect(await ended).toBe(5)
  expect(text()).toContain('|--library|我的 书架|')
  expect(text()).toContain('noise')
  expect(text()).not.toContain('wenju-window-ready')
})

test('a window that was open already comes to the front, and nothing more is opened', async () => {
  electron('exit 0')
  const { text, ended } = start(web())
  expect(await ended).toBe(0)
  expect(text()).toBe('')
})

test('Electron without a sandbox: the reason and the cure, then the browser’s page', async () => {
  electron(NO_SANDBOX)
  const { child, said, text, ended } = start(web())
  await said(LINK)
  expect(text()).toContain('kernel.apparmor_restrict_unprivileged_userns=0')
  child.kill('SIGTERM')
  expect(await ended).toBe(0)
})

test('the window asked for by name: the reason, exit code 1, no other door', async () => {
  electron(NO_SANDBOX)
  const { text, ended } = start(['desktop', ...web()])
  expect(await ended).toBe(1)
  expect(text()).toContain('sandbox')
  expect(text()).not.toContain(LINK)
})

test('the browser asked for by name: Electron is not started', async () => {
  electron('echo wenju-window-ready')
  const { child, said, text, ended } = start(['web', ...web()])
  await said(LINK)
  child.kill('SIGTERM')
  expect(await ended).toBe(0)
  expect(text()).not.toContain('Electron')
})

for (const when of ['before the window is there', 'while it is open'] as const) {
  test(`Ctrl-C ${when} ends Electron, and nothing more is opened`, async () => {
    const ready = when === 'while it is open' ? 'echo wenju-window-ready' : ''
    electron(`trap 'echo closed; exit 0' INT; ${ready}\necho waiting\nwhile :; do sleep 0.1; done`)
    const { child, said, text, ended } = start(web())
    await said('waiting')
    child.kill('SIGINT')
    expect(await ended).toBe(0)
    expect(text()).toContain('closed')
    expect(text()).not.toContain(LINK)
  })
}

test('the default browser gets the printed link, unless --no-open says otherwise', async () => {
  // BROWSER is a list of commands: no spaces.
  const plain = mkdtempSync(join(tmpdir(), 'wenju-browser-'))
  const [opened, browser] = [join(plain, 'opened'), join(plain, 'browser')]
  writeFileSync(
    browser,
    `#!/bin/sh\necho "$1" > "${opened}.part"; mv "${opened}.part" "${opened}"\n`,
  )
  chmodSync(browser, 0o755)
  // A browser that the system itself knows would come before BROWSER.
  const nowhere = { XDG_DATA_DIRS: plain, XDG_DATA_HOME: plain, XDG_CONFIG_HOME: plain }
  const env = { ...nowhere, CI: undefined, BROWSER: browser, XDG_CURRENT_DESKTOP: undefined }
  const quiet = start(['web', '--no-open', ...web()], env)
  await quiet.said(LINK)
  quiet.child.kill('SIGTERM')
  await quiet.ended
  expect(existsSync(opened)).toBe(false)
  const { child, said, text, ended } = start(['web', ...web()], env)
  await said(LINK)
  await expect.poll(() => existsSync(opened)).toBe(true)
  expect(text()).toContain(readFileSync(opened, 'utf8').trim())
  child.kill('SIGTERM')
  await ended
  rmSync(plain, { recursive: true })
})
