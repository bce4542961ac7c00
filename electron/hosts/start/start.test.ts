import { describe, expect, it } from 'vitest'
import { start, type Fetched, type StartEffects, type WindowEnd, type Wish } from './start'
import type { ElectronProbe } from './find-electron'

interface Scene {
  readonly wish?: Wish
  readonly hasDisplay?: boolean
  readonly probe?: ElectronProbe
  readonly fetched?: Fetched
  readonly window?: WindowEnd
  /** The effect during which the user presses Ctrl-C. */
  readonly stopIn?: 'fetch' | 'window'
}

const there: ElectronProbe = { kind: 'there', path: '/electron' }
const sandbox: WindowEnd = {
  kind: 'failed',
  trouble: { name: 'sandbox', details: { folder: '/dist' } },
}
const WEB_CODE = 7

async function play(scene: Scene) {
  const deeds: string[] = []
  const said: string[] = []
  const stopping = new AbortController()
  const effects: StartEffects = {
    hasDisplay: scene.hasDisplay ?? true,
    stop: stopping.signal,
    probe: () => scene.probe ?? there,
    fetchElectron() {
      deeds.push('fetch')
      if (scene.stopIn === 'fetch') stopping.abort('SIGINT')
      return Promise.resolve(scene.fetched ?? { kind: 'there', path: '/fetched' })
    },
    openWindow(path) {
      deeds.push(`window ${path}`)
      if (scene.stopIn === 'window') stopping.abort('SIGINT')
      return Promise.resolve(scene.window ?? { kind: 'closed', exitCode: 0 })
    },
    openWeb() {
      deeds.push('web')
      return Promise.resolve(WEB_CODE)
    },
    say: (line) => said.push(line),
  }
  const code = await start(scene.wish, effects, 'en')
  return { code, deeds, said }
}

describe('what npm start opens', () => {
  it('is the browser when asked for, without a look at Electron', async () => {
    expect(await play({ wish: 'web' })).toEqual({ code: WEB_CODE, deeds: ['web'], said: [] })
  })

  it('is the browser at once without a display', async () => {
    const scene: Scene = { hasDisplay: false, probe: { kind: 'absent', folder: '/package' } }
    expect(await play(scene)).toEqual({ code: WEB_CODE, deeds: ['web'], said: [] })
  })

  it('is the window where Electron is there; its exit code is passed on', async () => {
    const scene: Scene = { window: { kind: 'closed', exitCode: 3 } }
    expect(await play(scene)).toEqual({ code: 3, deeds: ['window /electron'], said: [] })
  })

  it('is the window once Electron has been fetched', async () => {
    const scene: Scene = { probe: { kind: 'absent', folder: '/package' } }
    expect(await play(scene)).toEqual({ code: 0, deeds: ['fetch', 'window /fetched'], said: [] })
  })

  it.each<[string, Scene, readonly string[], RegExp]>([
    [
      'Electron cannot be fetched',
      {
        probe: { kind: 'absent', folder: '/package' },
        fetched: { kind: 'failed', trouble: { name: 'fetch-quiet', details: { seconds: 20 } } },
      },
      ['fetch', 'web'],
      /20 s.*ELECTRON_MIRROR/,
    ],
    [
      'Electron is not installed',
      { probe: { kind: 'impossible', trouble: { name: 'not-installed', details: {} } } },
      ['web'],
      /npm ci/,
    ],
    [
      'the window ends before it is ready',
      { window: sandbox },
      ['window /electron', 'web'],
      /sandbox.*\/dist/,
    ],
  ])('is the browser, after the reason, when %s', async (_, scene, deeds, reason) => {
    const played = await play(scene)
    expect(played).toMatchObject({ code: WEB_CODE, deeds })
    expect(played.said).toEqual([expect.stringMatching(reason), 'Opening in the browser instead:'])
  })
})

describe('the window asked for by name', () => {
  it.each<[string, Scene, RegExp]>([
    ['it fails', { window: sandbox }, /sandbox/],
    ['there is no display', { hasDisplay: false }, /no display/],
    [
      'Electron is not there',
      { probe: { kind: 'impossible', trouble: { name: 'not-installed', details: {} } } },
      /npm ci/,
    ],
  ])('ends with 1 and the reason when %s', async (_, scene, reason) => {
    const { code, deeds, said } = await play({ ...scene, wish: 'desktop' })
    expect(code).toBe(1)
    expect(deeds).not.toContain('web')
    expect(said).toEqual([expect.stringMatching(reason)])
  })
})

describe('Ctrl-C', () => {
  it.each<[string, Scene]>([
    [
      'while Electron is fetched',
      {
        stopIn: 'fetch',
        probe: { kind: 'absent', folder: '/package' },
        fetched: { kind: 'failed', trouble: { name: 'fetch-failed', details: { reason: '' } } },
      },
    ],
    [
      'just when Electron has arrived',
      { stopIn: 'fetch', probe: { kind: 'absent', folder: '/package' } },
    ],
    ['before the window is ready', { stopIn: 'window', window: sandbox }],
  ])('opens nothing more %s', async (_, scene) => {
    const { code, deeds, said } = await play(scene)
    expect(code).toBe(130)
    expect(deeds).toHaveLength(1)
    expect(said).toEqual([])
  })
})
