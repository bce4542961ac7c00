import { describe, expect, it, vi } from 'vitest'
import type { EngineEvent } from '../../contract/entities'
import type { EngineOptions } from '../engine-messages'
import { fakeEngine, type FakeEngine } from './fakes'
import { libraryEngine } from './library-engine'
import { forkUtilityEngine } from './utility-engine'

const tooNew = { code: 'LIBRARY_TOO_NEW', details: { found: 9, supported: 1 } }

function opened() {
  const children: FakeEngine[] = []
  const starts: EngineOptions[] = []
  const events: EngineEvent[] = []
  const killed: number[] = []
  const engine = libraryEngine({
    fork: (options) => {
      starts.push(options)
      const fork = (_entry: string, args: string[]) => {
        const child = fakeEngine(args, {
          answer: () => ({ ok: true, data: options.folder }),
          refused: options.folder === '/broken' ? tooNew : undefined,
        })
        children.push(child)
        return child
      }
      return forkUtilityEngine({ entry: '/e.js', fork, kill: (pid) => killed.push(pid) }, options)
    },
    onEvent: (event) => events.push(event),
    folder: '/one',
    empty: true,
  })
  return { engine, children, starts, events, killed }
}

describe('libraryEngine', () => {
  it('lets calls wait while it moves, and answers them from the new library', async () => {
    const { engine, starts, children } = opened()
    const moving = engine.moveTo('/two')
    const asked = engine.call('status', {})
    expect(await moving).toBeUndefined()
    expect(await asked).toEqual({ ok: true, data: '/two' })
    expect(engine.folder()).toBe('/two')
    expect(starts.map(({ folder, empty }) => [folder, empty])).toEqual([
      ['/one', true],
      ['/two', false],
    ])
    expect(children[0]?.got).toEqual([{ type: 'close' }])
  })

  it('goes back to the former library when the other cannot be opened', async () => {
    const { engine, starts } = opened()
    expect(await engine.moveTo('/broken')).toEqual(tooNew)
    expect(engine.folder()).toBe('/one')
    expect(await engine.call('status', {})).toEqual({ ok: true, data: '/one' })
    expect(starts.at(-1)).toEqual({ folder: '/one', empty: false, again: true })
  })

  it('moves twice in the order it was asked to', async () => {
    const { engine, starts } = opened()
    await Promise.all([engine.moveTo('/broken'), engine.moveTo('/three')])
    expect(engine.folder()).toBe('/three')
    expect(starts.map(({ folder }) => folder)).toEqual(['/one', '/broken', '/one', '/three'])
  })

  it('closes what a move has opened', async () => {
    const { engine, children } = opened()
    void engine.moveTo('/two')
    await engine.close()
    expect(children).toHaveLength(2)
    expect(children[1]?.got.at(-1)).toEqual({ type: 'close' })
  })

  it('tells what its process tells, and starts another when it dies', async () => {
    const { engine, children, starts, events } = opened()
    children[0]?.say({ type: 'event', event: { type: 'library' } })
    children[0]?.end()
    expect(await engine.call('status', {})).toEqual({ ok: true, data: '/one' })
    await vi.waitFor(() => {
      expect(events).toEqual([{ type: 'library' }, { type: 'engine', state: 'restarted' }])
    })
    expect(starts.at(-1)).toEqual({ folder: '/one', empty: true, again: true })
  })
})

it('a utility process is told to have ended once, and gets no message after that', () => {
  const child = fakeEngine([], { answer: () => ({ ok: true, data: 0 }), refused: undefined })
  const parts = { entry: '/e.js', fork: () => child, kill: vi.fn() }
  const engine = forkUtilityEngine(parts, { folder: '/one', empty: false })
  let ends = 0
  engine.onExit(() => {
    ends++
    engine.send({ type: 'close' })
  })
  child.end()
  child.end()
  engine.send({ type: 'close' })
  expect(ends).toBe(1)
  expect(child.got).toEqual([])
})

it('a utility process is ended by its id, and not at all when it has none', () => {
  const killed: number[] = []
  const child = Object.assign(
    fakeEngine([], { answer: () => ({ ok: true, data: 0 }), refused: undefined }),
    {
      pid: undefined as number | undefined,
    },
  )
  const parts = { entry: '/e.js', fork: () => child, kill: (pid: number) => killed.push(pid) }
  const engine = forkUtilityEngine(parts, { folder: '/one', empty: false })
  engine.kill()
  child.pid = 17
  engine.kill()
  expect(killed).toEqual([17])
})
