import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { EngineEvent } from '../electron/contract/entities'
import { httpTransport, type HttpParts } from './connect'
import type { EventStream, HostState } from './watched-events'

function answering(reply: () => Promise<Response>) {
  const asked: { path: string; body: unknown }[] = []
  const parts: HttpParts = {
    fetch: (path, init) => {
      asked.push({ path, body: JSON.parse(String(init.body)) })
      return reply()
    },
    openEvents: () => {
      throw new Error('no events in this test')
    },
  }
  return { transport: httpTransport(parts), asked }
}

describe('calls', () => {
  test('post the input to the operation and give the envelope back', async () => {
    const envelope = { ok: true, data: { language: 'zh', theme: 'dark' } }
    const { transport, asked } = answering(() => Promise.resolve(Response.json(envelope)))
    expect(await transport.call('saveSettings', { theme: 'dark' })).toEqual(envelope)
    expect(asked).toEqual([{ path: '/api/saveSettings', body: { theme: 'dark' } }])
  })

  test('a failure status still carries its envelope', async () => {
    const envelope = { ok: false, error: { code: 'EMPTY_QUESTION', details: {} } }
    const { transport } = answering(() => Promise.resolve(Response.json(envelope, { status: 400 })))
    expect(await transport.call('ask', { question: '' })).toEqual(envelope)
  })

  test('a host that cannot be reached is a stopped engine', async () => {
    const { transport } = answering(() => Promise.reject(new TypeError('Failed to fetch')))
    expect(await transport.call('status', {})).toEqual({
      ok: false,
      error: { code: 'ENGINE_STOPPED', details: {} },
    })
  })

  test('a reply that is no envelope is said to be one', async () => {
    const { transport } = answering(() => Promise.resolve(new Response('oops', { status: 502 })))
    expect(await transport.call('status', {})).toEqual({
      ok: false,
      error: { code: 'INTERNAL', details: { reason: 'HTTP 502' } },
    })
  })
})

describe('events', () => {
  function streaming(reply: Response = Response.json({ ok: true, data: {} })) {
    const streams: (EventStream & { readyState: number; closed: boolean })[] = []
    const transport = httpTransport({
      fetch: () => Promise.resolve(reply.clone()),
      openEvents: () => {
        const stream = {
          onopen: null,
          onerror: null,
          onmessage: null,
          readyState: 0,
          closed: false,
          close: () => {
            stream.closed = true
          },
        }
        streams.push(stream)
        return stream
      },
    })
    const heard: EngineEvent[] = []
    const hosts: HostState[] = []
    transport.watchHost((state) => hosts.push(state))
    const stop = transport.subscribe((event) => heard.push(event))
    const last = () => {
      const stream = streams.at(-1)
      if (!stream) throw new Error('no stream was opened')
      return stream
    }
    return { heard, hosts, stop, streams, last }
  }

  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  test('are passed on, and a stream that comes back is told as a restart, once', () => {
    const { heard, hosts, stop, last } = streaming()
    last().onopen?.(new Event('open'))
    last().onmessage?.(new MessageEvent('message', { data: '{"type":"library"}' }))
    last().onerror?.(new Event('error'))
    last().onerror?.(new Event('error'))
    last().onopen?.(new Event('open'))
    expect(heard).toEqual([{ type: 'library' }, { type: 'engine', state: 'restarted' }])
    vi.advanceTimersByTime(60_000)
    expect(hosts).toEqual(['lost', 'here'])
    stop()
    expect(last().closed).toBe(true)
  })

  test('that stay away for ten seconds are those of a host that is gone', () => {
    const { hosts, last } = streaming()
    last().onopen?.(new Event('open'))
    last().onerror?.(new Event('error'))
    vi.advanceTimersByTime(9_999)
    expect(hosts).toEqual(['lost'])
    vi.advanceTimersByTime(1)
    expect(hosts).toEqual(['lost', 'gone'])
    last().onopen?.(new Event('open'))
    expect(hosts).toEqual(['lost', 'gone', 'here'])
  })

  test('that are refused say so, and are asked for again', async () => {
    const envelope = { ok: false, error: { code: 'UNAUTHORIZED', details: {} } }
    const { heard, hosts, streams, last } = streaming(Response.json(envelope, { status: 401 }))
    last().readyState = 2
    last().onerror?.(new Event('error'))
    await vi.advanceTimersByTimeAsync(3_000)
    expect(hosts).toEqual(['lost', 'refused'])
    expect(streams).toHaveLength(2)
    vi.advanceTimersByTime(10_000)
    expect(hosts).toEqual(['lost', 'refused'])
    last().onopen?.(new Event('open'))
    expect(hosts).toEqual(['lost', 'refused', 'here'])
    expect(heard).toEqual([{ type: 'engine', state: 'restarted' }])
  })

  test('are asked for no more after the end', async () => {
    const { streams, stop, last } = streaming()
    last().readyState = 2
    last().onerror?.(new Event('error'))
    stop()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(streams).toHaveLength(1)
  })
})
