/** `wenju eval`: a retrieval set through the path of `ask`, figures as JSON. */
import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { readDataset } from '../adapters/dataset-files'
import { createExactIndex } from '../adapters/exact-index'
import { createJieba } from '../adapters/jieba'
import { takeLock } from '../adapters/library-lock'
import { nodeHasher } from '../adapters/node-hasher'
import { openVectorIndex } from '../adapters/open-index'
import { systemClock } from '../adapters/system-clock'
import { terminalWordingFor } from '../contract/wording/terminal'
import { fill } from '../contract/wording/wording'
import { evaluate } from '../engine/evaluate'
import type { CommandRun } from './cli'
import { defaultEvaluationCache } from './cli-options'
import { USAGE } from './exit-codes'
import { loadModel } from './open'
import { progressLine } from './terminal'

export const evaluateSet: CommandRun = async ({ command, values }, terminal) => {
  if (values.dataset === undefined) {
    const { needs } = terminalWordingFor(terminal.language)
    terminal.note(fill(needs, { command, what: '--dataset DIR' }))
    return USAGE
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
    const { dims } = model.embedder
    const { index } = await openVectorIndex(dims)
    const report = await evaluate({
      dataset,
      segmenter: createJieba(),
      hasher: nodeHasher,
      clock: systemClock,
      model,
      index,
      exact: createExactIndex(dims),
      onEvent: (event) => {
        const line = progressLine(event, terminal.language)
        if (line !== undefined && process.stderr.isTTY) terminal.progress(line)
      },
    })
    terminal.out(JSON.stringify(report, null, values.json ? undefined : 2))
    return 0
  } finally {
    await close?.()
    if (lock.taken) await lock.release()
  }
}
