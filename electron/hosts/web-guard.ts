/**
 * Who may speak to the web host. It listens on loopback, yet every page open in the same browser
 * and every program on the same machine can reach loopback too. Each predicate stands against one
 * way in:
 *
 * - `isOwnHost`, DNS rebinding: a foreign page lets its own name resolve to 127.0.0.1 and is then
 *   "same origin" with this host. The browser still sends the foreign name as Host.
 * - `isOwnOrigin`, cross-site reading: a foreign page fetches from here. The browser names the
 *   page's origin, or 'null' for a sandboxed frame or a local file.
 * - `isOwnWrite`, cross-site request forgery: a foreign page posts a form or a beacon. A write must
 *   prove where it comes from; silence is not enough.
 * - `isJson`, forgery once more: a form can send text/plain and the like without asking first, but
 *   never application/json.
 * - `isSecret`, guessing: another user or program on the machine connects without a browser, so
 *   that Host and Origin are whatever it likes. Only the token keeps it out, and comparing in
 *   constant time keeps the token from being learnt a character at a time.
 */
import { createHash, timingSafeEqual } from 'node:crypto'

/** The values of `Host` that mean this server. A browser leaves port 80 out. */
export function ownHosts(port: number): readonly string[] {
  const suffix = port === 80 ? '' : `:${port}`
  return ['127.0.0.1', 'localhost', '[::1]'].map((name) => name + suffix)
}

export function isOwnHost(headers: Headers, port: number): boolean {
  return ownHosts(port).includes(headers.get('host')?.toLowerCase() ?? '')
}

/** An absent Origin is fine: top-level navigation and same-origin reading send none. */
export function isOwnOrigin(headers: Headers): boolean {
  const origin = headers.get('origin')
  return origin === null || origin === `http://${headers.get('host')?.toLowerCase() ?? ''}`
}

/** At least one of Origin and Sec-Fetch-Site must say "same origin", and neither anything else. */
export function isOwnWrite(headers: Headers): boolean {
  const site = headers.get('sec-fetch-site')
  if (!isOwnOrigin(headers)) return false
  return site === null ? headers.has('origin') : site === 'same-origin'
}

export function isJson(headers: Headers): boolean {
  const [mediaType] = (headers.get('content-type') ?? '').split(';')
  return mediaType?.trim().toLowerCase() === 'application/json'
}

export function isSecret(given: string | undefined, secret: string): boolean {
  // Digests have one length, whatever was given.
  return given !== undefined && timingSafeEqual(digest(given), digest(secret))
}

/** Cookies are shared by all ports of a host name: the port in the name keeps two servers apart. */
export function cookieName(port: number): string {
  return `wenju_${port}`
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
