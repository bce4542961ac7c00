/** The whole life of the desktop program on one stand-in for Electron, in the order in which it is lived. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defaultSettings } from '../../contract/settings'
import { wordingFor } from '../../contract/wording/wording'
import { AppError } from '../../contract/errors'
import { defaultLibrary } from '../cli-options'
import type { MenuEntry, PageSender } from './electron-parts'
import { fakeDesktop, type FakeOptions } from './fakes'
import { READY_LINE } from '../ready-line'
import { startDesktop } from './start-desktop'

let root: string
let config: string
let renderer: string
let library: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'wenju-desktop-'))
  config = join(root, 'config')
  library = join(root, '我的 书架')
  renderer = join(root, 'renderer')
  mkdirSync(join(renderer, 'assets'), { recursive: true })
  mkdirSync(library)
  writeFileSync(join(renderer, 'index.html'), '<!doctype html><title>问据</title>')
  writeFileSync(join(renderer, 'assets', 'main-abcdefgh.js'), 'export {}')
})
afterEach(() => {
  rmSync(root, { recursive: true })
})

const zh = wordingFor('zh').desktop
const en = wordingFor('en').desktop

function started(options: Partial<FakeOptions> = {}) {
  const argv = ['electron', '.', '--library', library]
  const desktop = fakeDesktop({ config, renderer, argv, env: { LANG: 'zh_CN.UTF-8' }, ...options })
  startDesktop(desktop.parts)
  return desktop
}

/** A desktop whose window shows. */
async function shown(options: Partial<FakeOptions> = {}) {
  const desktop = started(options)
  desktop.becomeReady()
  await vi.waitFor(() => {
    expect(desktop.out).toEqual([READY_LINE])
  })
  const [window] = desktop.windows
  if (!window) throw new Error('no window')
  return { ...desktop, window, sender: senderOf(window.webContents.id) }
}

function senderOf(contentsId: number, changes: Partial<PageSender> = {}): PageSender {
  return { contentsId, isMainFrame: true, url: 'wenju://app/', ...changes }
}

const remembered = () => join(config, 'chosen-library.json')
const labels = (entries: readonly MenuEntry[] | undefined) => entries?.map(({ label }) => label)
function pressMenu(entries: readonly MenuEntry[] | undefined, label: string): void {
  for (const entry of entries ?? []) {
    if (entry.label === label) entry.click?.()
    pressMenu(entry.submenu, label)
  }
}

describe('before Electron is ready', () => {
  it('takes a folder of its own, the lock, the scheme, the sandbox, and shuts the network', () => {
    const { log, windows } = started()
    expect(log).toEqual([
      `path userData ${join(config, 'window')}`,
      'scheme {"scheme":"wenju","privileges":{"standard":true,"secure":true,"supportFetchAPI":true}}',
      'sandbox',
      'switch host-resolver-rules=MAP * ~NOTFOUND',
    ])
    expect(windows).toEqual([])
  })

  it('ends a second start at once, which counts as a window', () => {
    const { log, out } = started({ isFirst: false })
    expect(out).toEqual([READY_LINE])
    expect(log).toEqual([`path userData ${join(config, 'window')}`, 'quit', 'ended'])
  })

  it('tells an error in plain words and ends', () => {
    const { log, notes, throwUncaught } = started()
    throwUncaught(new AppError('DISK_FULL', { folder: '/x' }))
    const words = wordingFor('zh').errors.DISK_FULL.replace('{folder}', '/x')
    expect(log.slice(-2)).toEqual([
      `error box ${zh.trouble.message} | 问据没能启动。${words}`,
      'exit 1',
    ])
    expect(notes.join()).toContain('AppError')
  })
})

