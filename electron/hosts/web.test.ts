/** Every way a request can come to the web host, answered or refused, on one server made for them. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import type { EngineEvent } from '../contract/entities'
import { errorCodes } from '../contract/errors'
import { FILE_LIMIT } from '../contract/limits'
import type { Envelope } from '../contract/operations'
import { wordingFor } from '../contract/wording/wording'
import { errorStatus } from './error-status'
import { BODY_LIMIT, createWebApp } from './web'

const port = 48_620
const host = `127.0.0.1:${port}`
const base = `http://${host}`
const token = 'a-token_that-is-right'
const cookie = `wenju_${port}=${token}`

const root = mkdtempSync(join(tmpdir(), 'wenju-web-'))
const rendererFolder = join(root, 'renderer')
mkdirSync(join(rendererFolder, 'assets'), { recursive: true })
writeFileSync(join(rendererFolder, 'index.html'), '<!doctype html><title>窗口</title>')
writeFileSync(join(rendererFolder, 'assets/main-Bx7_a-9Z.js'), 'export {}')
writeFileSync(join(rendererFolder, 'assets/main-Bx7_a-9Z.css'), 'body {}')
writeFileSync(join(rendererFolder, 'icon.svg'), '<svg/>')
writeFileSync(join(rendererFolder, '图 1.png'), 'png')
writeFileSync(join(root, 'secret.txt'), 'secret')
symlinkSync(join(root, 'secret.txt'), join(rendererFolder, 'link.txt'))
afterAll(() => {
  rmSync(root, { recursive: true })
})
afterEach(() => {
  vi.useRealTimers()
})

function web(answer: Envelope<unknown> = { ok: true, data: 'answer' }) {
  const calls: (readonly [operation: string, input: unknown])[] = []
  const listeners = new Set<(event: EngineEvent) => void>()
  const closing = new AbortController()
  const app = createWebApp({
    call: async (operation, input) => {
      calls.push([operation, input])
      return answer
    },
    events: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    token,
    port,
    rendererFolder,
    closing: closing.signal,
  })
  const get = (path: string, headers: Record<string, string> = {}) =>
    app(new Request(base + path, { headers: { host, cookie, ...headers } }))
  const post = (path: string, body: RequestInit['body'], headers: Record<string, string> = {}) =>
    app(
      new Request(base + path, {
        method: 'POST',
        headers: { host, cookie, origin: base, 'content-type': 'application/json', ...headers },
        body: body ?? null,
        duplex: 'half',
      } as RequestInit),
    )
  return { app, get, post, calls, listeners, closing }
}

const envelopeOf = async (response: Response) => (await response.json()) as Envelope<unknown>

describe('the printed link', () => {
  it('sets the cookie and leads to the window', async () => {
    const response = await web().get(`/?token=${token}`, { cookie: '' })
    expect(response.status).toBe(302)
    expect(response.headers.get('location')).toBe('/')
    const set = response.headers.get('set-cookie') ?? ''
    expect(set.split('; ').sort()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Strict', cookie])
  })

  it('leads on by a page when it was opened from another site', async () => {
    const response = await web().get(`/?token=${token}`, {
      cookie: '',
      'sec-fetch-site': 'cross-site',
    })
    expect(response.status).toBe(200)
    expect(response.headers.get('set-cookie')).toContain(cookie)
    expect(await response.text()).toContain('http-equiv="refresh" content="0; url=/"')
  })

  it.each([
    '/?token=',
    '/?token=wrong',
    `/?token=${token}x`,
    `/?Token=${token}`,
    '/',
    '/index.html',
    '/assets/main-Bx7_a-9Z.js',
    `/icon.svg?token=${token}`,
  ])('is asked for again, in both languages, at %s without the cookie', async (path) => {
    const response = await web().get(path, { cookie: '' })
    expect(response.status).toBe(401)
    expect(response.headers.get('set-cookie')).toBeNull()
    expect(response.headers.get('content-type')).toMatch(/^text\/html/)
    const page = await response.text()
    expect(page).toContain(wordingFor('zh').errors.UNAUTHORIZED)
    expect(page).toContain(wordingFor('en').errors.UNAUTHORIZED)
    expect(page).not.toContain(token)
  })

  it.each([
    `wenju_${port}=wrong`,
    `wenju_${port}=`,
    `wenju_1=${token}`,
    `wenju=${token}`,
    `x=${cookie}`,
  ])('is not replaced by the cookie %s', async (wrong) => {
    const { get, post, calls } = web()
    expect((await get('/', { cookie: wrong })).status).toBe(401)
    const response = await post('/api/status', '{}', { cookie: wrong })
    expect(response.status).toBe(401)
    expect(await envelopeOf(response)).toEqual({
      ok: false,
      error: { code: 'UNAUTHORIZED', details: {} },
    })
    expect(calls).toEqual([])
  })

  it('is needed for events as well', async () => {
    const { get, listeners } = web()
    expect((await get('/api/events', { cookie: '' })).status).toBe(401)
    expect(listeners.size).toBe(0)
  })
})

describe('guards', () => {
  it.each([
    ['a foreign Host', { host: 'evil.example:48620' }],
    ['another port', { host: '127.0.0.1:1' }],
    ['a foreign Origin', { origin: 'http://evil.example' }],
    ['a sandboxed frame', { origin: 'null' }],
  ])('refuse %s, whatever the cookie', async (_, headers) => {
    const { get, post, calls, listeners } = web()
    for (const path of ['/', '/api/events', `/?token=${token}`]) {
      const response = await get(path, headers)
      expect(response.status).toBe(403)
      expect(response.headers.get('set-cookie')).toBeNull()
    }
    const response = await post('/api/status', '{}', headers)
    expect(response.status).toBe(403)
    expect(await envelopeOf(response)).toMatchObject({ error: { code: 'UNAUTHORIZED' } })
    expect(calls).toEqual([])
    expect(listeners.size).toBe(0)
  })

  it('refuse a write that does not say where it comes from', async () => {
    const { app, calls } = web()
    const headers = { host, cookie, 'content-type': 'application/json' }
    const request = new Request(`${base}/api/status`, { method: 'POST', headers, body: '{}' })
    expect((await app(request)).status).toBe(403)
    expect(calls).toEqual([])
  })

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'])(
    'refuse a body of type %s',
    async (type) => {
      const { post, calls } = web()
      const response = await post('/api/status', '{}', { 'content-type': type })
      expect(response.status).toBe(415)
      expect(await envelopeOf(response)).toMatchObject({ error: { code: 'INVALID_REQUEST' } })
      expect(calls).toEqual([])
    },
  )

  it.each(['PUT', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH'])('refuse the method %s', async (method) => {
    const { app, listeners } = web()
    for (const path of ['/', '/api/status', '/api/events']) {
      const request = new Request(base + path, { method, headers: { host, cookie, origin: base } })
      const response = await app(request)
      expect(response.status).toBe(405)
      expect(response.headers.get('access-control-allow-origin')).toBeNull()
    }
    expect(listeners.size).toBe(0)
  })
})

describe('operations', () => {
  it('hand the JSON over and the envelope back', async () => {
    const { post, calls } = web()
    const response = await post('/api/ask', '{"question":"会有人上门吗？"}')
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('application/json')
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(await envelopeOf(response)).toEqual({ ok: true, data: 'answer' })
    expect(calls).toEqual([['ask', { question: '会有人上门吗？' }]])
  })

  it.each(errorCodes)('answer %s with its status and the envelope', async (code) => {
    const error = { code, details: { id: 'a' } }
    const response = await web({ ok: false, error }).post('/api/status', '{}')
    expect(response.status).toBe(errorStatus[code])
    expect(response.status).toBeGreaterThanOrEqual(400)
    expect(await envelopeOf(response)).toEqual({ ok: false, error })
  })

  it.each(['', '{', '{"question":', 'question=1', new Uint8Array([0x22, 0xff, 0xfe, 0x22])])(
    'refuse the body %j',
    async (body) => {
      const { post, calls } = web()
      const response = await post('/api/ask', body)
      expect(response.status).toBe(400)
      expect(await envelopeOf(response)).toMatchObject({ error: { code: 'INVALID_REQUEST' } })
      expect(calls).toEqual([])
    },
  )

  it('joins characters that are cut between two parts of the body', async () => {
    const { post, calls } = web()
    const bytes = new TextEncoder().encode('{"question":"问据"}')
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte))
        controller.close()
      },
    })
    await post('/api/ask', body)
    expect(calls).toEqual([['ask', { question: '问据' }]])
  })

  it('stop reading at the limit, announced or not', async () => {
    const { post, calls } = web()
    let given = 0
    let cancelled = false
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        given += 1 << 20
        controller.enqueue(new Uint8Array(1 << 20).fill(0x20))
      },
      cancel() {
        cancelled = true
      },
    })
    const response = await post('/api/addFile', endless)
    expect(response.status).toBe(413)
    expect(await envelopeOf(response)).toMatchObject({
      error: { code: 'FILE_TOO_LARGE', details: { limit: FILE_LIMIT } },
    })
    expect(given).toBeLessThan(BODY_LIMIT + (4 << 20))
    expect(cancelled).toBe(true)

    const announced = await post('/api/ask', '{}', { 'content-length': String(BODY_LIMIT + 1) })
    expect(announced.status).toBe(413)
    expect(await envelopeOf(announced)).toMatchObject({ error: { code: 'INVALID_REQUEST' } })
    expect(calls).toEqual([])
  })

  it('are not found by GET, nor deeper, nor elsewhere', async () => {
    const { get, post, calls } = web()
    expect((await get('/api/status')).status).toBe(404)
    expect((await post('/api/status/more', '{}')).status).toBe(404)
    expect((await post('/status', '{}')).status).toBe(404)
    expect((await post('/', '{}')).status).toBe(404)
    expect(calls).toEqual([])
  })
})

describe('events', () => {
  const reading = (response: Response) => {
    const reader = (response.body ?? new ReadableStream<Uint8Array>()).getReader()
    return {
      async next() {
        const { done, value } = await reader.read()
        return done ? undefined : new TextDecoder().decode(value)
      },
      cancel: () => reader.cancel(),
    }
  }

  it('arrive as JSON, one line each, until the page goes away', async () => {
    const { get, listeners } = web()
    const response = await get('/api/events')
    expect(response.headers.get('content-type')).toBe('text/event-stream')
    const stream = reading(response)
    expect(await stream.next()).toBe('retry: 1000\n\n')
    const title = '标题\n两行'
    for (const listener of listeners) {
      listener({
        type: 'ingest',
        articleId: 'a',
        title,
        articlesLeft: 1,
        passagesDone: 2,
        passagesTotal: 3,
      })
    }
    const text = (await stream.next()) ?? ''
    expect(text).toMatch(/^data: [^\n]+\n\n$/)
    expect(JSON.parse(text.slice('data: '.length))).toMatchObject({ type: 'ingest', title })
    expect(listeners.size).toBe(1)
    await stream.cancel()
    expect(listeners.size).toBe(0)
  })

  it('are kept alive by a comment every twenty seconds', async () => {
    vi.useFakeTimers()
    const stream = reading(await web().get('/api/events'))
    await stream.next()
    vi.advanceTimersByTime(20_000)
    expect(await stream.next()).toMatch(/^: .*\n\n$/)
    await stream.cancel()
    expect(vi.getTimerCount()).toBe(0)
  })

  it('end when the host closes', async () => {
    const { get, listeners, closing } = web()
    const stream = reading(await get('/api/events'))
    await stream.next()
    closing.abort()
    expect(await stream.next()).toBeUndefined()
    expect(listeners.size).toBe(0)
    expect(await reading(await get('/api/events')).next()).toBe('retry: 1000\n\n')
    expect(listeners.size).toBe(0)
  })

  it('are cut off for a page that has stopped taking them', async () => {
    const { get, listeners } = web()
    const response = await get('/api/events')
    for (let count = 0; count < 5_000; count++) {
      for (const listener of listeners) listener({ type: 'library' })
    }
    expect(listeners.size).toBe(0)
    expect((await response.text()).length).toBeLessThan(
      5_000 * 'data: {"type":"library"}\n\n'.length,
    )
  })
})

describe('the window', () => {
  it.each([
    ['/', 'text/html; charset=utf-8', 'no-store'],
    ['/index.html', 'text/html; charset=utf-8', 'no-store'],
    [
      '/assets/main-Bx7_a-9Z.js',
      'text/javascript; charset=utf-8',
      'private, max-age=31536000, immutable',
    ],
    [
      '/assets/main-Bx7_a-9Z.css',
      'text/css; charset=utf-8',
      'private, max-age=31536000, immutable',
    ],
    ['/icon.svg', 'image/svg+xml', 'no-cache'],
    ['/%E5%9B%BE%201.png', 'image/png', 'no-cache'],
    ['/?from=bookmark', 'text/html; charset=utf-8', 'no-store'],
  ])('serves %s as %s, %s', async (path, type, cache) => {
    const response = await web().get(path)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe(type)
    expect(response.headers.get('cache-control')).toBe(cache)
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(0)
  })

  it.each([
    '/missing.js',
    '/assets',
    '/assets/',
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/..%5csecret.txt',
    '/%252e%252e%252fsecret.txt',
    '/link.txt',
    '//secret.txt',
    '/index.html%00.js',
    '/%E5%9B',
    '/%',
    '/__proto__',
    '/constructor',
    '/C:/Windows/win.ini',
  ])('has nothing at %s', async (path) => {
    const response = await web().get(path)
    expect(response.status).toBe(404)
    expect(await envelopeOf(response)).toMatchObject({ error: { code: 'FILE_NOT_FOUND' } })
  })

  it('must be built', () => {
    const parts = {
      call: async () => ({ ok: true, data: 0 }) as const,
      events: () => () => undefined,
      token,
      port,
      closing: AbortSignal.abort(),
    }
    for (const folder of [join(root, 'nowhere'), join(rendererFolder, 'assets')]) {
      expect(() => createWebApp({ ...parts, rendererFolder: folder })).toThrow(/FILE_NOT_FOUND/)
    }
  })

  it('answers an error when a listed file is gone', async () => {
    const path = join(rendererFolder, 'short-lived.txt')
    writeFileSync(path, 'here')
    const { get } = web()
    rmSync(path)
    const response = await get('/short-lived.txt')
    expect(response.status).toBe(500)
    expectSecure(response)
  })
})

function expectSecure({ headers }: Response) {
  expect(headers.get('content-security-policy')).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'",
  )
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('referrer-policy')).toBe('no-referrer')
  expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
  expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
  expect(headers.get('permissions-policy')).toBe(
    'camera=(), microphone=(), geolocation=(), clipboard-write=(self)',
  )
  expect(headers.get('cache-control')).not.toBeNull()
  expect(headers.get('access-control-allow-origin')).toBeNull()
}

describe('headers', () => {
  const { get, post, app } = web()
  const failing = web({ ok: false, error: { code: 'INTERNAL', details: { reason: 'r' } } })

  it.each<readonly [string, () => Promise<Response>]>([
    ['the window', () => get('/')],
    ['an asset', () => get('/assets/main-Bx7_a-9Z.js')],
    ['a missing file', () => get('/missing')],
    ['the link', () => get(`/?token=${token}`)],
    ['the link from elsewhere', () => get(`/?token=${token}`, { 'sec-fetch-site': 'cross-site' })],
    ['no cookie', () => get('/', { cookie: '' })],
    ['no cookie for an operation', () => post('/api/status', '{}', { cookie: '' })],
    ['a foreign host', () => get('/', { host: 'evil.example' })],
    ['a foreign origin', () => get('/', { origin: 'http://evil.example' })],
    ['a wrong method', () => app(new Request(base, { method: 'PUT', headers: { host, cookie } }))],
    ['an answer', () => post('/api/status', '{}')],
    ['a failed answer', () => failing.post('/api/status', '{}')],
    ['a malformed body', () => post('/api/status', '{')],
    ['a wrong type', () => post('/api/status', '{}', { 'content-type': 'text/plain' })],
    ['a large body', () => post('/api/addFile', '{}', { 'content-length': '999999999' })],
    ['events', () => get('/api/events')],
  ])('stand on %s', async (_, respond) => {
    const response = await respond()
    expectSecure(response)
    await response.body?.cancel()
  })
})
