/** Saves articles and vectors without end, and prints the id of each that is on the disk. */
import { join } from 'node:path'
import { AppError } from '../../contract/errors'
import { takeLock } from '../library-lock'
import { openLowdbStore } from '../lowdb-store'
import { openVectorFile } from '../vector-file'
import { hashOf, originalOf, sampleArticle } from './sample-article'
import { SAMPLE_DIMS, sampleVector } from './sample-vector'

const [folder = '', prefix = ''] = process.argv.slice(2)
const lock = await takeLock(folder)
if (!lock.taken) throw new Error('the library is in use')
const refuse = () => new AppError('LIBRARY_IN_USE')
const { store } = await openLowdbStore(folder, { writable: true, refuse })
const { vectors } = await openVectorFile(join(folder, 'vectors'), {
  fingerprint: 'test',
  dims: SAMPLE_DIMS,
  writable: true,
})

async function saveWithoutEnd(lane: number): Promise<never> {
  for (let count = 0; ; count++) {
    const id = `${prefix}-${String(lane)}-${String(count)}`
    await Promise.all([
      store.save(sampleArticle(id), originalOf(`第 ${id} 篇`)),
      vectors.add(hashOf(id), sampleVector(count)),
    ])
    process.stdout.write(`${id}\n`)
  }
}

await Promise.all([saveWithoutEnd(0), saveWithoutEnd(1), saveWithoutEnd(2)])
