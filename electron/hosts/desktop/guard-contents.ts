/** The page stays where it is: it goes nowhere, opens nothing and embeds nothing. */
import type { PageContents } from './electron-parts'

/** @param onWish gets the address that the page itself (not a frame in it) wanted to go to or open */
export function guardContents(contents: PageContents, onWish: (address: string) => void): void {
  contents.on('will-frame-navigate', (navigation) => {
    navigation.preventDefault()
    if (navigation.isMainFrame) onWish(navigation.url)
  })
  // The event above comes first and ends most of them; these hold should that ever change.
  contents.on('will-navigate', (navigation) => {
    navigation.preventDefault()
    onWish(navigation.url)
  })
  contents.on('will-redirect', (navigation) => {
    navigation.preventDefault()
  })
  contents.on('will-attach-webview', (event) => {
    event.preventDefault()
  })
  contents.setWindowOpenHandler(({ url }) => {
    onWish(url)
    return { action: 'deny' }
  })
  // Page-to-page connections would not pass the session's filter.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}
