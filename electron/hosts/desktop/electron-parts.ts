/**
 * The parts of Electron that the desktop host uses, as narrow as it uses them. `main` hands in the
 * real ones; tests hand in stand-ins.
 */
import type { Envelope } from '../../contract/operations'
import type { EngineEvent } from '../../contract/entities'
import type { LibraryChoice } from '../../contract/desktop'

export interface Preventable {
  preventDefault(): void
}

export interface DesktopApp {
  readonly isPackaged: boolean
  getVersion(): string
  getPreferredSystemLanguages(): string[]
  setPath(name: string, path: string): void
  requestSingleInstanceLock(): boolean
  enableSandbox(): void
  whenReady(): Promise<void>
  quit(): void
  exit(code: number): void
  /** Starts the program again once this one has ended. */
  relaunch(): void
  readonly commandLine: { appendSwitch(name: string, value: string): void }
  on(event: 'second-instance', listener: (event: unknown, argv: string[]) => void): unknown
  on(event: 'before-quit', listener: (event: Preventable) => void): unknown
  on(event: 'window-all-closed', listener: () => void): unknown
  on(
    event: 'web-contents-created',
    listener: (event: unknown, contents: PageContents) => void,
  ): unknown
}

/** Where a page is about to go. */
export interface Navigation extends Preventable {
  readonly url: string
}

export interface PageContents {
  readonly id: number
  reload(): void
  setWebRTCIPHandlingPolicy(policy: 'disable_non_proxied_udp'): void
  setWindowOpenHandler(handler: (details: { readonly url: string }) => { action: 'deny' }): void
  on(event: 'will-navigate', listener: (navigation: Navigation) => void): unknown
  on(event: 'will-redirect', listener: (event: Preventable) => void): unknown
  on(
    event: 'will-frame-navigate',
    listener: (navigation: Navigation & { readonly isMainFrame: boolean }) => void,
  ): unknown
  on(
    event: 'will-attach-webview',
    listener: (event: Preventable, preferences: object) => void,
  ): unknown
  on(
    event: 'render-process-gone',
    listener: (event: unknown, details: { readonly reason: string }) => void,
  ): unknown
}

export interface PermissionDetails {
  readonly requestingUrl?: string
  readonly isMainFrame: boolean
}

export interface DesktopSession {
  readonly protocol: {
    handle(scheme: string, handler: (request: Request) => Promise<Response>): void
  }
  readonly webRequest: {
    onBeforeRequest(
      listener: (
        request: { readonly url: string },
        reply: (verdict: { cancel: boolean }) => void,
      ) => void,
    ): void
  }
  setPermissionRequestHandler(
    handler: (
      contents: unknown,
      permission: string,
      reply: (granted: boolean) => void,
      details: PermissionDetails,
    ) => void,
  ): void
  setPermissionCheckHandler(
    handler: (
      contents: unknown,
      permission: string,
      origin: string,
      details: PermissionDetails,
    ) => boolean,
  ): void
  setDevicePermissionHandler(handler: () => boolean): void
  on(event: 'will-download', listener: (event: Preventable) => void): unknown
}

