/**
 * Runs `task` now, or, while it runs, once more after it: any number of calls in between make
 * one more run. `task` must not reject.
 */
export function coalesce(task: () => Promise<void>): () => void {
  let running = false
  let again = false
  const run = async () => {
    running = true
    do {
      again = false
      await task()
    } while (again)
    running = false
  }
  return () => {
    if (running) again = true
    else void run()
  }
}
