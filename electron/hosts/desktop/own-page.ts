/** The page's own addresses: everything that the window loads begins with `wenju://app/`. */
export const SCHEME = 'wenju'
export const START_PAGE = `${SCHEME}://app/`

/** Standard and secure, so that the page has an origin of its own as one from https has. */
export const schemePrivileges = {
  scheme: SCHEME,
  privileges: { standard: true, secure: true, supportFetchAPI: true },
} as const

export function isOwnPage(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, host } = new URL(address)
  return protocol === `${SCHEME}:` && host === 'app'
}
