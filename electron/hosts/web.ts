/**
 * The web host as a pure function from request to response.
 *
 *   GET  /?token=…        the printed link: sets the cookie, leads to /
 *   GET  /api/events      engine events (Server-Sent Events)
 *   POST /api/:operation  JSON in, envelope out
 *   GET  /…               the built window
 *
 * In this order a request meets: method, Host, Origin (web-guard says why), the link, the cookie.
 */
import { Hono, type Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { AppError, toAppError } from '../contract/errors'
import { FILE_LIMIT } from '../contract/limits'
import type { Envelope } from '../contract/operations'
import { eventStream, type Subscribe } from './event-stream'
import { readJson } from './read-json'
import { filePathOf, listWebFiles, serveFile } from './web-files'
import { cookieName, isJson, isOwnHost, isOwnOrigin, isOwnWrite, isSecret } from './web-guard'
import { secure } from './web-headers'
import { envelopeResponse, errorResponse, refusalPage, steppingStone } from './web-refusals'

/** The largest file as base64, and room for its name and the JSON around it. Bytes. */
export const BODY_LIMIT = Math.ceil(FILE_LIMIT / 3) * 4 + 64 * 1024

export interface WebAppParts {
  readonly call: (operation: string, input: unknown) => Promise<Envelope<unknown>>
  readonly events: Subscribe
  /** Whoever has it may do everything. */
  readonly token: string
  /** The port that the server is bound to. */
  readonly port: number
  /** The built window: `index.html` and what it loads. */
  readonly rendererFolder: string
  /** Ends the event streams. */
  readonly closing: AbortSignal
}

export type WebApp = (request: Request) => Promise<Response>

/** Throws FILE_NOT_FOUND when `rendererFolder` has no window. The app itself never rejects. */
export function createWebApp(parts: WebAppParts): WebApp {
  const { call, events, token, port, closing } = parts
  const files = listWebFiles(parts.rendererFolder)
  const app = new Hono()

  app.use(async (context, next) => {
    const { method, headers } = context.req.raw
    if (method !== 'GET' && method !== 'POST') return invalid('only GET and POST', 405)
    if (!isOwnHost(headers, port) || !isOwnOrigin(headers)) return refuse(context, 403)
    if (method === 'POST' && !isOwnWrite(headers)) return refuse(context, 403)
    return next()
  })
  app.get('/', async (context, next) => {
    if (!isSecret(context.req.query('token'), token)) return next()
    setCookie(context, cookieName(port), token, { httpOnly: true, sameSite: 'Strict', path: '/' })
    const site = context.req.header('sec-fetch-site')
    const isForeign = site === 'cross-site' || site === 'same-site'
    return isForeign ? context.html(steppingStone()) : context.redirect('/')
  })
  app.use(async (context, next) =>
    isSecret(getCookie(context, cookieName(port)), token) ? next() : refuse(context, 401),
  )
  app.get('/api/events', () => eventStream(events, closing))
  app.post('/api/:operation', async (context) => {
    const operation = context.req.param('operation')
    const input = await inputOf(context.req.raw, operation)
    return input instanceof Response ? input : envelopeResponse(await call(operation, input.value))
  })
  app.get('*', async (context) => {
    return (await serveFile(files, filePathOf(context.req.url))) ?? context.notFound()
  })
  app.notFound((context) => {
    const path = context.req.path.slice(0, 64)
    return path.startsWith('/api/')
      ? errorResponse(new AppError('UNKNOWN_OPERATION', { operation: path }))
      : errorResponse(new AppError('FILE_NOT_FOUND', { path }))
  })
  app.onError((error) => errorResponse(toAppError(error)))

  return async (request) => secure(await app.fetch(request))
}

function refuse(context: Context, status: 401 | 403): Response | Promise<Response> {
  return context.req.path.startsWith('/api/')
    ? errorResponse(new AppError('UNAUTHORIZED'), status)
    : context.html(refusalPage('UNAUTHORIZED'), status)
}

/** The JSON of the body, or the refusal. */
async function inputOf(
  request: Request,
  operation: string,
): Promise<{ readonly value: unknown } | Response> {
  if (!isJson(request.headers)) return invalid('content type must be application/json', 415)
  const body = await readJson(request, BODY_LIMIT)
  if (body.kind === 'json') return body
  if (body.kind === 'malformed') return invalid('body is not JSON')
  if (operation !== 'addFile') return invalid(`body is over ${BODY_LIMIT} bytes`, 413)
  // The name stands in the part that was not read; the window knows which file it sent.
  const bytes = Math.floor((body.bytes * 3) / 4)
  return errorResponse(new AppError('FILE_TOO_LARGE', { name: '', bytes, limit: FILE_LIMIT }))
}

function invalid(reason: string, status?: number): Response {
  return errorResponse(new AppError('INVALID_REQUEST', { reason }), status)
}
