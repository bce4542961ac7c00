import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { serve } from './serve'

const folder = mkdtempSync(join(tmpdir(), 'wenju-serve-'))
writeFileSync(join(folder, 'index.html'), '<!doctype html><title>窗口</title>')
/** A stand-in for the engine process that leaves a mark when it is asked to close. */
writeFileSync(
  join(folder, 'engine.mjs'),
  `import { writeFileSync } from 'node:fs'
  process.on('message', ({ type, id, operation, input }) => {
    if (type === 'close') {
      writeFileSync(process.argv[2] + '/closed', '')
      process.exit(0)
    }
    if (operation === 'die') process.exit(1)
    process.send({ type: 'answer', id, envelope: { ok: true, data: { operation, input } } })
  })
  process.on('SIGINT', () => undefined)
  process.send({ type: 'ready' })`,
)
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const built = { engine: join(folder, 'engine.mjs'), renderer: folder }
const options = { folder, empty: true, port: 0, built }

async function opened(url: string) {
  const { origin, searchParams } = new URL(url)
  const link = await fetch(url, { redirect: 'manual' })
  const [cookie = ''] = (link.headers.get('set-cookie') ?? '').split(';')
  const post = async (operation: string): Promise<unknown> => {
    const response = await fetch(`${origin}/api/${operation}`, {
      method: 'POST',
      headers: { cookie, origin, 'content-type': 'application/json' },
      body: '{}',
    })
    return response.json()
  }
  return { token: searchParams.get('token') ?? '', post }
}

describe('serve', () => {
  it('serves the window and the engine by one link, tells of a restart, and closes', async () => {
    const lines: string[] = []
    let onSaid: () => void = () => undefined
    const said = new Promise<void>((resolve) => {
      onSaid = resolve
    })
    const { url, closed, close } = await serve({
      ...options,
      say: (line) => {
        lines.push(line)
        onSaid()
      },
    })
    const { token, post } = await opened(url)
    expect(token).toMatch(/^[\w-]{43}$/)
    expect(await post('status')).toEqual({ ok: true, data: { operation: 'status', input: {} } })
    expect(lines).toEqual([])
    expect(await post('die')).toMatchObject({ error: { code: 'ENGINE_STOPPED' } })
    await said
    expect(lines).toHaveLength(1)
    expect(await post('status')).toMatchObject({ ok: true })
    await close()
    await closed
    await expect(fetch(url)).rejects.toThrow()
    expect(process.listenerCount('SIGTERM')).toBe(0)
  })

  it('gives every run another token', async () => {
    const first = await serve({ ...options, say: () => undefined })
    const second = await serve({ ...options, say: () => undefined })
    const tokens = [first, second].map(({ url }) => new URL(url).searchParams.get('token'))
    expect(new Set(tokens).size).toBe(2)
    await Promise.all([first.close(), second.close()])
  })

  it('does not start, nor leave an engine behind, without a built window', async () => {
    const library = mkdtempSync(join(folder, 'library-'))
    const starting = serve({
      ...options,
      folder: library,
      built: { ...built, renderer: join(folder, 'nowhere') },
      say: () => undefined,
    })
    await expect(starting).rejects.toMatchObject({ code: 'FILE_NOT_FOUND' })
    expect(existsSync(join(library, 'closed'))).toBe(true)
  })
})
