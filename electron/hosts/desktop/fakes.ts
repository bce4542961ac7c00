/** Stand-ins for Electron's parts: they remember what was done to them, and tests pull their strings. */
import { EventEmitter } from 'node:events'
import type { EngineEvent, ErrorBody } from '../../contract/entities'
import type { Envelope } from '../../contract/operations'
import type { FromEngine, ToEngine } from '../engine-messages'
import type {
  Bounds,
  DesktopParts,
  MenuEntry,
  PageAnswers,
  Question,
  UtilityChild,
  WindowOptions,
} from './electron-parts'
import { fakeSession, type FakeSession } from './fake-session'

export interface FakeOptions {
  /** Where the program keeps what is its own. */
  readonly config: string
  readonly renderer: string
  readonly argv?: readonly string[]
  readonly env?: NodeJS.ProcessEnv
  readonly platform?: NodeJS.Platform
  readonly packaged?: boolean
  readonly isFirst?: boolean
  readonly systemLanguages?: string[]
  readonly areas?: readonly Bounds[]
  /** What the engine of a folder answers; an error body for a library that cannot be opened. */
  readonly answer?: (folder: string, operation: string, input: unknown) => Envelope<unknown>
  readonly refused?: (folder: string) => ErrorBody | undefined
}

export function fakeDesktop(options: FakeOptions) {
  const log: string[] = []
  const out: string[] = []
  const notes: string[] = []
  const questions: Question[] = []
  /** Buttons to press, the next first; without one a dialog stays open. */
  const presses: number[] = []
  const folders: string[] = []
  const told: (readonly [page: number, event: EngineEvent])[] = []
  const windows: FakeWindow[] = []
  const menus: MenuEntry[][] = []
  const engines: FakeEngine[] = []
  const sessions = new Map<string, FakeSession>()
  let answers: PageAnswers | undefined
  let uncaught: (thrown: unknown) => void = () => undefined
  let becomeReady: () => void = () => undefined

  const app = Object.assign(new EventEmitter(), {
    isPackaged: options.packaged ?? false,
    getVersion: () => '1.2.3',
    getPreferredSystemLanguages: () => options.systemLanguages ?? ['zh-CN'],
    setPath: (name: string, path: string) => void log.push(`path ${name} ${path}`),
    requestSingleInstanceLock: () => options.isFirst ?? true,
    enableSandbox: () => void log.push('sandbox'),
    whenReady: () =>
      new Promise<void>((resolve) => {
        becomeReady = resolve
      }),
    quit() {
      log.push('quit')
      let held = false
      app.emit('before-quit', { preventDefault: () => (held = true) })
      if (!held) log.push('ended')
    },
    relaunch: () => void log.push('relaunch'),
    exit: (code: number) => void log.push(`exit ${String(code)}`),
    commandLine: {
      appendSwitch: (name: string, value: string) => void log.push(`switch ${name}=${value}`),
    },
  })

  function makeWindow(made: WindowOptions): FakeWindow {
    const window = fakeWindow(made, windows.length + 1, log)
    windows.push(window)
    app.emit('web-contents-created', {}, window.webContents)
    return window
  }

  function press(question: Question): Promise<{ response: number }> {
    questions.push(question)
    const response = presses.shift()
    return response === undefined ? new Promise(() => undefined) : Promise.resolve({ response })
  }

  function session(name: string): FakeSession {
    const known = sessions.get(name) ?? fakeSession()
    sessions.set(name, known)
    return known
  }

  const parts: DesktopParts = {
    app,
    dialog: {
      showMessageBox: (first: unknown, second?: Question) => press(second ?? (first as Question)),
      showOpenDialog: () => {
        const folder = folders.shift()
        return Promise.resolve({
          canceled: folder === undefined,
          filePaths: folder === undefined ? [] : [folder],
        })
      },
      showErrorBox: (title, content) => void log.push(`error box ${title} | ${content}`),
    },
    theme: { themeSource: 'system', shouldUseDarkColors: false },
    registerScheme: (scheme) => void log.push(`scheme ${JSON.stringify(scheme)}`),
    defaultSession: () => session('default'),
    sessionOf: session,
    createWindow: makeWindow,
    setMenu: (entries) => void menus.push(entries),
    displayAreas: () => options.areas ?? [{ x: 0, y: 0, width: 1920, height: 1040 }],
    forkUtility(entry, args, utilityOptions) {
      log.push(`fork ${entry} ${JSON.stringify(utilityOptions)}`)
      const [folder = ''] = args
      const engine = fakeEngine(args, {
        answer: (operation, input) =>
          options.answer?.(folder, operation, input) ?? { ok: true, data: { folder } },
        refused: options.refused?.(folder),
      })
      engines.push(engine)
      return engine
    },
    openOutside: (address) => {
      log.push(`outside ${address}`)
      return address.includes('broken')
        ? Promise.reject(new Error('no program'))
        : Promise.resolve()
    },
    copyText: (text) => void log.push(`copied ${text}`),
    showInFolder: (path) => void log.push(`folder of ${path}`),
    connectPages(made) {
      answers = made
      return { tell: (page, event) => void told.push([page, event]) }
    },
    process: {
      platform: options.platform ?? 'linux',
      argv: options.argv ?? ['electron', '.'],
      env: options.env ?? {},
      versions: { electron: '45.0.0', chrome: '152.0.0', node: '24.0.0' },
      out: (line) => void out.push(line),
      note: (line) => void notes.push(line),
      onUncaught: (listener) => {
        uncaught = listener
      },
      kill: (pid) => void log.push(`kill ${String(pid)}`),
    },
    files: {
      engine: '/program/engine-process.js',
      preload: '/program/preload.cjs',
      renderer: options.renderer,
      notices: '/program/THIRD-PARTY.md',
      config: options.config,
    },
  }

  return {
    parts,
    app,
    log,
    out,
    notes,
    questions,
    presses,
    folders,
    told,
    windows,
    menus,
    engines,
    session,
    theme: parts.theme,
    answers: () => {
      if (!answers) throw new Error('no channels are open yet')
      return answers
    },
    throwUncaught: (thrown: unknown) => {
      uncaught(thrown)
    },
    becomeReady: () => {
      becomeReady()
    },
  }
}

