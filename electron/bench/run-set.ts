/** One set in a process of its own: inference and search block the loop, and a core is free for another. */
import { fork } from 'node:child_process'
import type { QuestionOutcome } from '../contract/dataset'
import type { SetQuestion } from '../engine/judge-question'
import { measureSet, type MeasureOptions } from './measure-set'
import { openSet, type SetSource } from './open-set'
import type { SetResult } from './set-result'

export interface SetTask {
  readonly source: SetSource
  readonly options: Omit<MeasureOptions, 'onOutcome'>
  /** Prints each question whose first hit is wrong, or that should have been refused. */
  readonly misses: boolean
}

/** The word that makes the bench's program a child. */
export const ONE_SET = 'one-set'

/** @throws Error naming the set; the child has said why on stderr */
export function runInChild(program: string, task: SetTask): Promise<SetResult> {
  return new Promise((resolve, reject) => {
    const child = fork(program, [ONE_SET])
    let result: SetResult | undefined
    child.on('message', (message) => {
      result = message as SetResult
    })
    child.on('error', reject)
    child.on('close', (code) => {
      if (result) resolve(result)
      else reject(new Error(`${task.source.name}: ended with ${String(code)} and no result`))
    })
    child.send(task)
  })
}

/** The child's side: takes one task, sends its result and ends. */
export async function serveOneSet(): Promise<void> {
  const task = await new Promise<SetTask>((resolve) => {
    process.once('message', (message) => {
      resolve(message as SetTask)
    })
  })
  const { set, close } = await openSet(task.source)
  try {
    const onOutcome = (question: SetQuestion, outcome: QuestionOutcome) => {
      if (task.misses && isMiss(outcome)) console.log(missLine(set.name, question, outcome))
    }
    const result = await measureSet(set, { ...task.options, onOutcome })
    await new Promise((resolve) => process.send?.(result, resolve))
  } finally {
    await close()
    process.disconnect()
  }
}

function isMiss({ answerable, ranks, kind }: QuestionOutcome): boolean {
  return answerable ? ranks.hybrid !== 1 : kind === 'found'
}

function missLine(set: string, { id, text }: SetQuestion, outcome: QuestionOutcome): string {
  const { answerable, ranks, kind } = outcome
  const places = answerable
    ? (['hybrid', 'dense', 'lexical'] as const)
        .map((list) => `${list} ${String(ranks[list] ?? '>10')}`)
        .join(', ')
    : 'no answer in the library'
  return `${set} ${id} [${kind}; ${places}] ${text}`
}
