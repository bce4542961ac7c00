/**
 * What the desktop program needs of Electron, played by a forked process: the window's page lives
 * in the test's own browser, and everything that would cross between page and main goes over
 * `process.send`. Dialogs are answered with what the test has laid ready.
 */
import { Buffer } from 'node:buffer'
import { fork } from 'node:child_process'
import { EventEmitter } from 'node:events'

const tell = (message) => process.send(message)
const laidReady = { presses: [], folders: [] }
const handled = new Map()
const served = new Map()
const pages = new Map()

/** What the journeys do not look at. */
const ignored = () => undefined

function createContents() {
  return Object.assign(new EventEmitter(), {
    id: pages.size + 1,
    reload: () => tell({ type: 'reload' }),
    send: (channel, message) => tell({ type: 'event', channel, message }),
    setWebRTCIPHandlingPolicy: ignored,
    setWindowOpenHandler: ignored,
  })
}

export class BrowserWindow extends EventEmitter {
  webContents = createContents()
  show = ignored
  hide = ignored
  focus = ignored
  restore = ignored
  maximize = ignored
  setBackgroundColor = ignored
  isMinimized = () => false
  isMaximized = () => false
  isDestroyed = () => false

  constructor({ width, height }) {
    super()
    this.getNormalBounds = () => ({ x: 0, y: 0, width, height })
    pages.set(this.webContents.id, this)
    app.emit('web-contents-created', {}, this.webContents)
  }

  async loadURL(url) {
    tell({ type: 'load', url })
    this.emit('ready-to-show')
  }
}

export const app = Object.assign(new EventEmitter(), {
  isPackaged: true,
  commandLine: { appendSwitch: ignored },
  getVersion: () => '0.0.0',
  getPreferredSystemLanguages: () => ['zh-CN'],
  setPath: ignored,
  requestSingleInstanceLock: () => true,
  enableSandbox: ignored,
  whenReady: async () => undefined,
  exit: (code) => process.exit(code),
  quit() {
    let held = false
    app.emit('before-quit', { preventDefault: () => (held = true) })
    if (!held) process.exit(0)
  },
})

function createSession() {
  return Object.assign(new EventEmitter(), {
    protocol: { handle: (scheme, handler) => served.set(scheme, handler) },
    webRequest: { onBeforeRequest: ignored },
    setPermissionRequestHandler: ignored,
    setPermissionCheckHandler: ignored,
    setDevicePermissionHandler: ignored,
  })
}

export const session = { defaultSession: createSession(), fromPartition: createSession }
export const protocol = { registerSchemesAsPrivileged: ignored }
export const nativeTheme = { themeSource: 'system', shouldUseDarkColors: false }
export const clipboard = { writeText: ignored }
export const shell = { openExternal: async () => undefined, showItemInFolder: ignored }
export const screen = {
  getPrimaryDisplay: () => ({ id: 1, workArea: { x: 0, y: 0, width: 1280, height: 800 } }),
  getAllDisplays: () => [],
}
export const Menu = {
  buildFromTemplate: (entries) => entries,
  setApplicationMenu: (entries) =>
    tell({ type: 'menu', labels: entries.map(({ label }) => label) }),
}
export const dialog = {
  async showMessageBox(...asked) {
    tell({ type: 'dialog', message: asked.at(-1).message })
    return { response: laidReady.presses.shift() ?? asked.at(-1).cancelId }
  },
  async showOpenDialog() {
    const folder = laidReady.folders.shift()
    return { canceled: !folder, filePaths: folder ? [folder] : [] }
  },
  showErrorBox: (title, content) => tell({ type: 'dialog', message: `${title} ${content}` }),
}
export const ipcMain = { handle: (channel, handler) => handled.set(channel, handler) }
export const webContents = { fromId: (id) => pages.get(id)?.webContents }

export const utilityProcess = {
  fork(entry, args) {
    const child = fork(entry, args, { serialization: 'advanced', execArgv: [] })
    return Object.assign(child, { postMessage: (message) => child.send(message, () => undefined) })
  },
}

/** The test asks in the page's name: for a file, over IPC, or to lay an answer ready. */
process.on('message', async ({ id, type, ...asked }) => {
  if (type === 'get') {
    const reply = await served.get('wenju')(new globalThis.Request(asked.url))
    const body = Buffer.from(await reply.arrayBuffer()).toString('base64')
    tell({ type: 'answer', id, reply: { status: reply.status, headers: [...reply.headers], body } })
  } else if (type === 'invoke') {
    const [[pageId]] = pages
    const senderFrame = { parent: null, url: 'wenju://app/' }
    const event = { sender: { id: pageId }, senderFrame }
    tell({ type: 'answer', id, reply: await handled.get(asked.channel)(event, ...asked.args) })
  } else if (type === 'quit') app.quit()
  else Object.assign(laidReady, asked)
})
process.on('disconnect', () => process.exit(0))
