/** The command line's words and options, checked; nothing is opened here. */
import envPaths from 'env-paths'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Language } from '../contract/entities'
import { TOP_LIMIT } from '../contract/limits'
import { languageOf } from '../contract/wording/wording'

export const commands = [
  'add',
  'list',
  'remove',
  'status',
  'ask',
  'search',
  'serve',
  'eval',
] as const
export type Command = (typeof commands)[number]

const options = {
  library: { type: 'string' },
  empty: { type: 'boolean' },
  json: { type: 'boolean' },
  top: { type: 'string' },
  stdin: { type: 'boolean' },
  explain: { type: 'boolean' },
  'no-wait': { type: 'boolean' },
  port: { type: 'string' },
  'no-open': { type: 'boolean' },
  dataset: { type: 'string' },
  own: { type: 'boolean' },
  queries: { type: 'string' },
  limit: { type: 'string' },
  cache: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const

export type CliValues = ReturnType<typeof parseArgs<{ options: typeof options }>>['values']

export interface CliRequest {
  readonly command: Command
  readonly words: readonly string[]
  readonly values: CliValues
  readonly folder: string
}

export type ParsedCli =
  | { readonly kind: 'run'; readonly request: CliRequest }
  | { readonly kind: 'help' | 'version' }
  | { readonly kind: 'unknown-command'; readonly command: string }
  | { readonly kind: 'bad-option'; readonly problem: OptionProblem }

/** What is wrong with an option; `details` fill the sentence of that name. */
export interface OptionProblem {
  readonly name: 'unknown' | 'value-missing' | 'value-unwanted' | 'out-of-range' | 'other'
  readonly details: Readonly<Record<string, string | number>>
}

/** Whole numbers, both ends allowed. Port 0 means any free one. */
const ranges = {
  top: [1, TOP_LIMIT],
  port: [0, 65_535],
  limit: [1, 1_000_000],
} as const

export function parseCli(argv: readonly string[], env: NodeJS.ProcessEnv): ParsedCli {
  let parsed
  try {
    parsed = parseArgs({ args: [...argv], options, allowPositionals: true })
  } catch (error) {
    return { kind: 'bad-option', problem: problemOf(error) }
  }
  const { values, positionals } = parsed
  const [word, ...words] = positionals
  if (values.version) return { kind: 'version' }
  if (values.help || word === undefined) return { kind: 'help' }
  const command = commands.find((known) => known === word)
  if (!command) return { kind: 'unknown-command', command: word }
  for (const name of ['top', 'port', 'limit'] as const) {
    const value = values[name]
    const [from, to] = ranges[name]
    if (value !== undefined && !isWithin(value, from, to)) {
      const details = { option: `--${name}`, value, from, to }
      return { kind: 'bad-option', problem: { name: 'out-of-range', details } }
    }
  }
  const folder = namedLibrary(values.library, env) ?? defaultLibrary()
  return { kind: 'run', request: { command, words, values, folder } }
}

function isWithin(value: string, from: number, to: number): boolean {
  return /^\d{1,9}$/.test(value) && Number(value) >= from && Number(value) <= to
}

/** parseArgs tells the kind by its code and the option in an English sentence only. */
function problemOf(thrown: unknown): OptionProblem {
  const message = thrown instanceof Error ? thrown.message : String(thrown)
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined
  const option = /--?[^\s',=<]+(?=[\s'=<])/.exec(message)?.[0]
  if (option === undefined) return { name: 'other', details: { option: message } }
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return { name: 'unknown', details: { option } }
  if (code !== 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') {
    return { name: 'other', details: { option: message } }
  }
  const known = Object.entries(options).find(([name]) => `--${name}` === option)
  const name = known?.[1].type === 'string' ? 'value-missing' : 'value-unwanted'
  return { name, details: { option } }
}

/**
 * The library that this start names, the option before WENJU_LIBRARY, as an absolute path;
 * `undefined` where it names none.
 */
export function namedLibrary(
  option: string | undefined,
  env: NodeJS.ProcessEnv,
): string | undefined {
  const named = option ?? env['WENJU_LIBRARY']
  return named === undefined ? undefined : resolve(named)
}

/** The same folder that the window uses. */
export function defaultLibrary(): string {
  return join(envPaths('wenju', { suffix: '' }).data, 'library')
}

/** Where the desktop program keeps what is its own and no library's. */
export function configFolder(): string {
  return envPaths('wenju', { suffix: '' }).config
}

export function defaultEvaluationCache(): string {
  return join(envPaths('wenju', { suffix: '' }).cache, 'evaluation')
}

/** What the terminal speaks, by the usual variables; Windows sets none and is asked through Intl. */
export function terminalLanguage(env: NodeJS.ProcessEnv): Language {
  const tag = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG']
  return languageOf(tag || Intl.DateTimeFormat().resolvedOptions().locale)
}

export function numberOf(value: string | undefined, fallback: number): number {
  return value === undefined ? fallback : Number(value)
}
