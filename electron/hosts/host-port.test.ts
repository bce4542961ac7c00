import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ToEngine } from './engine-messages'
import { hostPort } from './host-port'

/** As Electron puts it on a utility process: messages come wrapped, and are posted as they are. */
class FakeParentPort extends EventEmitter {
  readonly posted: unknown[] = []
  postMessage(message: unknown) {
    this.posted.push(message)
  }
}

const signals = ['SIGINT', 'SIGHUP', 'SIGTERM'] as const
const parentPort = new FakeParentPort()
let before: readonly NodeJS.SignalsListener[][] = []

beforeEach(() => {
  before = signals.map((signal) => process.listeners(signal) as NodeJS.SignalsListener[])
  Object.assign(process, { parentPort })
})
afterEach(() => {
  Reflect.deleteProperty(process, 'parentPort')
  for (const [place, signal] of signals.entries()) {
    for (const listener of process.listeners(signal) as NodeJS.SignalsListener[]) {
      if (!before[place]?.includes(listener)) process.off(signal, listener)
    }
  }
})

describe("hostPort in Electron's utility process", () => {
  it('speaks over the parent port', async () => {
    const port = hostPort()
    const got: ToEngine[] = []
    port.onMessage((message) => got.push(message))
    parentPort.emit('message', { data: { type: 'close' }, ports: [] })
    await port.send({ type: 'ready' })
    expect(got).toEqual([{ type: 'close' }])
    expect(parentPort.posted).toEqual([{ type: 'ready' }])
  })

  it('ends when the system asks', () => {
    const port = hostPort()
    let ends = 0
    port.onEnd(() => ends++)
    process.emit('SIGINT')
    expect(ends).toBe(0)
    process.emit('SIGTERM')
    expect(ends).toBe(1)
  })
})
