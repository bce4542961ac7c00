/** A stand-in for a session: what a page would try through it. */
import { EventEmitter } from 'node:events'
import type { DesktopSession } from './electron-parts'

export type FakeSession = ReturnType<typeof fakeSession>

export function fakeSession() {
  type Handlers = {
    -readonly [
      Name in
        'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'
    ]?: Parameters<DesktopSession[Name]>[0]
  }
  const handlers: Handlers = {}
  const served = new Map<string, (request: Request) => Promise<Response>>()
  let filter: Parameters<DesktopSession['webRequest']['onBeforeRequest']>[0] = (
    _request,
    reply,
  ) => {
    reply({ cancel: false })
  }
  return Object.assign(new EventEmitter(), {
    protocol: {
      handle(scheme: string, handler: (request: Request) => Promise<Response>) {
        served.set(scheme, handler)
      },
    },
    webRequest: {
      onBeforeRequest(listener: typeof filter) {
        filter = listener
      },
    },
    setPermissionRequestHandler(handler: Handlers['setPermissionRequestHandler'] & object) {
      handlers.setPermissionRequestHandler = handler
    },
    setPermissionCheckHandler(handler: Handlers['setPermissionCheckHandler'] & object) {
      handlers.setPermissionCheckHandler = handler
    },
    setDevicePermissionHandler(handler: Handlers['setDevicePermissionHandler'] & object) {
      handlers.setDevicePermissionHandler = handler
    },
    /** Whether a request goes through. */
    loads(url: string): boolean {
      let through = false
      filter({ url }, ({ cancel }) => {
        through = !cancel
      })
      return through
    },
    /** Both ways of asking must agree, as they do for a page. */
    grants(permission: string, requestingUrl: string, isMainFrame = true): boolean {
      const details = { requestingUrl, isMainFrame }
      let granted = true
      handlers.setPermissionRequestHandler?.(
        {},
        permission,
        (verdict) => {
          granted = verdict
        },
        details,
      )
      const checked = handlers.setPermissionCheckHandler?.({}, permission, requestingUrl, details)
      if (checked !== granted)
        throw new Error(`${permission}: ${String(checked)}, ${String(granted)}`)
      return granted
    },
    grantsDevice: () => handlers.setDevicePermissionHandler?.() ?? true,
    get: (url: string, method = 'GET') => {
      const handler = served.get(new URL(url).protocol.slice(0, -1))
      if (!handler) throw new Error(`nothing serves ${url}`)
      return handler(new Request(url, { method }))
    },
  })
}
