/** The one window: made hidden, shown when it has something to show, its place kept for the next time. */
import type { DesktopParts, DesktopWindow } from './electron-parts'
import type { KeptFile } from './kept-file'
import { START_PAGE } from './own-page'
import { MIN_HEIGHT, MIN_WIDTH, placeWindow, type WindowState } from './window-state'

/** Without `persist:` in front it lives in memory: the page leaves nothing on the disk. */
export const PARTITION = 'wenju'

/** The window's paper, so that it does not flash before the page is there. */
const paper = { light: '#fcfcfb', dark: '#17191a' }

export interface OpenWindowParts {
  readonly title: string
  readonly preload: string
  readonly developing: boolean
  readonly create: DesktopParts['createWindow']
  readonly displayAreas: DesktopParts['displayAreas']
  readonly isDark: () => boolean
  readonly kept: KeptFile<WindowState>
  /** The place could not be kept. */
  readonly onNotKept: (thrown: unknown) => void
  /** It shows. */
  readonly onShown: () => void
}

export interface OpenedWindow {
  readonly window: DesktopWindow
  /** Loads the page and shows it. Rejects when it cannot be loaded. */
  load(): Promise<void>
  /** Resolves when its place is on the disk, or was told not to be. */
  saved(): Promise<void>
  /** Follows a change between light and dark. */
  repaint(): void
  /** Takes it from behind other windows and out of the task bar. */
  bringToFront(): void
}

/** Makes the window; nothing is loaded yet. */
export function openWindow(parts: OpenWindowParts): OpenedWindow {
  const { maximised, ...place } = placeWindow(parts.kept.read(), parts.displayAreas())
  const background = () => paper[parts.isDark() ? 'dark' : 'light']
  const window = parts.create({
    title: parts.title,
    ...place,
    minWidth: MIN_WIDTH,
    minHeight: MIN_HEIGHT,
    show: false,
    backgroundColor: background(),
    webPreferences: {
      preload: parts.preload,
      partition: PARTITION,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
      devTools: parts.developing,
    },
  })

  let saving: Promise<void> = Promise.resolve()
  const save = () => {
    const state = { ...window.getNormalBounds(), maximised: window.isMaximized() }
    saving = parts.kept.write(state).catch(parts.onNotKept)
  }
  window.on('close', save)
  let shown = false
  const reveal = () => {
    if (shown || window.isDestroyed()) return
    shown = true
    if (maximised) window.maximize()
    window.show()
    parts.onShown()
  }
  window.on('ready-to-show', reveal)

  return {
    window,
    async load() {
      await window.loadURL(START_PAGE)
      // Some compositors never say that the first picture is ready.
      reveal()
    },
    saved() {
      if (!window.isDestroyed()) save()
      return saving
    },
    repaint() {
      if (!window.isDestroyed()) window.setBackgroundColor(background())
    },
    bringToFront() {
      if (window.isDestroyed()) return
      if (window.isMinimized()) window.restore()
      window.show()
      window.focus()
    },
  }
}
