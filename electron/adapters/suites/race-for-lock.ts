/** Waits for a message, tries for a library's lock, prints what came of it, and stays until the next. */
import { once } from 'node:events'
import { takeLock } from '../library-lock'

const [folder = ''] = process.argv.slice(2)
process.stdout.write('waiting\n')
await once(process, 'message')
const lock = await takeLock(folder)
process.stdout.write(`${lock.taken ? 'taken' : `in use by ${String(lock.pid)}`}\n`)
const [order] = (await once(process, 'message')) as unknown[]
if (order === 'exit') process.exit()
if (lock.taken) await lock.release()
process.disconnect()
