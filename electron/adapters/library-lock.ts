/**
 * One writer a library: a file `lock` that says who. It is made with 'wx', so of two programs one
 * gets it. A lock whose owner is gone is taken over under a second lock of the same kind, so that
 * nobody removes the lock that another has just taken.
 */
import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { mkdir, open, readFile, rm, stat } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { codeOf, diskError } from './atomic-write'
import { isObject } from './library-list'

export type Lock =
  | {
      readonly taken: true
      /** The owner that left without letting go; 0 where its lock could not be read. */
      readonly stale?: { readonly pid: number }
      /** Lets go; happens by itself when the process exits. */
      release(): Promise<void>
    }
  | {
      readonly taken: false
      readonly pid: number
      /** Where the owner runs, when that is not this computer. */
      readonly host?: string
    }

interface Owner {
  readonly pid: number
  readonly host: string
  /** When the process started, in the system's own count: another process may get the same id. */
  readonly started?: string
}

/** An unreadable lock younger than this may still be in the writing. Milliseconds. */
const WRITING_TIME = 2000
/** Taking over is a matter of milliseconds: who waits longer gives up. Milliseconds. */
const PATIENCE = 10_000
const PAUSE = 20

/**
 * Takes the library's lock, or says who has it.
 * @param folder is made where it is not there
 * @throws LIBRARY_UNWRITABLE, DISK_FULL
 */
export async function takeLock(folder: string): Promise<Lock> {
  try {
    await makeFolder(folder)
    return await take(join(folder, 'lock'))
  } catch (cause) {
    throw diskError(cause, folder)
  }
}

/**
 * Makes what is missing of a path. Node's own recursive mkdir tries for ever where a folder
 * denies that it is there and cannot be made, as under /proc.
 */
async function makeFolder(folder: string, isUnderFolder = false): Promise<void> {
  try {
    await mkdir(folder)
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT' && !isUnderFolder && dirname(folder) !== folder) {
      await makeFolder(dirname(folder))
      await makeFolder(folder, true)
      return
    }
    // A drive's root, or a folder on a read-only disk, is refused with other codes than EEXIST.
    if (!(await isFolder(folder))) throw cause
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory()
  } catch (cause) {
    if (['ENOENT', 'ENOTDIR', 'EACCES', 'ELOOP', 'ENAMETOOLONG'].includes(codeOf(cause) ?? '')) {
      return false
    }
    throw cause
  }
}

async function take(path: string): Promise<Lock> {
  const own = await ownContent()
  const guard = `${path}.taking`
  const deadline = Date.now() + PATIENCE
  for (;;) {
    if (await create(path, own)) return owned(path, own)
    const holder = await inspect(path)
    if (holder.state === 'alive') return inUse(holder.owner)
    if (holder.state === 'stale') {
      if (await create(guard, own)) {
        try {
          const again = await inspect(path)
          if (again.state === 'stale') {
            await rm(path, { force: true })
            if (await create(path, own)) return owned(path, own, { pid: again.pid })
          }
        } finally {
          await rm(guard, { force: true })
        }
      } else if ((await inspect(guard)).state === 'stale') {
        await rm(guard, { force: true })
      }
    }
    if (Date.now() > deadline) return inUse({ pid: 0, host: hostname() })
    await sleep(PAUSE)
  }
}

function inUse({ pid, host }: Owner): Lock {
  return { taken: false, pid, ...(host !== hostname() && { host }) }
}

function owned(path: string, own: string, stale?: { readonly pid: number }): Lock {
  const releaseAtExit = () => {
    if (existsSync(path) && readFileSync(path, 'utf8') === own) rmSync(path, { force: true })
  }
  process.once('exit', releaseAtExit)
  return {
    taken: true,
    ...(stale && { stale }),
    async release() {
      process.off('exit', releaseAtExit)
      if ((await contentOf(path)) === own) await rm(path, { force: true })
    },
  }
}

/** Whether the file is now there with this content because of this call. */
async function create(path: string, content: string): Promise<boolean> {
  let handle
  try {
    handle = await open(path, 'wx')
  } catch (cause) {
    if (codeOf(cause) === 'EEXIST') return false
    throw cause
  }
  try {
    await handle.writeFile(content)
    return true
  } catch (cause) {
    await rm(path, { force: true })
    throw cause
  } finally {
    await handle.close()
  }
}

type Holder =
  | { readonly state: 'alive'; readonly owner: Owner }
  | { readonly state: 'stale'; readonly pid: number }
  | { readonly state: 'gone' | 'unclear' }

async function inspect(path: string): Promise<Holder> {
  const content = await contentOf(path)
  if (content === undefined) return { state: 'gone' }
  const owner = parseOwner(content)
  if (!owner) {
    const age = await ageOf(path)
    if (age === undefined) return { state: 'gone' }
    return age > WRITING_TIME ? { state: 'stale', pid: 0 } : { state: 'unclear' }
  }
  return (await isAlive(owner)) ? { state: 'alive', owner } : { state: 'stale', pid: owner.pid }
}

/** An owner on another computer cannot be asked, and counts as alive. */
async function isAlive({ pid, host, started }: Owner): Promise<boolean> {
  if (host !== hostname()) return true
  try {
    process.kill(pid, 0)
  } catch (cause) {
    if (codeOf(cause) === 'ESRCH') return false
    if (codeOf(cause) !== 'EPERM') throw cause
  }
  if (started === undefined) return true
  const now = await startOf(pid)
  return now === undefined ? process.platform !== 'linux' : now === started
}

/** Of a process that runs; `undefined` for one that has ended, and where the system does not tell. */
async function startOf(pid: number): Promise<string | undefined> {
  const line = process.platform === 'linux' && (await contentOf(`/proc/${String(pid)}/stat`))
  if (typeof line !== 'string') return undefined
  // The second field, the program's name, may hold spaces and brackets; the third follows the last one.
  const [state, ...rest] = line.slice(line.lastIndexOf(')') + 2).split(' ')
  return state === 'Z' || state === 'X' ? undefined : rest[18]
}

async function ownContent(): Promise<string> {
  const started = await startOf(process.pid)
  const owner: Owner = { pid: process.pid, host: hostname(), ...(started && { started }) }
  return JSON.stringify({ ...owner, token: randomUUID() })
}

function parseOwner(content: string): Owner | undefined {
  let value: unknown
  try {
    value = JSON.parse(content)
  } catch {
    return undefined
  }
  if (!isObject(value)) return undefined
  const { pid, host, started } = value
  if (typeof pid !== 'number' || !Number.isSafeInteger(pid) || pid < 1) return undefined
  if (typeof host !== 'string') return undefined
  return { pid, host, ...(typeof started === 'string' && { started }) }
}

async function contentOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT' || codeOf(cause) === 'ESRCH') return undefined
    throw cause
  }
}

/** A time in the future, by a clock that was set, counts as far away too. */
async function ageOf(path: string): Promise<number | undefined> {
  try {
    return Math.abs(Date.now() - (await stat(path)).mtimeMs)
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return undefined
    throw cause
  }
}
