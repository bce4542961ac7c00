import { describe, expect, it } from 'vitest'
import { AppError } from '../contract/errors'
import type { OperationHandlers } from '../contract/operations'
import { answerHost, type AnswerableLibrary, type OpenForHost } from './answer-host'
import type { FromEngine, ToEngine } from './engine-messages'
import type { HostPort } from './host-port'

function fakePort() {
  const sent: FromEngine[] = []
  let onMessage: (message: ToEngine) => void = () => undefined
  let onEnd: () => void = () => undefined
  const port: HostPort = {
    async send(message) {
      sent.push(structuredClone(message))
    },
    onMessage(listener) {
      onMessage = listener
    },
    onEnd(listener) {
      onEnd = listener
    },
  }
  return {
    port,
    sent,
    say: (message: ToEngine) => onMessage(message),
    call: (id: number, operation: string, input: unknown = {}) =>
      onMessage({ type: 'call', id, operation, input }),
    end: () => onEnd(),
  }
}

function library(handlers: Partial<Record<keyof OperationHandlers, () => Promise<unknown>>>) {
  const log: string[] = []
  const opened: AnswerableLibrary = {
    handlers: handlers as unknown as OperationHandlers,
    async close() {
      log.push('closed')
    },
  }
  return { log, open: (async () => opened) satisfies OpenForHost }
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 5))

describe('answerHost', () => {
  it('answers calls, those from before the opening included, and passes events on', async () => {
    const { port, sent, call, say } = fakePort()
    const { open, log } = library({ status: async () => 'fine' })
    const done = answerHost(port, async (onEvent) => {
      await settled()
      onEvent({ type: 'model', state: 'loading' })
      return open()
    })
    call(1, 'status')
    call(2, 'toString')
    await settled()
    await settled()
    say({ type: 'close' })
    await done
    expect(sent[0]).toEqual({ type: 'event', event: { type: 'model', state: 'loading' } })
    expect(sent).toContainEqual({ type: 'ready' })
    expect(sent).toContainEqual({ type: 'answer', id: 1, envelope: { ok: true, data: 'fine' } })
    expect(sent).toContainEqual({
      type: 'answer',
      id: 2,
      envelope: {
        ok: false,
        error: { code: 'UNKNOWN_OPERATION', details: { operation: 'toString' } },
      },
    })
    expect(log).toEqual(['closed'])
  })

  it.each(['say', 'end'] as const)(
    'finishes the call in progress before it closes (%s)',
    async (way) => {
      const fake = fakePort()
      const { open, log } = library({
        status: async () => {
          await settled()
          log.push('written')
          return 'done'
        },
      })
      const done = answerHost(fake.port, open)
      await settled()
      fake.call(1, 'status')
      if (way === 'say') fake.say({ type: 'close' })
      else fake.end()
      await new Promise(setImmediate)
      fake.call(2, 'status')
      await done
      expect(log).toEqual(['written', 'closed'])
      expect(fake.sent).toContainEqual({
        type: 'answer',
        id: 1,
        envelope: { ok: true, data: 'done' },
      })
      expect(fake.sent).toContainEqual({
        type: 'answer',
        id: 2,
        envelope: { ok: false, error: { code: 'ENGINE_STOPPED', details: {} } },
      })
    },
  )

  it('tells why a library cannot be opened, to waiting calls too, and ends', async () => {
    const { port, sent, call } = fakePort()
    const details = { found: 9, supported: 1 }
    const done = answerHost(port, async () => {
      await settled()
      throw new AppError('LIBRARY_TOO_NEW', details)
    })
    call(1, 'status')
    await done
    const error = { code: 'LIBRARY_TOO_NEW', details }
    expect(sent).toContainEqual({ type: 'failed', error })
    expect(sent).toContainEqual({ type: 'answer', id: 1, envelope: { ok: false, error } })
  })

  it('answers INTERNAL when a result cannot be sent', async () => {
    const { port, sent, call, say } = fakePort()
    const { open } = library({ status: async () => () => 'a function has no clone' })
    const done = answerHost(port, open)
    call(1, 'status')
    await settled()
    say({ type: 'close' })
    await done
    expect(sent).toContainEqual({
      type: 'answer',
      id: 1,
      envelope: { ok: false, error: expect.objectContaining({ code: 'INTERNAL' }) as unknown },
    })
  })
})
