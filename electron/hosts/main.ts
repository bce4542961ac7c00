/** The desktop program: Electron's parts, handed to the host that is made of them. */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  Menu,
  nativeTheme,
  protocol,
  screen,
  session,
  shell,
  utilityProcess,
} from 'electron'
import { configFolder } from './cli-options'
import { startDesktop } from './desktop/start-desktop'
import { connectPages } from './ipc'
import { projectRoot, shippedFolder } from './program-files'

/** All programs are built flat into one folder; page and preload into its neighbours. */
const beside = (path: string) => fileURLToPath(new URL(path, import.meta.url))

// The program that started this one may stop listening once it knows that the window is there.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

startDesktop({
  app,
  dialog,
  theme: nativeTheme,
  registerScheme: (scheme) => {
    protocol.registerSchemesAsPrivileged([scheme])
  },
  defaultSession: () => session.defaultSession,
  sessionOf: (partition) => session.fromPartition(partition),
  createWindow: (options) => new BrowserWindow(options),
  setMenu: (entries) => {
    Menu.setApplicationMenu(Menu.buildFromTemplate(entries))
  },
  displayAreas: () => {
    const main = screen.getPrimaryDisplay()
    const others = screen.getAllDisplays().filter(({ id }) => id !== main.id)
    return [main, ...others].map(({ workArea }) => workArea)
  },
  forkUtility: (entry, args, options) => utilityProcess.fork(entry, args, options),
  openOutside: (address) => shell.openExternal(address),
  copyText: (text) => {
    clipboard.writeText(text)
  },
  showInFolder: (path) => {
    shell.showItemInFolder(path)
  },
  connectPages,
  process: {
    platform: process.platform,
    argv: process.argv,
    env: process.env,
    versions: process.versions,
    out: (line) => {
      process.stdout.write(`${line}\n`)
    },
    note: (line) => {
      process.stderr.write(`${line}\n`)
    },
    onUncaught: (listener) => {
      process.on('uncaughtException', listener)
      process.on('unhandledRejection', listener)
    },
    kill: (pid) => {
      process.kill(pid, 'SIGKILL')
    },
  },
  files: {
    engine: beside('./engine-process.js'),
    preload: beside('../preload/preload.cjs'),
    renderer: beside('../renderer'),
    notices: join(shippedFolder(projectRoot), 'THIRD-PARTY.md'),
    config: configFolder(),
  },
})