describe('the window', () => {
  it('is isolated, hidden until it has something to show, and then says so once', async () => {
    const desktop = started({ packaged: true })
    desktop.becomeReady()
    await vi.waitFor(() => {
      expect(desktop.log).toContain('load wenju://app/')
    })
    const [window] = desktop.windows
    expect(window?.options).toEqual({
      title: '问据',
      width: 1280,
      height: 820,
      minWidth: 360,
      minHeight: 480,
      show: false,
      backgroundColor: '#fcfcfb',
      webPreferences: {
        preload: '/program/preload.cjs',
        partition: 'wenju',
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webSecurity: true,
        spellcheck: false,
        devTools: false,
      },
    })
    window?.emit('ready-to-show')
    window?.emit('ready-to-show')
    expect(desktop.out).toEqual([READY_LINE])
    expect(desktop.log.filter((line) => line === 'show')).toHaveLength(1)
  })

  it('is put in front by a second start', async () => {
    const { app, log, window } = await shown()
    window.minimise()
    app.emit('second-instance', {}, [])
    expect(window.isMinimized()).toBe(false)
    expect(log.slice(-2)).toEqual(['show', 'focus'])
  })

  it('stands where it stood, unless that is on no display any more', async () => {
    const first = await shown()
    first.window.move({ x: 100, y: 80, width: 900, height: 700 })
    first.window.maximize()
    first.window.close()
    await vi.waitFor(() => {
      expect(existsSync(join(config, 'window.json'))).toBe(true)
    })

    const second = await shown()
    expect(second.window.options).toMatchObject({ x: 100, y: 80, width: 900, height: 700 })
    expect(second.window.isMaximized()).toBe(true)

    const elsewhere = await shown({ areas: [{ x: 5000, y: 0, width: 800, height: 600 }] })
    expect(elsewhere.window.options).toMatchObject({ width: 800, height: 600 })
    expect(elsewhere.window.options).not.toHaveProperty('x')
  })

  it('takes a damaged note of its place for none, and says so', async () => {
    mkdirSync(config, { recursive: true })
    writeFileSync(join(config, 'window.json'), '{"x": 1')
    const { window, notes } = await shown()
    expect(window.options.width).toBe(1280)
    expect(notes).toHaveLength(1)
    expect(notes[0]).toContain(join(config, 'window.json'))
  })
})

describe('what a page may do', () => {
  it('loads nothing but what is its own', async () => {
    const { session } = await shown({ packaged: true })
    for (const name of ['default', 'wenju']) {
      const guarded = session(name)
      expect(guarded.loads('wenju://app/assets/main.js')).toBe(true)
      for (const url of [
        'https://example.com/',
        'http://127.0.0.1:48620/',
        'ws://localhost/',
        'file:///etc/passwd',
        'wenju://elsewhere/',
        'devtools://devtools/bundled/inspector.html',
        'no address',
      ]) {
        expect(guarded.loads(url), url).toBe(false)
      }
    }
  })

  it('lets the developer tools in while the program is being built', async () => {
    const { session, window } = await shown()
    expect(session('wenju').loads('devtools://devtools/bundled/inspector.html')).toBe(true)
    expect(window.options.webPreferences.devTools).toBe(true)
  })

  it('copies, and gets no other permission, device or download', async () => {
    const { session } = await shown()
    const guarded = session('wenju')
    expect(guarded.grants('clipboard-sanitized-write', 'wenju://app/')).toBe(true)
    expect(guarded.grants('clipboard-sanitized-write', 'https://example.com/')).toBe(false)
    expect(guarded.grants('clipboard-sanitized-write', 'wenju://app/', false)).toBe(false)
    for (const permission of ['clipboard-read', 'media', 'notifications', 'openExternal', 'usb']) {
      expect(guarded.grants(permission, 'wenju://app/'), permission).toBe(false)
    }
    expect(guarded.grantsDevice()).toBe(false)
    const preventDefault = vi.fn()
    guarded.emit('will-download', { preventDefault })
    expect(preventDefault).toHaveBeenCalledOnce()
  })

  it('gets its files with the policy, and nothing beside them', async () => {
    const { session } = await shown()
    const page = await session('wenju').get('wenju://app/')
    expect(await page.text()).toContain('<title>问据')
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(page.headers.get('x-content-type-options')).toBe('nosniff')
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'")
    expect(page.headers.get('content-security-policy')).toContain("connect-src 'none'")
    const script = await session('wenju').get('wenju://app/assets/main-abcdefgh.js')
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    writeFileSync(join(root, 'secret.txt'), 'secret')
    for (const url of [
      'wenju://app/missing.js',
      'wenju://app/../secret.txt',
      'wenju://app/..%2fsecret.txt',
      'wenju://app/%2e%2e/secret.txt',
      'wenju://app/assets',
      'wenju://app/%',
      'wenju://other/index.html',
    ]) {
      const reply = await session('wenju').get(url)
      expect(reply.status, url).toBe(404)
      expect(await reply.text(), url).toBe('')
      expect(reply.headers.get('content-security-policy'), url).toContain("default-src 'none'")
    }
    expect((await session('wenju').get('wenju://app/', 'POST')).status).toBe(404)
  })

  it('goes nowhere, and embeds and opens nothing', async () => {
    const { window, log } = await shown()
    const { webContents } = window
    for (const event of ['will-navigate', 'will-redirect', 'will-frame-navigate']) {
      const preventDefault = vi.fn()
      webContents.emit(event, { url: 'file:///etc/passwd', isMainFrame: true, preventDefault })
      expect(preventDefault, event).toHaveBeenCalledOnce()
    }
    const preventDefault = vi.fn()
    webContents.emit('will-attach-webview', { preventDefault }, {})
    expect(preventDefault).toHaveBeenCalledOnce()
    expect(webContents.openAnother('wenju://app/')).toEqual({ action: 'deny' })
    expect(log.filter((line) => line.startsWith('outside'))).toEqual([])
    expect(log).toContain('webrtc disable_non_proxied_udp')
  })

  it('opens an outside page only when the user says so, asking once at a time', async () => {
    const { window, log, questions, presses } = await shown()
    const { webContents } = window
    webContents.openAnother('https://example.com/a')
    webContents.openAnother('https://example.com/b')
    expect(questions).toHaveLength(1)
    expect(questions[0]).toMatchObject({
      message: '要在浏览器里打开 example.com 吗？',
      buttons: [zh.link.open, zh.link.copy, zh.cancel],
      cancelId: 2,
    })
    expect(log.filter((line) => line.startsWith('outside'))).toEqual([])

    const other = await shown()
    other.presses.push(0)
    other.window.webContents.emit('will-frame-navigate', {
      url: 'https://example.com/c',
      isMainFrame: true,
      preventDefault: () => undefined,
    })
    await vi.waitFor(() => {
      expect(other.log).toContain('outside https://example.com/c')
    })
    expect(presses).toEqual([])
  })
})