export type FakeWindow = ReturnType<typeof fakeWindow>

function fakeWindow(options: WindowOptions, id: number, log: string[]) {
  let open: (details: { url: string }) => { action: 'deny' } = () => ({ action: 'deny' })
  let bounds: Bounds = { x: 0, y: 0, ...options }
  let minimised = false
  let maximised = false
  let destroyed = false
  const webContents = Object.assign(new EventEmitter(), {
    id,
    reload: () => void log.push('reload'),
    setWebRTCIPHandlingPolicy: (policy: string) => void log.push(`webrtc ${policy}`),
    setWindowOpenHandler(handler: typeof open) {
      open = handler
    },
    /** As a page does that calls window.open. */
    openAnother: (url: string) => open({ url }),
  })
  const window = Object.assign(new EventEmitter(), {
    options,
    webContents,
    loadURL: (url: string) => {
      log.push(`load ${url}`)
      return url.includes('broken') ? Promise.reject(new Error('failed')) : Promise.resolve()
    },
    show: () => void log.push('show'),
    hide: () => void log.push('hide'),
    focus: () => void log.push('focus'),
    restore() {
      minimised = false
    },
    maximize() {
      maximised = true
    },
    isMinimized: () => minimised,
    isMaximized: () => maximised,
    isDestroyed: () => destroyed,
    getNormalBounds: () => bounds,
    setBackgroundColor: (colour: string) => void log.push(`background ${colour}`),
    minimise() {
      minimised = true
    },
    move(to: Bounds) {
      bounds = to
    },
    /** As a user does who closes it. */
    close() {
      window.emit('close', { preventDefault: () => undefined })
      destroyed = true
    },
  })
  return window
}

export type FakeEngine = ReturnType<typeof fakeEngine>

interface EngineTalk {
  readonly answer: (operation: string, input: unknown) => Envelope<unknown>
  readonly refused: ErrorBody | undefined
}

/** Opens at once, or says that it cannot and ends. Asked to close it ends at once, unless told to hang. */
export function fakeEngine(args: readonly string[], { answer, refused }: EngineTalk) {
  const emitter = new EventEmitter()
  const got: ToEngine[] = []
  let hangs = false
  const say = (message: FromEngine) => emitter.emit('message', message)
  const engine = Object.assign(emitter, {
    args,
    got,
    pid: 4_242,
    postMessage(message: unknown) {
      const told = structuredClone(message) as ToEngine
      got.push(told)
      queueMicrotask(() => {
        if (told.type === 'close') {
          if (!hangs) emitter.emit('exit')
        } else if (!refused) {
          say({ type: 'answer', id: told.id, envelope: answer(told.operation, told.input) })
        }
      })
    },
    say,
    hang() {
      hangs = true
    },
    end: () => emitter.emit('exit'),
  })
  setImmediate(() => {
    if (refused) {
      say({ type: 'failed', error: refused })
      emitter.emit('exit')
    } else say({ type: 'ready' })
  })
  return engine satisfies UtilityChild
}
