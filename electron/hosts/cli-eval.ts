/** `wenju eval`: a retrieval set through the path of `ask`, figures as JSON; or the library's own set. */
import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { readDataset } from '../adapters/dataset-files'
import { createExactIndex } from '../adapters/exact-index'
import { createJieba } from '../adapters/jieba'
import { takeLock } from '../adapters/library-lock'
import { nodeHasher } from '../adapters/node-hasher'
import { openVectorIndex } from '../adapters/open-index'
import { systemClock } from '../adapters/system-clock'
import { evaluate } from '../engine/evaluate'
import type { CommandRun } from './cli'
import { evaluateOwnSet } from './cli-eval-own'
import { lacks } from './cli-library'
import { defaultEvaluationCache } from './cli-options'
import { loadFinder, loadModel } from './open'
import { openReadings } from './open-readings'
import { createReadingProgress } from './reading-progress'

export const evaluateSet: CommandRun = async (request, terminal) => {
  const { values } = request
  if (values.own) return evaluateOwnSet(request, terminal)
  if (values.dataset === undefined) {
    return lacks(request, terminal, 'dataset')
  }
  const limit = values.limit === undefined ? undefined : Number(values.limit)
  const dataset = await readDataset(resolve(values.dataset), values.queries, limit)
  const cache = resolve(values.cache ?? defaultEvaluationCache())
  await mkdir(cache, { recursive: true })
  const lock = await takeLock(cache)
  let close: (() => Promise<void>) | undefined
  try {
    const model = await loadModel(join(cache, 'vectors'), lock.taken, ({ vectors }) => {
      close = () => vectors.close()
    })
    const finder = await loadFinder(model)
    const memory = await openReadings(cache, lock.taken)
    const { dims } = model.embedder
    const { index } = await openVectorIndex(dims)
    const progress = createReadingProgress(terminal.language, systemClock.elapsed)
    progress.expect(dataset.passages.length)
    const { report } = await evaluate({
      dataset,
      segmenter: createJieba(),
      hasher: nodeHasher,
      clock: systemClock,
      model,
      reading: { finder, memory },
      index,
      exact: createExactIndex(dims),
      onEvent: (event) => {
        const line = progress.line(event)
        if (line !== undefined) terminal.progress(line)
      },
    })
    terminal.endProgress()
    terminal.out(JSON.stringify(report, null, values.json ? undefined : 2))
    return 0
  } finally {
    await close?.()
    if (lock.taken) await lock.release()
  }
}
