/** The only place where the main process speaks over Electron's IPC; `preload` is the other end. */
import { ipcMain, webContents, type IpcMainInvokeEvent } from 'electron'
import { channels } from './desktop/channels'
import type { ConnectPages, PageSender } from './desktop/electron-parts'

/** Opens the channels; who may use them, and for what, is the answers' own affair. */
export const connectPages: ConnectPages = (answers) => {
  ipcMain.handle(channels.call, (event, operation: unknown, input: unknown) =>
    answers.call(senderOf(event), operation, input),
  )
  ipcMain.handle(channels.chooseLibrary, (event) => answers.chooseLibrary(senderOf(event)))
  return {
    tell(contentsId, event) {
      webContents.fromId(contentsId)?.send(channels.event, event)
    },
  }
}

/** A frame that is gone by now has no address and gets no answer. */
function senderOf({ sender, senderFrame }: IpcMainInvokeEvent): PageSender {
  return {
    contentsId: sender.id,
    isMainFrame: senderFrame !== null && senderFrame.parent === null,
    url: senderFrame?.url ?? '',
  }
}
