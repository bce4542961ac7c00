/** The window in Electron: what somebody does in it, and what its page cannot do. */
import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import {
  _electron,
  test as base,
  expect,
  type ElectronApplication,
  type Page,
} from 'playwright/test'
import type { DesktopBridge } from '../electron/contract/desktop'
import type { Transport } from '../electron/contract/client'
import { windowOf } from './window'

declare global {
  interface Window {
    readonly wenju: Transport
    readonly wenjuDesktop: DesktopBridge
  }
}

const project = fileURLToPath(new URL('..', import.meta.url))
const OUTSIDE = 'https://example.com/somewhere'

/** The binary that is installed, found without asking the package, which would fetch it. */
function findElectron(): string | undefined {
  const folder = join(project, 'node_modules', 'electron')
  const note = join(folder, 'path.txt')
  if (!existsSync(note)) return undefined
  const dist = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(folder, 'dist')
  const binary = join(dist, readFileSync(note, 'utf8').trim())
  return existsSync(binary) ? binary : undefined
}

const executablePath = findElectron()

interface Desktop {
  readonly app: ElectronApplication
  readonly page: Page
  /** The library's folder: Chinese characters and a space in its name. */
  readonly library: string
  /** Starts the program a second time; resolves to what it says when it has ended. */
  readonly startAgain: () => Promise<string>
  /** Titles of the dialogs that were shown; each is answered with its last button. */
  readonly dialogs: () => Promise<readonly string[]>
  /** Addresses that were handed to the system's own programs. */
  readonly outside: () => Promise<readonly string[]>
}

declare const globalThis: { wenjuTest: { dialogs: string[]; outside: string[] } }

const test = base.extend<{ desktop: Desktop }>({
  desktop: async ({ locale }, use) => {
    const home = await mkdtemp(join(tmpdir(), 'wenju-desktop-'))
    const library = join(home, '我的 书架')
    await mkdir(library)
    const own = { HOME: home, XDG_CONFIG_HOME: home, XDG_DATA_HOME: home, XDG_CACHE_HOME: home }
    const env = { ...process.env, ...own, APPDATA: home, LOCALAPPDATA: home, LANG: 'zh_CN.UTF-8' }
    const args = [project, `--lang=${locale ?? 'zh-CN'}`, '--library', library]
    const binary = executablePath ?? ''
    const app = await _electron.launch({
      executablePath: binary,
      args,
      env,
      chromiumSandbox: true,
    })
    const requests: string[] = []
    const broken: string[] = []
    app.context().on('request', (request) => requests.push(request.url()))
    app.context().on('weberror', (error) => broken.push(error.error().message))
    await app.evaluate(({ dialog, shell }) => {
      globalThis.wenjuTest = { dialogs: [], outside: [] }
      dialog.showMessageBox = (...asked: unknown[]) => {
        const { message, buttons } = asked.at(-1) as { message: string; buttons: string[] }
        globalThis.wenjuTest.dialogs.push(message)
        return Promise.resolve({ response: buttons.length - 1, checkboxChecked: false })
      }
      shell.openExternal = (address) => {
        globalThis.wenjuTest.outside.push(address)
        return Promise.resolve()
      }
    })
    const page = await app.firstWindow()
    await page.evaluate(() => window.wenju.call('saveSettings', { language: 'zh' }))
    await page.reload()
    try {
      await use({
        app,
        page,
        library,
        startAgain: async () => {
          const { stdout } = await promisify(execFile)(binary, args, { env, timeout: 30_000 })
          return stdout
        },
        dialogs: () => app.evaluate(() => globalThis.wenjuTest.dialogs),
        outside: () => app.evaluate(() => globalThis.wenjuTest.outside),
      })
    } finally {
      await app.close()
    }
    const strayed = requests.filter((url) => !/^(wenju:\/\/app\/|data:)/.test(url))
    expect(strayed, 'requests for what is not the program’s own').toEqual([])
    expect(broken, 'errors nobody caught in the page').toEqual([])
    await rm(home, { recursive: true, force: true })
  },
})

test.skip(!executablePath, 'Electron binary not installed here: npm run test:desktop fetches it')

test('asks, opens the source beside the answer, and keeps the library where it was told', async ({
  desktop,
}) => {
  const { page, library } = desktop
  const window = windowOf(page, 'zh')
  await expect(window.box).toBeFocused()
  await window.whole()
  await window.ask('欠了两千块没还，会有人上门吗？')
  await expect(window.answer).toContainText(window.words.answer.kinds.found.word)
  const lead = (await window.answer.getByRole('blockquote').first().textContent()) ?? ''
  await window.openFirst()
  const marks = window.pane.locator('mark')
  await expect(marks.first()).toBeVisible()
  expect(await marks.allTextContents()).toContain(lead)
  expect(await readdir(library)).toContain('library.json')
})

test('keeps its page apart from the machine', async ({ desktop }) => {
  const { app, page } = desktop
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    // There, but not among the documented ones.
    const contents = window?.webContents as unknown as { getLastWebPreferences(): object }
    return {
      ...contents.getLastWebPreferences(),
      size: window?.getMinimumSize(),
      url: window?.webContents.getURL(),
      isPersistent: window?.webContents.session.isPersistent(),
    }
  })
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    spellcheck: false,
    size: [360, 480],
    url: 'wenju://app/',
    isPersistent: false,
  })
  const seen = await page.evaluate(() => ({
    kinds: ['process', 'require', 'module', 'Buffer', 'global'].map(
      (name) => typeof (window as unknown as Record<string, unknown>)[name],
    ),
    bridge: Object.keys(window.wenju),
    desktop: Object.keys(window.wenjuDesktop),
    origin: location.origin,
  }))
  expect(seen).toEqual({
    kinds: Array(5).fill('undefined'),
    bridge: ['call', 'subscribe'],
    desktop: ['chooseLibrary', 'platform'],
    origin: 'wenju://app',
  })
  const files = await page.evaluate(() =>
    Promise.all(
      ['wenju://app/', 'wenju://app/../package.json', 'wenju://app/..%2f..%2fpackage.json'].map(
        (url) => fetch(url).then(String, () => 'refused'),
      ),
    ),
  )
  expect(files).toEqual(Array(3).fill('refused'))
})

