/** The bench's options, checked. */
import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { defaultEvaluationCache } from '../hosts/cli-options'

export interface BenchOptions {
  /** Absent: the starter questions only. */
  readonly sets: string | undefined
  /** Names of sets to measure; absent for all. */
  readonly only: readonly string[] | undefined
  /** Beginnings of names of sets that the answer finder must not see. */
  readonly noFinder: readonly string[]
  readonly cache: string
  readonly jobs: number
  readonly quick: boolean
  readonly misses: boolean
  readonly out: string | undefined
  readonly baseline: string | undefined
  readonly strict: boolean
}

/** The answer finder was trained on it: its figures there would flatter. */
const TRAINED_ON = 'drcd'

export const benchUsage = `npm run bench -- [options]

  --sets DIR        also every set in this folder (else WENJU_SETS): DIR/<set>/{passages,queries}.jsonl
  --only SET,SET    of all sets only these ('starter' is one)
  --quick           the first 100 questions of each, by hash
  --misses          prints each question that went wrong
  --no-finder A,B   sets whose names begin so, without the answer finder (default ${TRAINED_ON})
  --cache DIR       where vectors and readings are remembered between runs
  --jobs N          sets at a time (default: one a core, two at most)
  --out FILE        writes the result as JSON
  --baseline FILE   compares with this result (default docs/bench/last.json)
  --strict          exit 1 when something fell beyond chance`

/** @param root of the project @throws TypeError of parseArgs, RangeError for a value that is none */
export function parseBenchOptions(
  argv: readonly string[],
  env: NodeJS.ProcessEnv,
  root: string,
): BenchOptions | 'help' {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      sets: { type: 'string' },
      only: { type: 'string' },
      quick: { type: 'boolean' },
      misses: { type: 'boolean' },
      'no-finder': { type: 'string' },
      cache: { type: 'string' },
      jobs: { type: 'string' },
      out: { type: 'string' },
      baseline: { type: 'string' },
      strict: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  if (values.help) return 'help'
  const jobs = values.jobs === undefined ? Math.min(2, availableParallelism()) : Number(values.jobs)
  if (!Number.isInteger(jobs) || jobs < 1) throw new RangeError(`--jobs ${values.jobs ?? ''}`)
  const last = join(root, 'docs', 'bench', 'last.json')
  return {
    sets: pathOf(values.sets ?? env['WENJU_SETS']),
    only: values.only === undefined ? undefined : namesIn(values.only),
    noFinder: namesIn(values['no-finder'] ?? TRAINED_ON),
    cache: resolve(values.cache ?? defaultEvaluationCache()),
    jobs,
    quick: values.quick ?? false,
    misses: values.misses ?? false,
    out: pathOf(values.out),
    baseline: pathOf(values.baseline) ?? (existsSync(last) ? last : undefined),
    strict: values.strict ?? false,
  }
}

function pathOf(value: string | undefined): string | undefined {
  return value === undefined ? undefined : resolve(value)
}

function namesIn(list: string): readonly string[] {
  return list.split(',').flatMap((name) => (name.trim() === '' ? [] : [name.trim()]))
}
