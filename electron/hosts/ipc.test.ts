import { EventEmitter } from 'node:events'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { PageSender } from './desktop/electron-parts'

const handlers = new Map<string, (event: unknown, ...args: unknown[]) => unknown>()
const sent: unknown[][] = []
const exposed = new Map<string, unknown>()
const invoke = vi.fn((..._args: unknown[]): Promise<unknown> => Promise.resolve())
const line = new EventEmitter()

vi.mock('electron', () => ({
  ipcMain: {
    handle: (channel: string, handler: (event: unknown) => unknown) => {
      if (handlers.has(channel)) throw new Error(`${channel} is handled twice`)
      handlers.set(channel, handler)
    },
  },
  webContents: {
    fromId: (id: number) =>
      id === 7 ? { send: (...message: unknown[]) => sent.push(message) } : undefined,
  },
  ipcRenderer: {
    invoke,
    on: (channel: string, listener: (...args: unknown[]) => void) => line.on(channel, listener),
    off: (channel: string, listener: (...args: unknown[]) => void) => line.off(channel, listener),
  },
  contextBridge: {
    exposeInMainWorld: (name: string, value: unknown) => exposed.set(name, value),
  },
}))

const { connectPages } = await import('./ipc')
await import('./preload')
const { channels } = await import('./desktop/channels')

interface Exposed {
  call(operation: string, input: unknown): Promise<unknown>
  subscribe(listener: (event: unknown) => void): () => void
  chooseLibrary(): Promise<unknown>
  readonly platform: string
}
const page = () =>
  ({ ...(exposed.get('wenju') as object), ...(exposed.get('wenjuDesktop') as object) }) as Exposed

describe('the main end', () => {
  const heard: (readonly [PageSender, unknown, unknown])[] = []
  const pages = connectPages({
    call: (sender, operation, input) => {
      heard.push([sender, operation, input])
      return Promise.resolve({ ok: true, data: 'answer' })
    },
    chooseLibrary: (sender) => {
      heard.push([sender, 'choose', undefined])
      return Promise.resolve({ cancelled: true })
    },
  })
  const frame = { parent: null, url: 'wenju://app/' }

  beforeEach(() => {
    heard.length = 0
  })

  it('passes on who asks what, and the reply', async () => {
    const event = { sender: { id: 7 }, senderFrame: frame }
    expect(await handlers.get(channels.call)?.(event, 'ask', { question: 'q' })).toEqual({
      ok: true,
      data: 'answer',
    })
    expect(await handlers.get(channels.chooseLibrary)?.(event)).toEqual({ cancelled: true })
    const sender = { contentsId: 7, isMainFrame: true, url: 'wenju://app/' }
    expect(heard).toEqual([
      [sender, 'ask', { question: 'q' }],
      [sender, 'choose', undefined],
    ])
    expect([...handlers.keys()]).toHaveLength(2)
  })

  it('knows a frame within the page, and one that is gone, for what they are', async () => {
    const inner = { parent: frame, url: 'wenju://app/' }
    await handlers.get(channels.call)?.({ sender: { id: 7 }, senderFrame: inner }, 'ask', {})
    await handlers.get(channels.call)?.({ sender: { id: 7 }, senderFrame: null }, 'ask', {})
    expect(heard.map(([sender]) => sender)).toEqual([
      { contentsId: 7, isMainFrame: false, url: 'wenju://app/' },
      { contentsId: 7, isMainFrame: false, url: '' },
    ])
  })

  it('tells an event to the page while there is one', () => {
    pages.tell(7, { type: 'library' })
    pages.tell(8, { type: 'library' })
    expect(sent).toEqual([[channels.event, { type: 'library' }]])
  })
})

describe('the page end', () => {
  it('offers the operations, the events and the choice of a library, and nothing more', () => {
    expect([...exposed.keys()]).toEqual(['wenju', 'wenjuDesktop'])
    expect(Object.keys(page()).toSorted()).toEqual([
      'call',
      'chooseLibrary',
      'platform',
      'subscribe',
    ])
    expect(page().platform).toBe(process.platform)
  })

  it('asks over the channels and gives the reply back', async () => {
    invoke.mockResolvedValueOnce({ ok: true, data: 1 }).mockResolvedValueOnce({ folder: '/书架' })
    expect(await page().call('status', {})).toEqual({ ok: true, data: 1 })
    expect(await page().chooseLibrary()).toEqual({ folder: '/书架' })
    expect(invoke.mock.calls).toEqual([[channels.call, 'status', {}], [channels.chooseLibrary]])
  })

  it('never rejects', async () => {
    invoke.mockRejectedValue(new Error('no handler'))
    const error = { code: 'INTERNAL', details: { reason: 'no handler' } }
    expect(await page().call('status', {})).toEqual({ ok: false, error })
    expect(await page().chooseLibrary()).toEqual({ error })
  })

  it('passes events on without Electron itself, until told to stop', () => {
    const heard: unknown[][] = []
    const stop = page().subscribe((...event: unknown[]) => heard.push(event))
    line.emit(channels.event, { sender: 'electron' }, { type: 'library' })
    stop()
    line.emit(channels.event, {}, { type: 'library' })
    expect(heard).toEqual([[{ type: 'library' }]])
    expect(line.listenerCount(channels.event)).toBe(0)
  })
})
