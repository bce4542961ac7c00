/**
 * What the page gets from the desktop program, and nothing else: the operations, the engine's
 * events, and the choice of a library. Runs in the sandbox; the page sees copies only.
 */
import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import type { Transport } from '../contract/client'
import type { DesktopBridge, LibraryChoice } from '../contract/desktop'
import type { EngineEvent } from '../contract/entities'
import { toErrorBody } from '../contract/errors'
import type { Envelope } from '../contract/operations'
import { channels } from './desktop/channels'

const transport: Transport = {
  // A rejection keeps only a message: whatever happens on the way is told as an envelope.
  call: (operation, input) =>
    ipcRenderer
      .invoke(channels.call, operation, input)
      .then((envelope) => envelope as Envelope<unknown>)
      .catch((thrown: unknown) => ({ ok: false, error: toErrorBody(thrown) })),

  subscribe(listener) {
    const hear = (_event: IpcRendererEvent, event: EngineEvent) => {
      listener(event)
    }
    ipcRenderer.on(channels.event, hear)
    return () => {
      ipcRenderer.off(channels.event, hear)
    }
  },
}

const desktop: DesktopBridge = {
  chooseLibrary: () =>
    ipcRenderer
      .invoke(channels.chooseLibrary)
      .then((choice) => choice as LibraryChoice)
      .catch((thrown: unknown) => ({ error: toErrorBody(thrown) })),
  platform: process.platform,
}

contextBridge.exposeInMainWorld('wenju', transport)
contextBridge.exposeInMainWorld('wenjuDesktop', desktop)
