import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { EngineEvent } from '../contract/entities'
import { forkEngine } from './fork-engine'
import { superviseEngine } from './supervise-engine'

const folder = mkdtempSync(join(tmpdir(), 'wenju-fork-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

/** A stand-in for the engine that speaks the messages and can be told to die. */
function script(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const speaking = script(
  'speaking.mjs',
  `process.on('message', ({ type, id, operation, input }) => {
    if (type === 'close') process.exit(0)
    if (operation === 'die') process.kill(process.pid, 'SIGKILL')
    if (operation === 'hang') return
    const data = { input, args: process.argv.slice(2), execArgv: process.execArgv, pid: process.pid }
    process.send({ type: 'answer', id, envelope: { ok: true, data } })
  })
  process.send({ type: 'ready' })`,
)

const failing = script(
  'failing.mjs',
  `process.send({ type: 'failed', error: { code: 'LIBRARY_TOO_NEW', details: { found: 9 } } }, () => process.exit(0))`,
)

function supervised(entry: string) {
  const events: EngineEvent[] = []
  let onRestarted: () => void = () => undefined
  const restarted = new Promise<void>((resolve) => {
    onRestarted = resolve
  })
  const engine = superviseEngine({
    fork: () => forkEngine(entry, { folder: '/书架 one', empty: true }),
    onEvent: (event) => {
      events.push(event)
      if (event.type === 'engine' && event.state === 'restarted') onRestarted()
    },
  })
  return { engine, events, restarted }
}

describe('forkEngine under supervision', () => {
  it('answers, survives being killed, answers again, and ends when asked', async () => {
    const { engine, restarted } = supervised(speaking)
    const before = await engine.call('echo', { vector: new Float32Array([0.5]) })
    expect(before).toMatchObject({
      ok: true,
      data: {
        input: { vector: new Float32Array([0.5]) },
        args: ['/书架 one', '--empty'],
        execArgv: [],
      },
    })
    const open = [engine.call('hang', {}), engine.call('die', {})]
    const stopped = { ok: false, error: { code: 'ENGINE_STOPPED', details: {} } }
    expect(await Promise.all(open)).toEqual([stopped, stopped])
    await restarted
    const after = await engine.call('echo', {})
    expect(after.ok).toBe(true)
    expect(after).not.toEqual(before)
    await engine.close()
    expect(await engine.call('echo', {})).toEqual(stopped)
  })

  it('hears why the library cannot be opened although the process ends right after', async () => {
    const { engine, events } = supervised(failing)
    const failed = { ok: false, error: { code: 'LIBRARY_TOO_NEW', details: { found: 9 } } }
    expect(await engine.call('status', {})).toEqual(failed)
    expect(await engine.call('status', {})).toEqual(failed)
    expect(events).toEqual([])
    await engine.close()
  })
})
