import { describe, expect, test } from 'vitest'
import type { EngineEvent } from '../electron/contract/entities'
import { httpTransport, type EventStream, type HttpParts } from './connect'

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

test('events are passed on, and a stream that comes back is told as a restart, once each way', () => {
  let closed = false
  const stream: EventStream = {
    onopen: null,
    onerror: null,
    onmessage: null,
    close: () => {
      closed = true
    },
  }
  const heard: EngineEvent[] = []
  const stop = httpTransport({
    fetch: () => Promise.reject(new Error('no calls in this test')),
    openEvents: () => stream,
  }).subscribe((event) => heard.push(event))

  stream.onopen?.(new Event('open'))
  stream.onmessage?.(new MessageEvent('message', { data: '{"type":"library"}' }))
  stream.onerror?.(new Event('error'))
  stream.onerror?.(new Event('error'))
  stream.onopen?.(new Event('open'))
  expect(heard).toEqual([
    { type: 'library' },
    { type: 'engine', state: 'stopped' },
    { type: 'engine', state: 'restarted' },
  ])
  stop()
  expect(closed).toBe(true)
})
