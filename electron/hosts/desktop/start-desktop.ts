/**
 * The desktop program's start, in the order that Electron wants:
 *
 *   before it is ready   own folder → single instance → scheme, sandbox, no network → guards
 *   when it is ready     which library → sessions → window → engine → menu → page
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { terminalLanguage } from '../cli-options'
import type { DesktopParts, DesktopWindow } from './electron-parts'
import { guardContents } from './guard-contents'
import { outsideLinks } from './outside-links'
import { schemePrivileges } from './own-page'
import { runDesktop } from './run-desktop'
import { createTalk } from './talk'
import { troubleTeller } from './trouble'
import { READY_LINE } from '../ready-line'

/** A second start brings the first one's window to the front and ends. */
export function startDesktop(parts: DesktopParts): void {
  const { app, dialog, files, process } = parts
  let shown: DesktopWindow | undefined
  const talk = createTalk(dialog, terminalLanguage(process.env), () => shown)
  const onTrouble = troubleTeller({
    talk,
    showErrorBox: (title, content) => {
      dialog.showErrorBox(title, content)
    },
    hasWindow: () => shown !== undefined,
    quit: () => {
      app.quit()
    },
    exit: (code) => {
      app.exit(code)
    },
    note: app.isPackaged ? undefined : process.note,
  })
  process.onUncaught((thrown) => void onTrouble(thrown))

  const own = join(files.config, 'window')
  mkdirSync(own, { recursive: true })
  app.setPath('userData', own)
  if (!app.requestSingleInstanceLock()) {
    process.out(READY_LINE)
    app.quit()
    return
  }

  parts.registerScheme(schemePrivileges)
  app.enableSandbox()
  // Below the sessions' filter: for the browser's own network part, no name and no number leads anywhere.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  const followLink = outsideLinks({ talk, open: parts.openOutside, copy: parts.copyText })
  app.on('web-contents-created', (_event, contents) => {
    guardContents(contents, (address) => void followLink(address))
  })
  // On macOS too: a library without a window would be held locked, and the model in memory, unseen.
  app.on('window-all-closed', () => {
    app.quit()
  })

  const onShown = (window: DesktopWindow) => {
    shown = window
    process.out(READY_LINE)
  }
  app
    .whenReady()
    .then(() => runDesktop(parts, talk, onShown))
    .catch(onTrouble)
}
