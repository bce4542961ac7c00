/** The built command line as one more program: arguments in, what it says and its exit code out. */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export const program = fileURLToPath(new URL('../bin/wenju.js', import.meta.url))

export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly notes: string
}

/** Runs it to its end, in Chinese unless `env` says otherwise. */
export function wenju(
  words: readonly string[],
  options: { input?: string; env?: Record<string, string> } = {},
) {
  return new Promise<Ended>((resolve) => {
    const child = spawn(process.execPath, [program, ...words], {
      env: { ...process.env, LANG: 'zh_CN.UTF-8', LC_ALL: '', ...options.env },
    })
    const [out, notes]: Buffer[][] = [[], []]
    child.stdout.on('data', (part: Buffer) => out?.push(part))
    child.stderr.on('data', (part: Buffer) => notes?.push(part))
    child.on('close', (code) => {
      resolve({
        code,
        out: Buffer.concat(out ?? []).toString(),
        notes: Buffer.concat(notes ?? []).toString(),
      })
    })
    child.stdin.end(options.input ?? '')
  })
}
