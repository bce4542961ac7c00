/**
 * One queue for the model: one inference at a time, questions before imports. A question so
 * waits for at most the one inference that is under way.
 */
export type Urgency = 'question' | 'import'

export interface ModelQueue {
  /** Runs `task` when its turn comes; settles as the task does. */
  run<Result>(urgency: Urgency, task: () => Promise<Result>): Promise<Result>
}

export function createModelQueue(): ModelQueue {
  const waiting: Record<Urgency, (() => Promise<void>)[]> = { question: [], import: [] }
  let running = false

  const work = async () => {
    if (running) return
    running = true
    for (;;) {
      const next = waiting.question.shift() ?? waiting.import.shift()
      if (!next) break
      await next()
    }
    running = false
  }

  return {
    run: (urgency, task) =>
      new Promise((resolve, reject) => {
        waiting[urgency].push(() => task().then(resolve, reject))
        void work()
      }),
  }
}