describe('what the page asks', () => {
  it('is answered by the engine of the library', async () => {
    const { answers, sender, engines, log } = await shown({
      argv: ['e', '--library', library, '--empty'],
    })
    expect(await answers().call(sender, 'status', {})).toEqual({
      ok: true,
      data: { folder: library },
    })
    expect(engines[0]?.args).toEqual([library, '--empty'])
    expect(log).toContain(
      'fork /program/engine-process.js {"serviceName":"Wenju engine","stdio":"inherit"}',
    )
  })

  it('is refused from anywhere else, and by any other name', async () => {
    const { answers, sender, engines } = await shown()
    const strangers = [
      senderOf(sender.contentsId + 1),
      senderOf(sender.contentsId, { isMainFrame: false }),
      senderOf(sender.contentsId, { url: 'https://example.com/' }),
      senderOf(sender.contentsId, { url: 'wenju://apple/' }),
      senderOf(sender.contentsId, { url: '' }),
    ]
    for (const stranger of strangers) {
      expect(await answers().call(stranger, 'status', {})).toMatchObject({
        ok: false,
        error: { code: 'UNAUTHORIZED' },
      })
      expect(await answers().chooseLibrary(stranger)).toMatchObject({
        error: { code: 'UNAUTHORIZED' },
      })
    }
    for (const operation of ['toString', '__proto__', 'close', '', 7, undefined]) {
      expect(await answers().call(sender, operation, {})).toMatchObject({
        ok: false,
        error: { code: 'UNKNOWN_OPERATION' },
      })
    }
    expect(engines[0]?.got).toEqual([])
  })

  it('hears the engine, and hears that it was started again', async () => {
    const { engines, told, window } = await shown()
    engines[0]?.say({ type: 'event', event: { type: 'library' } })
    engines[0]?.end()
    await vi.waitFor(() => {
      expect(told).toEqual([
        [window.webContents.id, { type: 'library' }],
        [window.webContents.id, { type: 'engine', state: 'restarted' }],
      ])
    })
    expect(engines[1]?.args).toEqual([library, '--again'])
  })

  it('changes menu, theme and paper with the settings', async () => {
    const settings = { ...defaultSettings, theme: 'dark', language: 'en' }
    const { answers, sender, menus, theme, log } = await shown({
      answer: () => ({ ok: true, data: settings }),
    })
    expect(labels(menus.at(-1))).toEqual(['文件', '编辑', '显示', '窗口', '帮助'])
    await answers().call(sender, 'saveSettings', { language: 'en', theme: 'dark' })
    expect(labels(menus.at(-1))).toEqual(['File', 'Edit', 'View', 'Window', 'Help'])
    expect(theme.themeSource).toBe('dark')
    expect(log.at(-1)).toBe('background #fcfcfb')
    const count = menus.length
    await answers().call(sender, 'settings', {})
    expect(menus).toHaveLength(count)
  })

  it('speaks the language of the system until the library says otherwise', async () => {
    const { menus } = await shown({ systemLanguages: ['de-DE', 'zh-CN'] })
    expect(labels(menus[0])).toEqual(['File', 'Edit', 'View', 'Window', 'Help'])
  })
})

