import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { EngineEvent } from '../contract/entities'
import type { FromEngine, ToEngine } from './engine-messages'
import { superviseEngine, type EngineChild } from './supervise-engine'

function fakeEngines() {
  const children: FakeChild[] = []
  const events: EngineEvent[] = []
  const engine = superviseEngine({
    fork: () => {
      const child = fakeChild()
      children.push(child)
      return child
    },
    onEvent: (event) => events.push(event),
  })
  return { engine, children, events, last: () => children.at(-1) ?? fakeChild() }
}

interface FakeChild extends EngineChild {
  readonly got: readonly ToEngine[]
  killed: number
  say(message: FromEngine): void
  die(): void
}

function fakeChild(): FakeChild {
  const got: ToEngine[] = []
  let onMessage: (message: FromEngine) => void = () => undefined
  let onExit: () => void = () => undefined
  return {
    got,
    killed: 0,
    send(message) {
      got.push(structuredClone(message))
    },
    onMessage(listener) {
      onMessage = listener
    },
    onExit(listener) {
      onExit = listener
    },
    kill() {
      this.killed++
      onExit()
    },
    say: (message) => onMessage(message),
    die: () => onExit(),
  }
}

const stopped = { ok: false, error: { code: 'ENGINE_STOPPED', details: {} } }
const givenUp = { ok: false, error: { code: 'ENGINE_GIVEN_UP', details: {} } }
const restartedEvent = { type: 'engine', state: 'restarted' }
const stoppedEvent = { type: 'engine', state: 'stopped' }

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('superviseEngine', () => {
  it('matches answers to calls by id, in whatever order they come', async () => {
    const { engine, last } = fakeEngines()
    const first = engine.call('status', {})
    const second = engine.call('ask', { question: 'q' })
    expect(last().got).toEqual([
      { type: 'call', id: 1, operation: 'status', input: {} },
      { type: 'call', id: 2, operation: 'ask', input: { question: 'q' } },
    ])
    last().say({ type: 'answer', id: 2, envelope: { ok: true, data: 'two' } })
    last().say({ type: 'answer', id: 1, envelope: { ok: true, data: 'one' } })
    expect(await Promise.all([first, second])).toEqual([
      { ok: true, data: 'one' },
      { ok: true, data: 'two' },
    ])
  })

  it('passes events on and says nothing of the first start', () => {
    const { last, events } = fakeEngines()
    last().say({ type: 'ready' })
    last().say({ type: 'event', event: { type: 'library' } })
    expect(events).toEqual([{ type: 'library' }])
  })

  it('answers open calls and starts again when the process dies', async () => {
    const { engine, children, events, last } = fakeEngines()
    const open = [engine.call('status', {}), engine.call('settings', {})]
    last().die()
    expect(await Promise.all(open)).toEqual([stopped, stopped])
    expect(children).toHaveLength(2)
    expect(events).toEqual([])
    last().say({ type: 'ready' })
    expect(events).toEqual([restartedEvent])
    const again = engine.call('status', {})
    last().say({ type: 'answer', id: 3, envelope: { ok: true, data: 'alive' } })
    expect(await again).toEqual({ ok: true, data: 'alive' })
  })

  it('gives up after five restarts within a minute, until the minute is over', async () => {
    const { engine, children, events, last } = fakeEngines()
    for (let death = 1; death <= 5; death++) last().die()
    const open = engine.call('status', {})
    last().die()
    expect(await open).toEqual(givenUp)
    expect(children).toHaveLength(6)
    expect(events).toEqual([stoppedEvent])
    expect(await engine.call('status', {})).toEqual(givenUp)
    expect(children).toHaveLength(6)

    vi.advanceTimersByTime(61_000)
    const later = engine.call('status', {})
    expect(children).toHaveLength(7)
    last().say({ type: 'ready' })
    last().say({ type: 'answer', id: 2, envelope: { ok: true, data: 'back' } })
    expect(await later).toEqual({ ok: true, data: 'back' })
    expect(events).toEqual([stoppedEvent, restartedEvent])
  })

  it('keeps restarting a process that dies now and then', () => {
    const { children, events, last } = fakeEngines()
    for (let death = 1; death <= 20; death++) {
      vi.advanceTimersByTime(20_000)
      last().die()
    }
    expect(children).toHaveLength(21)
    expect(events).toEqual([])
  })

  it('does not restart a library that cannot be opened, and answers why', async () => {
    const { engine, children, events, last } = fakeEngines()
    const error = { code: 'LIBRARY_TOO_NEW', details: { found: 9, supported: 1 } }
    const open = engine.call('status', {})
    last().say({ type: 'failed', error })
    last().die()
    expect(await open).toEqual({ ok: false, error })
    expect(await engine.call('ask', { question: 'q' })).toEqual({ ok: false, error })
    expect(children).toHaveLength(1)
    expect(events).toEqual([])
  })

  it('tells when it is a restart that cannot open the library', () => {
    const { children, events, last } = fakeEngines()
    last().say({ type: 'ready' })
    last().die()
    last().say({ type: 'failed', error: { code: 'DISK_FULL', details: {} } })
    last().die()
    expect(children).toHaveLength(2)
    expect(events).toEqual([stoppedEvent])
  })

  it('answers an input that cannot be sent, and forgets the call', async () => {
    const { engine } = fakeEngines()
    expect(await engine.call('ask', { question: () => 'no clone' })).toMatchObject({
      ok: false,
      error: { code: 'INTERNAL' },
    })
  })

  it('closes by asking, lets open calls finish, and takes no new ones', async () => {
    const { engine, children, events, last } = fakeEngines()
    const open = engine.call('addFile', {})
    const closed = engine.close()
    expect(last().got.at(-1)).toEqual({ type: 'close' })
    expect(await engine.call('status', {})).toEqual(stopped)
    last().say({ type: 'answer', id: 1, envelope: { ok: true, data: 'written' } })
    last().die()
    await closed
    expect(await open).toEqual({ ok: true, data: 'written' })
    expect(children).toHaveLength(1)
    expect(last().killed).toBe(0)
    expect(events).toEqual([])
    await engine.close()
    expect(last().got.filter(({ type }) => type === 'close')).toHaveLength(1)
  })

  it('kills a process that has not closed after ten seconds', async () => {
    const { engine, last } = fakeEngines()
    const closed = engine.close()
    vi.advanceTimersByTime(9_999)
    expect(last().killed).toBe(0)
    vi.advanceTimersByTime(1)
    await closed
    expect(last().killed).toBe(1)
  })

  it('closes at once when nothing runs', async () => {
    const { engine, last } = fakeEngines()
    last().say({ type: 'failed', error: { code: 'DISK_FULL', details: {} } })
    last().die()
    await engine.close()
    expect(last().killed).toBe(0)
  })
})
