import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer, type AddressInfo } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import type { EngineEvent } from '../contract/entities'
import { createWebApp } from './web'
import { startWebServer, type WebServer } from './web-server'

const root = mkdtempSync(join(tmpdir(), 'wenju-server-'))
writeFileSync(join(root, 'index.html'), '<!doctype html><title>窗口</title>')
const endings: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end()
})
afterAll(() => {
  rmSync(root, { recursive: true })
})

const token = 'right'

async function started(wished = 0) {
  const calls: (readonly [string, unknown])[] = []
  const listeners = new Set<(event: EngineEvent) => void>()
  const server = await startWebServer(wished, (port, closing) =>
    createWebApp({
      call: async (operation, input) => {
        calls.push([operation, input])
        return { ok: true, data: operation }
      },
      events: (listener) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
      token,
      port,
      rendererFolder: root,
      closing,
    }),
  )
  endings.push(() => server.close())
  return { server, calls, listeners, ...at(server) }
}

function at({ port }: WebServer) {
  const base = `http://127.0.0.1:${port}`
  const cookie = `wenju_${port}=${token}`
  const post = (path: string, body: string) =>
    fetch(base + path, {
      method: 'POST',
      headers: { cookie, origin: base, 'content-type': 'application/json' },
      body,
    })
  return { base, cookie, post }
}

/** Takes a port of loopback for the length of a test. */
async function occupy(port: number): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  endings.push(() => new Promise((resolve) => server.close(resolve)))
  return (server.address() as AddressInfo).port
}

/** Writes bytes as they are and returns all that comes back until the connection ends. */
function raw(port: number, request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let reply = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(request))
    socket.on('data', (data) => (reply += data.toString()))
    socket.on('error', reject)
    socket.on('close', () => resolve(reply))
  })
}

const until = async (holds: () => boolean) => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5))
}

describe('binding', () => {
  it('listens on 127.0.0.1 and on no other address of this machine', async () => {
    const { server, base, cookie } = await started()
    expect((await fetch(base, { headers: { cookie } })).status).toBe(200)
    const others = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .map(({ address }) => address)
      .filter((address) => address !== '127.0.0.1' && !address.startsWith('fe80'))
    // The rest of 127/8 is there on Linux only; elsewhere connecting to it waits for long.
    const loopback = process.platform === 'linux' ? ['127.0.0.2', '::1'] : ['::1']
    for (const address of [...others, ...loopback]) {
      const reached = await new Promise((resolve) => {
        const socket = connect(server.port, address, () => {
          socket.destroy()
          resolve(true)
        })
        socket.on('error', () => resolve(false))
      })
      expect([address, reached]).toEqual([address, false])
    }
  })

  it('takes the wished port, and the next free one when it is taken', async () => {
    const taken = await occupy(0)
    const { server } = await started(taken)
    expect(server.port).toBeGreaterThan(taken)
    expect(server.port).toBeLessThanOrEqual(taken + 20)
    const freed = server.port
    await server.close()
    expect((await started(freed)).server.port).toBe(freed)
  })

  it('takes any port when those after the wished one do not exist', async () => {
    await occupy(65_535)
    const { server } = await started(65_535)
    expect(server.port).toBeGreaterThan(0)
    expect(server.port).toBeLessThan(65_535)
  })

  it('gives the port back when the app cannot be made', async () => {
    let bound = 0
    const failing = startWebServer(0, (port) => {
      bound = port
      throw new Error('no window')
    })
    await expect(failing).rejects.toThrow('no window')
    expect(await occupy(bound)).toBe(bound)
  })
})