describe('the library', () => {
  it('is the named one before the remembered one, and the remembered one before the usual one', async () => {
    mkdirSync(config, { recursive: true })
    const other = join(root, 'other')
    mkdirSync(other)
    writeFileSync(remembered(), JSON.stringify({ folder: other }))
    expect((await shown()).engines[0]?.args).toEqual([library])
    const named = { argv: ['e'], env: { WENJU_LIBRARY: library } }
    expect((await shown(named)).engines[0]?.args).toEqual([library])
    expect((await shown({ argv: ['e'] })).engines[0]?.args).toEqual([other])
    rmSync(remembered())
    expect((await shown({ argv: ['e'] })).engines[0]?.args).toEqual([defaultLibrary()])
  })

  it('that was chosen and is not there is asked about, and never made anew', async () => {
    mkdirSync(config, { recursive: true })
    const gone = join(root, 'gone')
    writeFileSync(remembered(), JSON.stringify({ folder: gone }))
    const usual = started({ argv: ['e'] })
    usual.presses.push(0, 1)
    usual.becomeReady()
    await vi.waitFor(() => {
      expect(usual.engines[0]?.args).toEqual([defaultLibrary()])
    })
    expect(usual.questions.map(({ message }) => message)).toEqual([
      zh.missing.message,
      zh.missing.message,
    ])
    const quitter = started({ argv: ['e'] })
    quitter.presses.push(2)
    quitter.becomeReady()
    await vi.waitFor(() => {
      expect(quitter.log.slice(-2)).toEqual(['quit', 'ended'])
    })
    expect(quitter.windows).toEqual([])
    expect(existsSync(gone)).toBe(false)
  })

  it('is changed for another, which is remembered, and the page is loaded anew', async () => {
    const { answers, sender, folders, engines, log } = await shown()
    const wanted = join(root, '新 书架')
    mkdirSync(wanted)
    folders.push(wanted)
    expect(await answers().chooseLibrary(sender)).toEqual({ folder: wanted })
    expect(engines[0]?.got.at(-1)).toEqual({ type: 'close' })
    expect(engines[1]?.args).toEqual([wanted])
    expect(JSON.parse(readFileSync(remembered(), 'utf8'))).toEqual({ folder: wanted })
    await vi.waitFor(() => {
      expect(log).toContain('reload')
    })
    expect(await answers().call(sender, 'status', {})).toMatchObject({ data: { folder: wanted } })
  })

  it('stays when nothing is chosen or the other cannot be opened', async () => {
    const broken = join(root, 'broken')
    mkdirSync(broken)
    const error = { code: 'LIBRARY_TOO_NEW', details: { found: 9, supported: 1 } }
    const { answers, sender, folders, log, engines } = await shown({
      refused: (folder) => (folder === broken ? error : undefined),
    })
    expect(await answers().chooseLibrary(sender)).toEqual({ cancelled: true })
    folders.push(broken)
    expect(await answers().chooseLibrary(sender)).toEqual({ error })
    expect(engines.at(-1)?.args).toEqual([library, '--again'])
    expect(await answers().call(sender, 'status', {})).toMatchObject({ data: { folder: library } })
    expect(existsSync(remembered())).toBe(false)
    expect(log).not.toContain('reload')
  })

  it('gets a folder of its own among other files, when the user agrees', async () => {
    const { answers, sender, folders, presses } = await shown()
    const mixed = join(root, 'mixed')
    mkdirSync(mixed)
    writeFileSync(join(mixed, 'holiday.jpg'), '')
    folders.push(mixed, mixed)
    presses.push(1, 0)
    expect(await answers().chooseLibrary(sender)).toEqual({ cancelled: true })
    expect(await answers().chooseLibrary(sender)).toEqual({
      folder: join(mixed, zh.choose.insideName),
    })
    writeFileSync(join(mixed, 'library.json'), '{}')
    folders.push(mixed)
    expect(await answers().chooseLibrary(sender)).toEqual({ folder: mixed })
  })

  it('that is chosen from the menu says there what went wrong', async () => {
    const { menus, folders, questions } = await shown()
    folders.push(join(root, 'nowhere'))
    pressMenu(menus.at(-1), zh.menu.chooseLibrary)
    await vi.waitFor(() => {
      expect(questions[0]?.message).toContain(join(root, 'nowhere'))
    })
  })
})

