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

/** The sentence of `code`, which must have no placeholders, in both languages: nobody knows yet who reads it. */
export function refusalPage(code: ErrorCode): string {
  const zh = wordingFor('zh')
  const en = wordingFor('en')
  return page(
    `${zh.app.name} ${en.app.name}`,
    `<p>${zh.errors[code]}</p><p lang="en">${en.errors[code]}</p>`,
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
<style>body { font: 1.125rem/1.7 system-ui, sans-serif; max-width: 34rem; margin: 18vh auto; padding: 0 1.5rem }</style>
${content}
</html>
`
}
