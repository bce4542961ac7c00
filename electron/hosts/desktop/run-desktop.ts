/** The desktop program once Electron is ready: library, engine, window, menu, and how they end. */
import { existsSync } from 'node:fs'
import { isAbsolute } from 'node:path'
import { z } from 'zod'
import type { Settings } from '../../contract/entities'
import { errorSentence, fill, languageOf, reasonWords } from '../../contract/wording/wording'
import { createAbout } from './about'
import { createAppProtocol } from './app-protocol'
import { libraryChooser } from './choose-library'
import type { DesktopParts, DesktopWindow } from './electron-parts'
import { guardSession } from './guard-session'
import { keptFile } from './kept-file'
import { libraryEngine } from './library-engine'
import { libraryToOpen, startOptions } from './library-to-open'
import { menuEntries } from './menu'
import { openWindow, PARTITION, type OpenedWindow } from './open-window'
import { SCHEME } from './own-page'
import { pageAnswers } from './page-answers'
import { pageCrashes } from './page-crashes'
import { quitting } from './quitting'
import type { Talk } from './talk'
import { forkUtilityEngine } from './utility-engine'
import { windowState } from './window-state'

const rememberedLibrary = z.object({ folder: z.string().refine(isAbsolute) })

/**
 * Resolves when the page shows, or when the user would rather quit. Rejects with FILE_NOT_FOUND when
 * the window is not built.
 */
export async function runDesktop(
  parts: DesktopParts,
  talk: Talk,
  onShown: (window: DesktopWindow) => void,
): Promise<void> {
  const { app, files, process } = parts
  talk.follow(languageOf(app.getPreferredSystemLanguages()[0] ?? ''))
  const quit = () => {
    app.quit()
  }
  const onDamage = (file: string, reason: string) => {
    const shown = reasonWords(reason, talk.language())
    process.note(fill(talk.words().notRead, { file, reason: shown }))
  }

  const libraryFile = keptFile(files.config, 'chosen-library.json', rememberedLibrary, onDamage)
  const { named, empty } = startOptions(process.argv, process.env)
  const remembered = named === undefined ? libraryFile.read()?.folder : undefined
  const folder = await libraryToOpen({ named, remembered, exists: existsSync, talk })
  if (folder === undefined) {
    quit()
    return
  }

  const developing = !app.isPackaged
  const session = parts.sessionOf(PARTITION)
  for (const guarded of [parts.defaultSession(), session]) guardSession(guarded, developing)
  session.protocol.handle(SCHEME, createAppProtocol(files.renderer))

  const opened: OpenedWindow = openWindow({
    title: talk.name(),
    preload: files.preload,
    developing,
    create: parts.createWindow,
    displayAreas: parts.displayAreas,
    isDark: () => parts.theme.shouldUseDarkColors,
    kept: keptFile(files.config, 'window.json', windowState, onDamage),
    onNotKept: (thrown) => {
      process.note(fill(talk.words().notKept, { reason: talk.reasonOf(thrown) }))
    },
    onShown: () => {
      onShown(opened.window)
    },
  })
  const { window } = opened
  const page = window.webContents
  const reload = () => {
    page.reload()
  }

  const utility = { entry: files.engine, fork: parts.forkUtility, kill: process.kill }
  const engine = libraryEngine({
    fork: (options) => forkUtilityEngine(utility, options),
    onEvent: (event) => {
      pages.tell(page.id, event)
    },
    folder,
    empty,
  })
  const chooseLibrary = libraryChooser({
    talk,
    engine,
    pickFolder: async (request) => {
      const properties = ['openDirectory' as const, 'createDirectory' as const]
      const { filePaths } = await parts.dialog.showOpenDialog(window, { ...request, properties })
      return filePaths[0]
    },
    remember: (chosen) => libraryFile.write({ folder: chosen }),
    onMoved: () => {
      // The page gets its answer first.
      setImmediate(reload)
    },
  })

  const about = createAbout({
    talk,
    version: app.getVersion(),
    versions: process.versions,
    notices: files.notices,
    showInFolder: parts.showInFolder,
  })
  const chooseFromMenu = async () => {
    const choice = await chooseLibrary()
    if ('error' in choice) talk.say(errorSentence(choice.error, talk.language()))
  }
  const showMenu = () => {
    const menu = menuEntries({
      words: talk.words().menu,
      name: talk.name(),
      platform: process.platform,
      developing,
      onChooseLibrary: () => void chooseFromMenu(),
      onAbout: () => void about.show(),
      onLicences: about.showLicences,
    })
    parts.setMenu(menu)
  }
  const onSettings = ({ theme, language }: Settings) => {
    parts.theme.themeSource = theme
    opened.repaint()
    if (talk.choose(language)) showMenu()
  }
  const pages = parts.connectPages(
    pageAnswers({ pageId: () => page.id, call: engine.call, chooseLibrary, onSettings }),
  )

  const onGone = pageCrashes({ talk, reload, quit, elapsed: () => performance.now() })
  page.on('render-process-gone', (_event, { reason }) => void onGone(reason))
  const close = async () => {
    const saved = opened.saved()
    // Closing may take a moment, and the user has said goodbye.
    if (!window.isDestroyed()) window.hide()
    await Promise.all([engine.close(), saved])
  }
  const ending = quitting({ close, quit })
  app.on('before-quit', ending.onBeforeQuit)
  let againAfter = false
  app.on('second-instance', () => {
    if (!ending.isUnderWay()) opened.bringToFront()
    // Whoever starts the program while it is still closing gets a window after all.
    else if (!againAfter) {
      againAfter = true
      app.relaunch()
    }
  })

  showMenu()
  await opened.load()
}