/** Device-independent pixels of the whole desktop. */
export interface Bounds {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** What every kind of window has: enough to be the owner of a dialog. */
export interface WindowFrame {
  show(): void
  hide(): void
  focus(): void
  restore(): void
  maximize(): void
  isMinimized(): boolean
  isMaximized(): boolean
  isDestroyed(): boolean
  getNormalBounds(): Bounds
  setBackgroundColor(colour: string): void
}

export interface DesktopWindow extends WindowFrame {
  readonly webContents: PageContents
  loadURL(url: string): Promise<void>
  on(event: 'ready-to-show', listener: () => void): unknown
  on(event: 'close', listener: (event: Preventable) => void): unknown
}

export interface WindowOptions {
  readonly title: string
  readonly x?: number
  readonly y?: number
  readonly width: number
  readonly height: number
  readonly minWidth: number
  readonly minHeight: number
  readonly show: boolean
  readonly backgroundColor: string
  readonly webPreferences: {
    readonly preload: string
    readonly partition: string
    readonly sandbox: boolean
    readonly contextIsolation: boolean
    readonly nodeIntegration: boolean
    readonly webSecurity: boolean
    readonly spellcheck: boolean
    readonly devTools: boolean
  }
}

export interface Question {
  readonly type: 'none' | 'info' | 'question' | 'warning' | 'error'
  readonly title: string
  readonly message: string
  readonly detail?: string
  /** The first is the one that Enter chooses. */
  readonly buttons: string[]
  readonly defaultId: number
  readonly cancelId: number
  readonly noLink: boolean
}

export interface FolderRequest {
  readonly title: string
  readonly buttonLabel: string
  readonly defaultPath: string
  readonly properties: ('openDirectory' | 'createDirectory')[]
}

export interface Dialogs {
  showMessageBox(question: Question): Promise<{ readonly response: number }>
  showMessageBox(owner: WindowFrame, question: Question): Promise<{ readonly response: number }>
  showOpenDialog(
    owner: WindowFrame,
    request: FolderRequest,
  ): Promise<{ readonly canceled: boolean; readonly filePaths: readonly string[] }>
  showErrorBox(title: string, content: string): void
}

export interface UtilityChild {
  readonly pid: number | undefined
  postMessage(message: unknown): void
  on(event: 'message', listener: (message: unknown) => void): unknown
  on(event: 'exit', listener: () => void): unknown
}

export interface UtilityOptions {
  readonly serviceName: string
  readonly stdio: 'inherit'
}

export type MenuRole =
  | 'undo'
  | 'redo'
  | 'cut'
  | 'copy'
  | 'paste'
  | 'selectAll'
  | 'reload'
  | 'toggleDevTools'
  | 'zoomIn'
  | 'zoomOut'
  | 'resetZoom'
  | 'togglefullscreen'
  | 'minimize'
  | 'zoom'
  | 'front'
  | 'close'
  | 'services'
  | 'hide'
  | 'hideOthers'
  | 'unhide'
  | 'quit'
  | 'window'
  | 'help'

export interface MenuEntry {
  readonly label?: string
  readonly role?: MenuRole
  readonly type?: 'separator'
  readonly accelerator?: string
  readonly visible?: boolean
  readonly acceleratorWorksWhenHidden?: boolean
  readonly submenu?: MenuEntry[]
  readonly click?: () => void
}

/** Who sent a message over IPC. */
export interface PageSender {
  readonly contentsId: number
  readonly isMainFrame: boolean
  readonly url: string
}

/** What the page may ask of the main process. Neither rejects. */
export interface PageAnswers {
  call(sender: PageSender, operation: unknown, input: unknown): Promise<Envelope<unknown>>
  chooseLibrary(sender: PageSender): Promise<LibraryChoice>
}

/** Opens the channels to the pages. */
export type ConnectPages = (answers: PageAnswers) => {
  /** Tells an event to the page of that id, where there still is one. */
  tell(contentsId: number, event: EngineEvent): void
}

export interface DesktopParts {
  readonly app: DesktopApp
  readonly dialog: Dialogs
  readonly theme: {
    themeSource: 'system' | 'light' | 'dark'
    readonly shouldUseDarkColors: boolean
  }
  readonly registerScheme: (scheme: {
    readonly scheme: string
    readonly privileges: {
      readonly standard: boolean
      readonly secure: boolean
      readonly supportFetchAPI: boolean
    }
  }) => void
  readonly defaultSession: () => DesktopSession
  readonly sessionOf: (partition: string) => DesktopSession
  readonly createWindow: (options: WindowOptions) => DesktopWindow
  readonly setMenu: (entries: MenuEntry[]) => void
  /** Areas of the displays that windows may cover, the main one first. */
  readonly displayAreas: () => readonly Bounds[]
  readonly forkUtility: (entry: string, args: string[], options: UtilityOptions) => UtilityChild
  readonly openOutside: (address: string) => Promise<void>
  readonly copyText: (text: string) => void
  readonly showInFolder: (path: string) => void
  readonly connectPages: ConnectPages
  readonly process: DesktopProcess
  readonly files: DesktopFiles
}

/** The program's own process, as far as the desktop host looks at it. */
export interface DesktopProcess {
  readonly platform: NodeJS.Platform
  readonly argv: readonly string[]
  readonly env: NodeJS.ProcessEnv
  readonly versions: Readonly<Record<string, string | undefined>>
  /** One line to the program that started this one. */
  out(line: string): void
  note(line: string): void
  /** An error that nothing caught. */
  onUncaught(listener: (thrown: unknown) => void): void
  /** Ends another process without asking. */
  kill(pid: number): void
}

/** Absolute paths. */
export interface DesktopFiles {
  readonly engine: string
  readonly preload: string
  readonly renderer: string
  /** Lists the other software in the program with its licences. */
  readonly notices: string
  /** What the desktop program keeps for itself. */
  readonly config: string
}