test('goes nowhere and opens nothing, and asks before an address leaves the program', async ({
  desktop,
}) => {
  const { app, page, dialogs, outside } = desktop
  await page.evaluate((url) => {
    location.href = url
  }, OUTSIDE)
  await expect.poll(dialogs).toHaveLength(1)
  expect((await dialogs())[0]).toContain('example.com')
  const opened = await page.evaluate((url) => window.open(url) === null, OUTSIDE)
  expect(opened).toBe(true)
  await expect.poll(dialogs).toHaveLength(2)
  await page.evaluate(() => {
    location.href = 'file:///etc/passwd'
  })
  const fetched = await page.evaluate(
    (url) =>
      fetch(url).then(
        () => 'fetched',
        () => 'refused',
      ),
    OUTSIDE,
  )
  expect(fetched).toBe('refused')
  expect(page.url()).toBe('wenju://app/')
  expect(app.windows()).toHaveLength(1)
  expect(await outside()).toEqual([])
  expect(await dialogs()).toHaveLength(2)
})

test('gets no permission but to copy', async ({ desktop }) => {
  const { page } = desktop
  const states = await page.evaluate(() =>
    Promise.all(
      (['geolocation', 'notifications', 'camera', 'clipboard-read'] as PermissionName[]).map(
        async (name) => (await navigator.permissions.query({ name })).state,
      ),
    ),
  )
  expect(states).toEqual(Array(4).fill('denied'))
  expect(await page.evaluate(() => Notification.requestPermission())).toBe('denied')
  const located = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        navigator.geolocation.getCurrentPosition(
          () => {
            resolve(0)
          },
          ({ code }) => {
            resolve(code)
          },
        )
      }),
  )
  expect(located).toBe(1)

  const window = windowOf(page, 'zh')
  await window.whole()
  await window.ask('欠了两千块没还，会有人上门吗？')
  await window.answer.getByRole('button', { name: window.words.copying.answer }).click()
  await expect(window.answer.getByText(window.words.copying.done)).toBeVisible()
  const copied = await desktop.app.evaluate(({ clipboard }) => clipboard.readText())
  expect(copied).toContain(
    (await window.answer.getByRole('blockquote').first().textContent()) ?? '',
  )
})

test('answers only by name, as an envelope', async ({ desktop }) => {
  const { page } = desktop
  const replies = await page.evaluate(() =>
    Promise.all([
      window.wenju.call('toString' as 'status', {}),
      window.wenju.call('ask', { question: 7 }),
      window.wenju.call('status', {}),
    ]),
  )
  expect(replies).toMatchObject([
    { ok: false, error: { code: 'UNKNOWN_OPERATION' } },
    { ok: false, error: { code: 'INVALID_REQUEST' } },
    { ok: true, data: { library: { folder: desktop.library } } },
  ])
})

test('speaks the language of the settings in its menu, at once', async ({ desktop }) => {
  const { app, page } = desktop
  const menu = () =>
    app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label) ?? [])
  await expect.poll(menu).toEqual(expect.arrayContaining(['文件', '编辑', '帮助']))
  await page.evaluate(() => window.wenju.call('saveSettings', { language: 'en', theme: 'dark' }))
  await expect.poll(menu).toEqual(expect.arrayContaining(['File', 'Edit', 'Help']))
  expect(await app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark')
})

test('is one program: a second start ends at once and brings the window to the front', async ({
  desktop,
}) => {
  const { app, startAgain } = desktop
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.minimize()
  })
  expect(await startAgain()).toContain('wenju-window-ready')
  const minimised = () =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized())
  await expect.poll(minimised).toBe(false)
  expect(app.windows()).toHaveLength(1)
})

test('moves to another library, and the page with it', async ({ desktop }) => {
  const { app, page, library } = desktop
  const other = `${library} 二`
  await mkdir(other)
  await app.evaluate(({ dialog }, folder) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [folder] })
  }, other)
  const loaded = page.waitForEvent('load')
  const choice = page.evaluate(() => window.wenjuDesktop.chooseLibrary())
  // The page may be loaded anew before it can hand the reply on to this test.
  await Promise.all([loaded, choice.catch(() => undefined)])
  const folder = () =>
    page.evaluate(async () => {
      const reply = await window.wenju.call('status', {})
      return reply.ok ? (reply.data as { library: { folder: string } }).library.folder : reply.error
    })
  await expect.poll(folder).toBe(other)
})

test('comes back after its page has died, and after its engine has', async ({ desktop }) => {
  const { app, page, dialogs } = desktop
  const window = windowOf(page, 'zh')
  await window.whole()
  const engines = () =>
    app.evaluate(({ app: program }) =>
      program
        .getAppMetrics()
        .filter(({ name }) => name === 'Wenju engine')
        .map(({ pid }) => pid),
    )
  const [first = 0] = await engines()
  process.kill(first, 'SIGKILL')
  await expect.poll(async () => (await engines()).some((pid) => pid !== first)).toBe(true)
  await expect(page.getByText(window.words.app.restarted)).toBeVisible()

  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer()
  })
  await expect.poll(dialogs).toHaveLength(1)
})
