export interface QuietTimer {
  /** Has `task` run once after every stretch of time in which something stirred and then nothing. */
  start(task: () => Promise<void>): void
  stir(): void
  /** Nothing is run any more; a task under way goes on. */
  stop(): void
}

/**
 * Waits for a quiet moment. It keeps no process alive.
 * @param ms how long nothing must have stirred
 */
export function createQuietTimer(ms: number): QuietTimer {
  let task: (() => Promise<void>) | undefined
  let timer: NodeJS.Timeout | undefined
  const wait = () => {
    clearTimeout(timer)
    if (task) timer = setTimeout(() => void task?.(), ms).unref()
  }
  return {
    start(wanted) {
      task = wanted
      wait()
    },
    stir: wait,
    stop() {
      task = undefined
      clearTimeout(timer)
    },
  }
}
