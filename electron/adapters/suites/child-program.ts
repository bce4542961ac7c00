/** Runs a TypeScript program of this folder as a process of its own, so that it can be killed. */
import { fork, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { onTestFinished } from 'vitest'
import { temporaryFolder } from './temporary-folder'

/** Builds `suites/<name>.ts` into one file for the running test. @returns its path */
export async function buildProgram(name: string): Promise<string> {
  const folder = await temporaryFolder()
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: fileURLToPath(new URL(`${name}.ts`, import.meta.url)),
      outDir: folder,
      emptyOutDir: true,
      rollupOptions: { output: { format: 'es', entryFileNames: `${name}.mjs` } },
    },
  })
  return join(folder, `${name}.mjs`)
}

export interface Running {
  readonly child: ChildProcess
  /** Lines printed so far. */
  readonly lines: string[]
  /** Resolves when there are so many lines; rejects when the program ends before. */
  printed(count: number): Promise<void>
  /** Resolves when the program has ended. */
  readonly ended: Promise<void>
}

/** The program is killed at the end of the running test at the latest. */
export function runProgram(path: string, ...args: readonly string[]): Running {
  const child = fork(path, args, { silent: true, execArgv: [] })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  const lines: string[] = []
  const watchers = new Set<() => void>()
  let rest = ''
  let errors = ''
  child.stderr?.on('data', (data: Buffer) => (errors += data.toString()))
  child.stdout?.on('data', (data: Buffer) => {
    const parts = (rest + data.toString()).split('\n')
    rest = parts.pop() ?? ''
    lines.push(...parts)
    for (const watcher of watchers) watcher()
  })
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => {
      resolve()
    })
  })
  return {
    child,
    lines,
    ended,
    printed: (count) =>
      new Promise((resolve, reject) => {
        const watcher = () => {
          if (lines.length >= count) resolve()
        }
        watchers.add(watcher)
        watcher()
        void ended.then(() => {
          reject(new Error(`ended after ${String(lines.length)} lines: ${errors}`))
        })
      }),
  }
}
