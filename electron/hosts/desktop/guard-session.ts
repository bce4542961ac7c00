/** What pages may load and do, whatever they try: everything here is refused unless it is listed. */
import type { DesktopSession } from './electron-parts'
import { isOwnPage } from './own-page'

/**
 * The page copies answers with their sources as text and HTML at once. Reading the clipboard is not
 * among what is granted.
 */
const granted = 'clipboard-sanitized-write'

/** @param developing lets the developer tools load themselves */
export function guardSession(session: DesktopSession, developing: boolean): void {
  const mayLoad = (url: string) =>
    // Bytes that stand in the address itself: small pictures in the style sheet.
    isOwnPage(url) || url.startsWith('data:') || (developing && url.startsWith('devtools:'))
  const mayDo = (permission: string, origin: string, isMainFrame: boolean) =>
    permission === granted && isMainFrame && isOwnPage(origin)

  session.webRequest.onBeforeRequest(({ url }, reply) => {
    reply({ cancel: !mayLoad(url) })
  })
  session.setPermissionRequestHandler((_contents, permission, reply, details) => {
    reply(mayDo(permission, details.requestingUrl ?? '', details.isMainFrame))
  })
  session.setPermissionCheckHandler((_contents, permission, origin, details) =>
    mayDo(permission, origin, details.isMainFrame),
  )
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => {
    event.preventDefault()
  })
}
