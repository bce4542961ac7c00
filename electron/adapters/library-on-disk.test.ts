import { execFileSync } from 'node:child_process'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { AppError } from '../contract/errors'
import { takeLock } from './library-lock'
import { openLowdbStore } from './lowdb-store'
import { buildProgram, runProgram } from './suites/child-program'
import { hashOf, originalOf, sampleArticle } from './suites/sample-article'
import { SAMPLE_DIMS, sampleVector } from './suites/sample-vector'
import { temporaryFolder } from './suites/temporary-folder'
import { openVectorFile } from './vector-file'

const refuse = () => new AppError('LIBRARY_IN_USE')

async function openWhole(folder: string, writable: boolean) {
  const { store, repairs } = await openLowdbStore(folder, { writable, refuse })
  const opened = await openVectorFile(join(folder, 'vectors'), {
    fingerprint: 'test',
    dims: SAMPLE_DIMS,
    writable,
  })
  return { store, vectors: opened.vectors, repairs: [...repairs, ...opened.repairs] }
}

describe('a program that is killed while it saves', () => {
  it('loses nothing that it had said was saved, and can be read all the while', async () => {
    const program = await buildProgram('save-until-killed')
    const folder = await temporaryFolder()
    const reported: string[] = []
    for (let round = 0; round < 8; round++) {
      const running = runProgram(program, folder, `r${String(round)}`)
      await running.printed(15 + round * 7)

      const seen = [...running.lines]
      const beside = await openWhole(folder, false)
      expect(beside.repairs).toEqual([])
      for (const id of seen) {
        expect(await beside.store.read(id)).toEqual(sampleArticle(id))
        expect(beside.vectors.get(hashOf(id))).toBeDefined()
      }
      expect(await takeLock(folder)).toEqual({ taken: false, pid: running.child.pid })

      running.child.kill('SIGKILL')
      await running.ended
      reported.push(...running.lines)
    }

    const lock = await takeLock(folder)
    expect(lock).toMatchObject({ taken: true, stale: {} })
    const { store, vectors } = await openWhole(folder, true)
    for (const id of reported) {
      expect(await store.read(id)).toEqual(sampleArticle(id))
      expect(vectors.get(hashOf(id))).toEqual(sampleVector(Number(id.split('-')[2])))
    }
    for (const { id } of store.list()) expect(await store.read(id)).toEqual(sampleArticle(id))
    const names = await readdir(folder, { recursive: true })
    expect(names.filter((name) => name.endsWith('.tmp'))).toEqual([])
    if (lock.taken) await lock.release()
  })
})

describe('a real disk that is full', () => {
  it('keeps all that was saved, says so, and goes on when there is room', async (context) => {
    const disk = await smallDisk(await temporaryFolder())
    if (disk === undefined) {
      context.skip('a small disk cannot be mounted here')
      return
    }
    const folder = join(disk, 'library')
    const { store, vectors } = await openWhole(folder, true)
    const saved: string[] = []
    let failure: unknown
    while (failure === undefined && saved.length < 1000) {
      const id = `a-${String(saved.length)}`
      try {
        await store.save(sampleArticle(id), originalOf(`第 ${id} 篇`))
        await vectors.add(hashOf(id), sampleVector(saved.length))
        saved.push(id)
      } catch (error) {
        failure = error
      }
    }
    expect(failure).toMatchObject({ code: 'DISK_FULL', details: { folder } })
    await expect(store.save(sampleArticle('late'))).rejects.toMatchObject({ code: 'DISK_FULL' })
    for (const id of saved) expect(await store.read(id)).toEqual(sampleArticle(id))

    await rm(join(disk, 'ballast'))
    await store.save(sampleArticle('late'))
    await vectors.add(hashOf('late'), sampleVector(1))
    const again = await openWhole(folder, true)
    for (const id of [...saved, 'late']) {
      expect(await again.store.read(id)).toEqual(sampleArticle(id))
      expect(again.vectors.get(hashOf(id))).toBeDefined()
    }
  })
})

/** A disk of 512 kB with some ballast on it, where this process may mount one. */
async function smallDisk(folder: string): Promise<string | undefined> {
  const disk = join(folder, 'disk')
  await mkdir(disk)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=512k', 'tmpfs', disk], { stdio: 'ignore' })
  } catch {
    return undefined
  }
  onTestFinished(() => {
    execFileSync('umount', [disk])
  })
  execFileSync('dd', ['if=/dev/zero', `of=${join(disk, 'ballast')}`, 'bs=1k', 'count=128'], {
    stdio: 'ignore',
  })
  return disk
}
