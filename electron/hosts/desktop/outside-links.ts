/** Addresses outside the program: opened by the system's own programs, and only when asked for. */
import { fill } from '../../contract/wording/wording'
import type { Talk } from './talk'

/** A dialog with a longer address would not fit on the screen. UTF-16 units. */
const SHOWN_ADDRESS = 600

export interface OutsideLinkParts {
  readonly talk: Talk
  readonly open: (address: string) => Promise<void>
  readonly copy: (text: string) => void
}

interface OutsideAddress {
  readonly href: string
  /** Absent from a mail address. */
  readonly site: string | undefined
}

/** @returns takes an address that the page wished for; what is not a web or mail address is dropped */
export function outsideLinks({ talk, open, copy }: OutsideLinkParts) {
  // One at a time: a page that asks again and again does not bury the screen.
  let asking = false

  async function offer({ href, site }: OutsideAddress): Promise<void> {
    const { link, cancel } = talk.words()
    const address = href.length > SHOWN_ADDRESS ? `${href.slice(0, SHOWN_ADDRESS)}…` : href
    const isMail = site === undefined
    const button = await talk.ask({
      message: isMail ? link.mailMessage : fill(link.message, { site }),
      detail: fill(link.detail, { address }),
      buttons: [isMail ? link.openMail : link.open, link.copy, cancel],
    })
    if (button === 1) copy(href)
    if (button !== 0) return
    await open(href).catch(() => {
      talk.say(fill(link.failed, { address }))
    })
  }

  return async (wished: string): Promise<void> => {
    const address = outsideAddress(wished)
    if (!address || asking) return
    asking = true
    try {
      await offer(address)
    } finally {
      asking = false
    }
  }
}

/** The site is named by itself: in the whole address it can be made hard to see. */
function outsideAddress(wished: string): OutsideAddress | undefined {
  if (!URL.canParse(wished)) return undefined
  const { protocol, host, href } = new URL(wished)
  if (protocol === 'mailto:') return { href, site: undefined }
  return protocol === 'https:' || protocol === 'http:' ? { href, site: host } : undefined
}
