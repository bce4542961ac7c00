/** The browser that the user has chosen for links. */
import open from 'open'

/**
 * Hands an address over; whether a page then shows is not known.
 * @throws what the system says when nothing can be started
 */
export async function openInBrowser(address: string): Promise<void> {
  await open(address)
}
