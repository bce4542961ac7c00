/** Headers of every response that the window gets, refusals included, whichever host serves it. */
const policy = (connects: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    // The component library places popovers with style attributes.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src ${connects}`,
    "form-action 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ')

/** Over HTTP the page calls its host; on the desktop it connects to nothing at all. */
const policies = { web: policy("'self'"), desktop: policy("'none'") } as const

const secureHeaders: readonly (readonly [name: string, value: string])[] = [
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'no-referrer'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  ['Permissions-Policy', 'camera=(), microphone=(), geolocation=(), clipboard-write=(self)'],
]

/** Puts them on `response` and returns it. What says nothing about keeping it is not to be kept. */
export function secure(response: Response, host: keyof typeof policies = 'web'): Response {
  response.headers.set('Content-Security-Policy', policies[host])
  for (const [name, value] of secureHeaders) response.headers.set(name, value)
  if (!response.headers.has('Cache-Control')) response.headers.set('Cache-Control', 'no-store')
  return response
}
