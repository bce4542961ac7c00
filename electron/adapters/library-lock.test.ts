import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { takeLock } from './library-lock'
import { buildProgram, runProgram, type Running } from './suites/child-program'
import { temporaryFolder } from './suites/temporary-folder'

async function endedProcess(): Promise<number> {
  const child = spawn(process.execPath, ['-e', ''])
  await once(child, 'exit')
  return child.pid ?? 0
}

const contentFor = (owner: object) => JSON.stringify({ host: hostname(), ...owner })

describe('the lock of a library', () => {
  it('is had by one, until it is released', async () => {
    const folder = join(await temporaryFolder(), '新 library')
    const first = await takeLock(folder)
    expect(first).toMatchObject({ taken: true })
    expect(first).not.toHaveProperty('stale')
    expect(await takeLock(folder)).toEqual({ taken: false, pid: process.pid })
    if (first.taken) await first.release()
    expect(await readdir(folder)).toEqual([])
    const second = await takeLock(folder)
    expect(second.taken).toBe(true)
    if (second.taken) await second.release()
  })

  it('is taken over from a process that has ended', async () => {
    const folder = await temporaryFolder()
    const pid = await endedProcess()
    await writeFile(join(folder, 'lock'), contentFor({ pid }))
    const lock = await takeLock(folder)
    expect(lock).toMatchObject({ taken: true, stale: { pid } })
    expect(await readdir(folder)).toEqual(['lock'])
    expect(JSON.parse(await readFile(join(folder, 'lock'), 'utf8'))).toMatchObject({
      pid: process.pid,
      host: hostname(),
    })
  })

  it.runIf(process.platform === 'linux')(
    'is taken over when another process has got the id of its owner',
    async () => {
      const folder = await temporaryFolder()
      await writeFile(join(folder, 'lock'), contentFor({ pid: process.pid, started: '1' }))
      expect(await takeLock(folder)).toMatchObject({ taken: true, stale: { pid: process.pid } })
    },
  )

  it('is left to a process that runs, and to one on another computer', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'lock'), contentFor({ pid: process.ppid }))
    expect(await takeLock(folder)).toEqual({ taken: false, pid: process.ppid })
    const pid = await endedProcess()
    await writeFile(join(folder, 'lock'), JSON.stringify({ pid, host: 'elsewhere' }))
    expect(await takeLock(folder)).toEqual({ taken: false, pid, host: 'elsewhere' })
  })

  it.each(['', 'garbage', '[]', '{"pid":0,"host":"x"}', '{"pid":"1","host":"x"}', '{"pid":5}'])(
    'is taken over when it holds %j for long',
    async (content) => {
      const folder = await temporaryFolder()
      await writeFile(join(folder, 'lock'), content)
      await utimes(join(folder, 'lock'), 1000, 1000)
      expect(await takeLock(folder)).toMatchObject({ taken: true, stale: { pid: 0 } })
    },
  )

  it('is not taken over while its owner may still be writing it', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'lock'), '')
    const asked = takeLock(folder)
    await writeFile(join(folder, 'lock'), contentFor({ pid: process.ppid }))
    expect(await asked).toEqual({ taken: false, pid: process.ppid })
  })

  it('does not wait for a takeover that was killed', async () => {
    const folder = await temporaryFolder()
    const pid = await endedProcess()
    await writeFile(join(folder, 'lock'), contentFor({ pid }))
    await writeFile(join(folder, 'lock.taking'), contentFor({ pid }))
    expect(await takeLock(folder)).toMatchObject({ taken: true, stale: { pid } })
    expect(await readdir(folder)).toEqual(['lock'])
  })

  it('is taken over by one of many who try at the same moment', async () => {
    const folder = await temporaryFolder()
    const pid = await endedProcess()
    for (let round = 0; round < 20; round++) {
      await writeFile(join(folder, 'lock'), contentFor({ pid }))
      const locks = await Promise.all(Array.from({ length: 10 }, () => takeLock(folder)))
      const taken = locks.filter((lock) => lock.taken)
      expect(taken).toHaveLength(1)
      expect(locks.filter((lock) => !lock.taken)).toEqual(
        Array.from({ length: 9 }, () => ({ taken: false, pid: process.pid })),
      )
      await taken[0]?.release()
      expect(await readdir(folder)).toEqual([])
    }
  })

  it('is not released by one who has lost it', async () => {
    const folder = await temporaryFolder()
    const lock = await takeLock(folder)
    await writeFile(join(folder, 'lock'), contentFor({ pid: process.ppid }))
    if (lock.taken) await lock.release()
    expect(await takeLock(folder)).toEqual({ taken: false, pid: process.ppid })
  })

  it('says that the folder cannot be written to', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'file'), '')
    await expect(takeLock(join(folder, 'file', 'library'))).rejects.toMatchObject({
      code: 'LIBRARY_UNWRITABLE',
    })
  })

  it.runIf(process.platform === 'linux')(
    'says so of a folder under one that denies being there',
    async () => {
      for (const folder of ['/proc/no-such', '/proc/no-such/library']) {
        await expect(takeLock(folder)).rejects.toMatchObject({ code: 'LIBRARY_UNWRITABLE' })
      }
    },
  )

  it('makes all folders of a path with spaces, Han and great length', async () => {
    const parts = Array.from(
      { length: 12 },
      (_, step) => `第 ${String(step)} 层 ${'深'.repeat(20)}`,
    )
    const folder = join(await temporaryFolder(), ...parts)
    const locks = await Promise.all([takeLock(folder), takeLock(folder)])
    expect(locks.map(({ taken }) => taken).sort()).toEqual([false, true])
    expect(await readdir(folder)).toEqual(['lock'])
  })
})

describe('two programs on one library', () => {
  async function race(
    program: string,
    folder: string,
  ): Promise<{ winner: Running; loser: Running }> {
    const [one, other] = [runProgram(program, folder), runProgram(program, folder)]
    await Promise.all([one.printed(1), other.printed(1)])
    for (const { child } of [one, other]) child.send('go')
    await Promise.all([one.printed(2), other.printed(2)])
    const [winner, loser] = one.lines[1] === 'taken' ? [one, other] : [other, one]
    expect(winner.lines[1]).toBe('taken')
    expect(loser.lines[1]).toBe(`in use by ${String(winner.child.pid)}`)
    loser.child.send('end')
    await loser.ended
    return { winner, loser }
  }

  it('one gets it, again after it was killed, and its lock goes when it ends', async () => {
    const program = await buildProgram('race-for-lock')
    const folder = await temporaryFolder()
    for (let round = 0; round < 6; round++) {
      const { winner } = await race(program, folder)
      winner.child.kill('SIGKILL')
      await winner.ended
      expect((await stat(join(folder, 'lock'))).isFile()).toBe(true)
    }
    const { winner } = await race(program, folder)
    winner.child.send('exit')
    await winner.ended
    expect(await readdir(folder)).toEqual([])
  })
})