describe('the end', () => {
  it('waits for what is being written', async () => {
    const { app, log, engines, window } = await shown()
    engines[0]?.hang()
    window.close()
    app.emit('window-all-closed')
    app.quit()
    await vi.waitFor(() => {
      expect(engines[0]?.got.at(-1)).toEqual({ type: 'close' })
    })
    expect(log).not.toContain('ended')
    engines[0]?.end()
    await vi.waitFor(() => {
      expect(log.at(-1)).toBe('ended')
    })
    expect(engines).toHaveLength(1)
  })

  it('is followed by a new beginning when one is asked for meanwhile', async () => {
    const { app, log, engines } = await shown()
    engines[0]?.hang()
    app.quit()
    app.emit('second-instance', {}, [])
    app.emit('second-instance', {}, [])
    expect(log.filter((line) => line === 'relaunch')).toHaveLength(1)
    expect(log).not.toContain('focus')
  })

  it('takes the window away at once when it comes from the menu', async () => {
    const { app, log } = await shown()
    app.quit()
    expect(log.at(-1)).toBe('hide')
    await vi.waitFor(() => {
      expect(log.at(-1)).toBe('ended')
    })
    expect(existsSync(join(config, 'window.json'))).toBe(true)
  })
})

describe('trouble', () => {
  it('loads a dead page anew once, and asks the second time', async () => {
    const { window, log, questions, presses } = await shown()
    const reloads = () => log.filter((line) => line === 'reload').length
    window.webContents.emit('render-process-gone', {}, { reason: 'clean-exit' })
    expect(reloads()).toBe(0)
    window.webContents.emit('render-process-gone', {}, { reason: 'crashed' })
    expect(reloads()).toBe(1)
    expect(questions.at(-1)?.message).toBe(zh.pageGone.message)
    presses.push(0)
    window.webContents.emit('render-process-gone', {}, { reason: 'crashed' })
    expect(questions.at(-1)?.message).toBe(zh.pageGone.againMessage)
    await vi.waitFor(() => {
      expect(reloads()).toBe(2)
    })
    presses.push(1)
    window.webContents.emit('render-process-gone', {}, { reason: 'oom' })
    await vi.waitFor(() => {
      expect(log).toContain('quit')
    })
  })

  it('is told in words that name no stack, once at a time', async () => {
    const { throwUncaught, questions, log } = await shown({
      packaged: true,
      systemLanguages: ['en'],
    })
    throwUncaught(new Error('odd thing'))
    throwUncaught(new Error('another'))
    expect(questions).toHaveLength(1)
    expect(questions[0]).toMatchObject({ message: en.trouble.message, title: 'Wenju' })
    expect(questions[0]?.detail).toContain('odd thing')
    expect(questions[0]?.detail).not.toContain('.ts')
    expect(log.some((line) => line.startsWith('exit'))).toBe(false)
  })

  it('of a window that was never built ends the program', async () => {
    const { log, becomeReady } = started({ renderer: join(root, 'unbuilt') })
    becomeReady()
    await vi.waitFor(() => {
      expect(log.at(-1)).toBe('exit 1')
    })
    expect(log.at(-2)).toContain(join(root, 'unbuilt'))
  })
})

describe('the menu', () => {
  it('shows what the program is made of, and where its licences are', async () => {
    const { menus, questions, presses, log } = await shown()
    presses.push(0)
    pressMenu(menus.at(-1), zh.menu.about)
    expect(questions[0]?.message).toBe('问据 1.2.3')
    for (const part of ['45.0.0', '152.0.0', '24.0.0', '/program/THIRD-PARTY.md']) {
      expect(questions[0]?.detail).toContain(part)
    }
    await vi.waitFor(() => {
      expect(log.at(-1)).toBe('folder of /program/THIRD-PARTY.md')
    })
    pressMenu(menus.at(-1), zh.menu.licences)
    expect(log.slice(-2)).toEqual(Array(2).fill('folder of /program/THIRD-PARTY.md'))
  })
})
