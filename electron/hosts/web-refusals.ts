/** What the web host answers when it does not answer: an envelope for programs, a page for people. */
import { fromErrorBody, toErrorBody, type AppError, type ErrorCode } from '../contract/errors'
import type { Envelope } from '../contract/operations'
import { wordingFor } from '../contract/wording/wording'
import { errorStatus } from './error-status'

/** An envelope with the status of its error's code, or with `status`. */
export function envelopeResponse(envelope: Envelope<unknown>, status?: number): Response {
  const code = envelope.ok ? undefined : fromErrorBody(envelope.error).code
  return Response.json(envelope, { status: status ?? (code ? errorStatus[code] : 200) })
}

export function errorResponse(error: AppError, status?: number): Response {
  return envelopeResponse({ ok: false, error: toErrorBody(error) }, status)
}

/** Paper and ink of the window, whose own style sheet is behind the refusal. */
const look = `
:root { color-scheme: light dark; --paper: #fcfcfb; --deep: #f3f3f1; --ink: #1e2326; --line: #dcdedc; --accent: #0f5c60 }
@media (prefers-color-scheme: dark) {
  :root { --paper: #17191a; --deep: #1f2223; --ink: #e8e6e1; --line: #34383a; --accent: #79cbc7 }
}
body { margin: 0; padding: 18vh 24px 24px; color: var(--ink); background: var(--paper);
  font: 18px/1.7 system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif }
main { max-width: 544px; margin: 0 auto; padding: 24px 32px; background: var(--deep);
  border: 1px solid var(--line); border-radius: 8px }
h1 { margin: 0 0 12px; font-size: 18px; font-weight: 600; color: var(--accent) }
p { margin: 0 0 8px }
p[lang='en'] { font-size: 15px }
`

/** The sentence of `code`, which must have no placeholders, in both languages: nobody knows yet who reads it. */
export function refusalPage(code: ErrorCode): string {
  const zh = wordingFor('zh')
  const en = wordingFor('en')
  return page(
    `${zh.app.name} ${en.app.name}`,
    `<main><h1>${zh.app.name} <span lang="en">${en.app.name}</span></h1>
<p>${zh.errors[code]}</p><p lang="en">${en.errors[code]}</p></main>`,
  )
}

/**
 * Leads to '/' from a page of this host. A redirect would not do when the link was opened from
 * another site: the browser then keeps a SameSite=Strict cookie back on the whole way.
 */
export function steppingStone(): string {
  const { name } = wordingFor('zh').app
  return page(name, '<meta http-equiv="refresh" content="0; url=/">')
}

function page(title: string, content: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${look}</style>
${content}
</html>
`
}
