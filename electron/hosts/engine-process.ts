/** Entry of the engine process: the library of its arguments, answered to the host that started it. */
import { AppError } from '../contract/errors'
import { answerHost } from './answer-host'
import { readEngineArguments } from './engine-messages'
import { hostPort } from './host-port'
import { openLibrary } from './open'

await answerHost(hostPort(), async (onEvent) => {
  const options = readEngineArguments(process.argv.slice(2))
  if (!options) throw new AppError('INVALID_REQUEST', { reason: 'no library folder' })
  return openLibrary({ ...options, onEvent })
})
// The model's threads would keep the process alive.
process.exit(0)
