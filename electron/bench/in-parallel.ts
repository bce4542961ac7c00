/**
 * Runs tasks, at most `most` at a time, in their order; results stand in the order of the tasks.
 * @throws the first failure; what runs then is waited for, nothing more is begun
 */
export async function inParallel<Task, Result>(
  tasks: readonly Task[],
  most: number,
  run: (task: Task) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = []
  const failures: unknown[] = []
  let next = 0
  const work = async () => {
    while (next < tasks.length && failures.length === 0) {
      const place = next++
      try {
        results[place] = await run(tasks[place] as Task)
      } catch (error) {
        failures.push(error)
      }
    }
  }
  await Promise.all(Array.from({ length: most }, work))
  if (failures.length > 0) throw failures[0]
  return results
}