describe('over a socket', () => {
  it('opens the window by the link', async () => {
    const { base } = await started()
    expect((await fetch(base)).status).toBe(401)
    const link = await fetch(`${base}/?token=${token}`, { redirect: 'manual' })
    expect(link.status).toBe(302)
    const [cookie = ''] = (link.headers.get('set-cookie') ?? '').split(';')
    const window = await fetch(new URL(link.headers.get('location') ?? '', base), {
      headers: { cookie },
    })
    expect(await window.text()).toContain('窗口')
  })

  it('answers an operation', async () => {
    const { post, calls } = await started()
    const response = await post('/api/ask', '{"question":"会有人上门吗？"}')
    expect(await response.json()).toEqual({ ok: true, data: 'ask' })
    expect(calls).toEqual([['ask', { question: '会有人上门吗？' }]])
  })

  it('refuses a body over the limit and goes on', async () => {
    const { post, calls } = await started()
    const response = await post('/api/addFile', `{"name":"a","base64":"${'A'.repeat(60_000_000)}"}`)
    expect(response.status).toBe(413)
    expect(await response.json()).toMatchObject({ error: { code: 'FILE_TOO_LARGE' } })
    expect((await post('/api/status', '{}')).status).toBe(200)
    expect(calls).toEqual([['status', {}]])
  })

  it('refuses an endless body that announces no length', async () => {
    const { server, cookie, base, calls } = await started()
    const reply = await new Promise<string>((resolve) => {
      let text = ''
      const part = Buffer.concat([
        Buffer.from('100000\r\n'),
        Buffer.alloc(1 << 20, 0x20),
        Buffer.from('\r\n'),
      ])
      const socket = connect(server.port, '127.0.0.1')
      const pump = () => {
        while (socket.writable && socket.write(part));
      }
      socket.write(
        `POST /api/addFile HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nCookie: ${cookie}\r\nOrigin: ${base}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n`,
      )
      socket.on('drain', pump)
      socket.on('data', (data) => (text += data.toString()))
      socket.on('error', () => socket.destroy())
      socket.on('close', () => resolve(text))
      pump()
    })
    expect(reply).toMatch(/^HTTP\/1\.1 413 /)
    expect(calls).toEqual([])
  })

  it.each([
    '/../package.json',
    '/../../../../etc/passwd',
    '/..%2f..%2fetc/passwd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '//etc/passwd',
    '/assets/../../etc/passwd',
    'http://evil.example/etc/passwd',
    '/..\\..\\etc\\passwd',
  ])('has nothing at the raw target %s', async (target) => {
    const { server, cookie } = await started()
    const head = `Host: 127.0.0.1:${server.port}\r\nCookie: ${cookie}\r\nConnection: close\r\n\r\n`
    const reply = await raw(server.port, `GET ${target} HTTP/1.1\r\n${head}`)
    expect(reply).toMatch(/^HTTP\/1\.1 40[04] /)
    expect(reply).not.toContain('root:')
  })

  it.each([
    'Host: a b',
    'Host: evil.example',
    'Host: 127.0.0.1:1\r\nHost: 127.0.0.1:2',
    'Host: [',
    'X: no host',
  ])('refuses %j with the headers of every response', async (line) => {
    const { server, cookie } = await started()
    const reply = await raw(
      server.port,
      `GET / HTTP/1.1\r\n${line}\r\nCookie: ${cookie}\r\nConnection: close\r\n\r\n`,
    )
    expect(reply).toMatch(/^HTTP\/1\.1 40[03] /)
    expect(reply).not.toContain('窗口')
    expect(reply.toLowerCase()).toContain('content-security-policy: default-src')
  })

  it('sends events as they happen and forgets a page that is gone', async () => {
    const { base, cookie, listeners } = await started()
    const gone = new AbortController()
    const response = await fetch(`${base}/api/events`, { headers: { cookie }, signal: gone.signal })
    const reader = (response.body ?? new ReadableStream<Uint8Array>()).getReader()
    await reader.read()
    for (const listener of listeners) listener({ type: 'library' })
    const { value } = await reader.read()
    expect(new TextDecoder().decode(value)).toBe('data: {"type":"library"}\n\n')
    gone.abort()
    await until(() => listeners.size === 0)
  })

  it('closes although pages listen and connections idle', async () => {
    const { server, base, cookie, listeners } = await started()
    const response = await fetch(`${base}/api/events`, { headers: { cookie } })
    const idle = connect(server.port, '127.0.0.1')
    const idleClosed = new Promise((resolve) => idle.on('close', resolve))
    await new Promise((resolve) => idle.on('connect', resolve))
    await server.close()
    expect(await response.text()).toBe('retry: 1000\n\n')
    await idleClosed
    expect(listeners.size).toBe(0)
    await expect(fetch(base)).rejects.toThrow()
  })
})
