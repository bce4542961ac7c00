/** The engine's side and the host's side of the line, in two real processes. */
import { fork, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { forkEngine } from './fork-engine'
import { superviseEngine } from './supervise-engine'

const root = mkdtempSync(join(tmpdir(), 'wenju-life-'))
const entry = join(root, 'engine.js')
const hosts = import.meta.dirname.replaceAll('\\', '/')

/** An engine over a library of one slow write; its marks are files in the library's folder. */
const source = `
  import { writeFileSync } from 'node:fs'
  import { setTimeout as delay } from 'node:timers/promises'
  import { AppError } from '${hosts}/../contract/errors'
  import { answerHost } from '${hosts}/answer-host'
  import { readEngineArguments } from '${hosts}/engine-messages'
  import { hostPort } from '${hosts}/host-port'

  const { folder, empty } = readEngineArguments(process.argv.slice(2))
  const mark = (name) => writeFileSync(folder + '/' + name, '')
  await answerHost(hostPort(), async (onEvent) => {
    if (empty) throw new AppError('LIBRARY_TOO_NEW', { found: 9, supported: 1 })
    onEvent({ type: 'library' })
    return {
      handlers: {
        status: async () => 'fine',
        settings: async () => {
          mark('writing')
          await delay(200)
          mark('written')
          return 'saved'
        },
      },
      close: async () => mark('closed'),
    }
  })
  setInterval(() => undefined, 1_000)
  process.exit(0)
`

beforeAll(async () => {
  writeFileSync(join(root, 'engine.ts'), source)
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join(root, 'engine.ts'),
      outDir: root,
      emptyOutDir: false,
      rollupOptions: { output: { format: 'es', entryFileNames: 'engine.js' } },
    },
    ssr: { noExternal: true },
  })
})
afterAll(() => {
  rmSync(root, { recursive: true })
})

const newLibrary = () => mkdtempSync(join(root, 'library-'))
const marksOf = (library: string) =>
  ['writing', 'written', 'closed'].filter((name) => existsSync(join(library, name)))
const until = async (holds: () => boolean) => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 10))
}
const ended = (child: ChildProcess) =>
  new Promise((resolve) => child.on('exit', (code, signal) => resolve(signal ?? code)))

function forked(library: string): ChildProcess {
  return fork(entry, [library], { serialization: 'advanced', execArgv: [] })
}

describe('an engine process', () => {
  it('answers, tells events, and closes when its host does', async () => {
    const library = newLibrary()
    const events: unknown[] = []
    const engine = superviseEngine({
      fork: () => forkEngine(entry, { folder: library, empty: false }),
      onEvent: (event) => events.push(event),
    })
    expect(await engine.call('status', {})).toEqual({ ok: true, data: 'fine' })
    expect(events).toEqual([{ type: 'library' }])
    const saving = engine.call('settings', {})
    await engine.close()
    expect(await saving).toEqual({ ok: true, data: 'saved' })
    expect(marksOf(library)).toEqual(['writing', 'written', 'closed'])
  })

  it('tells why its library cannot be opened', async () => {
    const engine = superviseEngine({
      fork: () => forkEngine(entry, { folder: newLibrary(), empty: true }),
      onEvent: () => undefined,
    })
    const error = { code: 'LIBRARY_TOO_NEW', details: { found: 9, supported: 1 } }
    expect(await engine.call('status', {})).toEqual({ ok: false, error })
    expect(await engine.call('status', {})).toEqual({ ok: false, error })
    await engine.close()
  })

  it.skipIf(process.platform === 'win32')(
    'leaves Ctrl-C to its host, and finishes its write on SIGTERM',
    async () => {
      const library = newLibrary()
      const child = forked(library)
      const end = ended(child)
      child.send({ type: 'call', id: 1, operation: 'settings', input: {} })
      await until(() => marksOf(library).includes('writing'))
      child.kill('SIGINT')
      child.kill('SIGHUP')
      await until(() => marksOf(library).includes('written'))
      expect(child.exitCode).toBeNull()

      rmSync(join(library, 'writing'))
      rmSync(join(library, 'written'))
      child.send({ type: 'call', id: 2, operation: 'settings', input: {} })
      await until(() => marksOf(library).includes('writing'))
      child.kill('SIGTERM')
      expect(await end).toBe(0)
      expect(marksOf(library)).toEqual(['writing', 'written', 'closed'])
    },
  )

  it('finishes its write and ends when its host is gone', async () => {
    const library = newLibrary()
    const child = forked(library)
    const end = ended(child)
    child.send({ type: 'call', id: 1, operation: 'settings', input: {} })
    await until(() => marksOf(library).includes('writing'))
    child.disconnect()
    expect(await end).toBe(0)
    expect(marksOf(library)).toEqual(['writing', 'written', 'closed'])
  })
})
