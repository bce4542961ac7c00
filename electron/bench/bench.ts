/**
 * `npm run bench`: how well the starter library and, with `--sets`, public sets are searched and
 * answered, through the path of `ask`; what changed since the last committed result; what it costs.
 * Every figure: docs/quality.md.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { availableParallelism, cpus } from 'node:os'
import { dirname } from 'node:path'
import { projectRoot } from '../hosts/program-files'
import { benchUsage, parseBenchOptions, type BenchOptions } from './bench-options'
import { compareResults } from './compare-results'
import { foreignQuestions } from './foreign-questions'
import { inParallel } from './in-parallel'
import { headline, reportOf } from './report'
import { ONE_SET, runInChild, serveOneSet, type SetTask } from './run-set'
import { findSets } from './set-heads'
import { baseline, type BenchResult } from './set-result'

const QUICK_QUESTIONS = 100
const FOREIGN_QUESTIONS = 150
const SMALL_LIBRARIES = [5, 50]
const SMALL_QUESTIONS = { whole: 60, quick: 20 }

if (process.argv[2] === ONE_SET) await serveOneSet()
else {
  const options = parseBenchOptions(process.argv.slice(2), process.env, projectRoot)
  if (options === 'help') console.log(benchUsage)
  else process.exitCode = await bench(options)
}

/** @returns the exit code */
async function bench(options: BenchOptions): Promise<number> {
  // First of all: what is wrong with it must not be told after ten minutes of measuring.
  const before =
    options.baseline &&
    baseline.parse(JSON.parse(await readFile(options.baseline, 'utf8')) as unknown)
  const tasks = await tasksOf(options)
  const program = process.argv[1] ?? ''
  const measured = await inParallel(tasks, options.jobs, async (task) => {
    console.error(`${task.source.name} …`)
    const result = await runInChild(program, task)
    console.error(`${task.source.name}: ${result.took_s.toFixed(0)} s`)
    return result
  })
  const sets = measured.toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const comparison = before ? compareResults(before, sets) : undefined
  if (options.out !== undefined) {
    const result: BenchResult = {
      version: 1,
      made: new Date().toISOString(),
      machine: {
        cores: availableParallelism(),
        node: process.version,
        processor: cpus()[0]?.model ?? '',
      },
      ...(options.quick && { most: QUICK_QUESTIONS }),
      sets,
    }
    await mkdir(dirname(options.out), { recursive: true })
    await writeFile(options.out, `${JSON.stringify(result, rounded, 1)}\n`)
  }
  console.log(`${reportOf(sets, comparison)}\n\n${headline(sets)}`)
  const fell = comparison?.changes.some(({ verdict }) => verdict === 'fell') ?? false
  return options.strict && fell ? 1 : 0
}

/** The largest first, so that at the end no core waits for long. */
async function tasksOf(options: BenchOptions): Promise<readonly SetTask[]> {
  const all = await findSets(options.sets)
  return all
    .filter(({ name }) => options.only?.includes(name) ?? true)
    .toSorted((a, b) => b.questions.length - a.questions.length)
    .map((set) => ({
      misses: options.misses,
      source: {
        name: set.name,
        ...(set.folder !== undefined && { folder: set.folder }),
        cache: options.cache,
        ...(options.quick && { most: QUICK_QUESTIONS }),
        finder: !options.noFinder.some((beginning) => set.name.startsWith(beginning)),
      },
      options: {
        foreign: foreignQuestions(set, all, FOREIGN_QUESTIONS),
        smallLibraries: SMALL_LIBRARIES,
        smallQuestions: options.quick ? SMALL_QUESTIONS.quick : SMALL_QUESTIONS.whole,
      },
    }))
}

/** Six digits tell all that a few thousand questions can. */
function rounded(_: string, value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toPrecision(6)) : value
}
