import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer as createHttpServer, type RequestListener } from 'node:http'
import { createServer, type AddressInfo, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { crc32 } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { fetchElectron, type FetchLimits } from './fetch-electron'

const program = fileURLToPath(new URL('../../../scripts/fetch-electron.mjs', import.meta.url))
const zipName = `electron-v45.0.1-${process.platform}-${process.arch}.zip`
const binary =
  { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[
    process.platform as string
  ] ?? 'electron'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wenju 取 '))
  vi.stubEnv('electron_config_cache', join(folder, 'cache'))
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true, force: true })
})

/** A zip with one stored file. */
function zipOf(name: string, content: string): Buffer {
  const [path, bytes] = [Buffer.from(name), Buffer.from(content)]
  const facts = Buffer.alloc(26)
  facts.writeUInt16LE(20, 0)
  facts.writeUInt32LE(crc32(bytes), 10)
  facts.writeUInt32LE(bytes.length, 14)
  facts.writeUInt32LE(bytes.length, 18)
  facts.writeUInt16LE(path.length, 22)
  const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), facts, path, bytes])
  const entry = Buffer.alloc(46)
  entry.write('PK\u0001\u0002')
  entry.writeUInt16LE(20, 4)
  facts.copy(entry, 6)
  const directory = Buffer.concat([entry, path])
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006')
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(local.length, 16)
  return Buffer.concat([local, directory, end])
}

async function packageFor(zip: Buffer) {
  const place = join(folder, 'electron')
  await mkdir(place)
  const sha256 = createHash('sha256').update(zip).digest('hex')
  await writeFile(join(place, 'package.json'), JSON.stringify({ version: '45.0.1' }))
  await writeFile(join(place, 'checksums.json'), JSON.stringify({ [zipName]: sha256 }))
  return place
}

async function mirror(server: Server) {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.close()
  })
  vi.stubEnv(
    'ELECTRON_MIRROR',
    `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`,
  )
}

const httpMirror = (listener: RequestListener) => mirror(createHttpServer(listener))

function fetched(place: string, limits: Partial<FetchLimits> = {}, stop = new AbortController()) {
  const progress: string[] = []
  const end = fetchElectron({
    program,
    folder: place,
    limits: { quiet: 30_000, whole: 60_000, ...limits },
    stop: stop.signal,
    onProgress: ({ type }) => progress.push(type),
  })
  return { end, progress }
}

/** Neither a part of Electron nor a folder of the work on it. */
async function expectUntouched(place: string) {
  expect((await readdir(place)).sort()).toEqual(['checksums.json', 'package.json'])
}

describe('fetching Electron', () => {
  it('puts the whole binary in its place, and tells bytes on the way', async () => {
    const zip = zipOf(binary, 'a program')
    const place = await packageFor(zip)
    // What a killed start of an older kind may have left.
    await mkdir(join(place, 'dist'))
    await writeFile(join(place, 'dist', 'half'), '')
    const asked: (string | undefined)[] = []
    await httpMirror((request, response) => {
      asked.push(request.url)
      response.setHeader('content-length', zip.length)
      response.end(zip)
    })
    const { end, progress } = fetched(place)
    const path = join(place, 'dist', ...binary.split('/'))
    expect(await end).toEqual({ kind: 'there', path })
    expect(asked).toEqual([`/v45.0.1/${zipName}`])
    expect(progress.at(0)).toBe('bytes')
    expect(progress.at(-1)).toBe('unpacking')
    expect(await readFile(path, 'utf8')).toBe('a program')
    expect(await readFile(join(place, 'path.txt'), 'utf8')).toBe(binary)
    expect(await readdir(join(place, 'dist'))).toEqual([binary.split('/')[0]])
    expect((await readdir(place)).sort()).toEqual([
      'checksums.json',
      'dist',
      'package.json',
      'path.txt',
    ])
  })

  it('is given up when a server never sends a byte', async () => {
    const place = await packageFor(zipOf(binary, ''))
    await mirror(
      createServer((socket) => {
        socket.on('error', () => undefined)
      }),
    )
    expect(await fetched(place, { quiet: 1_500 }).end).toEqual({
      kind: 'failed',
      trouble: { name: 'fetch-quiet', details: { seconds: 2 } },
    })
    await expectUntouched(place)
  })

  it('is given up when bytes trickle for longer than the whole may take', async () => {
    const place = await packageFor(zipOf(binary, ''))
    await httpMirror((_, response) => {
      response.setHeader('content-length', 1_000_000)
      const timer = setInterval(() => response.write('.'), 20)
      response.on('close', () => {
        clearInterval(timer)
      })
    })
    const { end, progress } = fetched(place, { whole: 2_500 })
    expect(await end).toMatchObject({ kind: 'failed', trouble: { name: 'fetch-slow' } })
    expect(progress).toContain('bytes')
    await expectUntouched(place)
  })

  it('says what the server answered, and refuses what is not the file of the checksum', async () => {
    const place = await packageFor(zipOf(binary, 'right'))
    let wrong = false
    await httpMirror((_, response) => {
      if (!wrong) response.statusCode = 404
      response.end(zipOf(binary, 'wrong'))
    })
    const reasonOf = async () => {
      const end = await fetched(place).end
      return end.kind === 'failed' ? String(end.trouble.details['reason']) : 'there'
    }
    expect(await reasonOf()).toContain('404')
    wrong = true
    expect(await reasonOf()).toMatch(/checksum/i)
    await expectUntouched(place)
  })

  it('ends at once when the user has had enough', async () => {
    const place = await packageFor(zipOf(binary, ''))
    const stop = new AbortController()
    await httpMirror(() => {
      stop.abort('SIGINT')
    })
    expect(await fetched(place, {}, stop).end).toMatchObject({ kind: 'failed' })
    await expectUntouched(place)
  })
})
