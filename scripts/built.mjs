/** Whether the programs and the window in out/ are there and newer than their sources, and the way to build them. */
import { spawn } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const projectRoot = fileURLToPath(new URL('..', import.meta.url))

const outputs = [
  'out/main/cli.js',
  'out/main/engine-process.js',
  'out/main/main.js',
  'out/main/start.js',
  'out/preload/preload.cjs',
  'out/renderer/index.html',
]
const sourceFolders = ['electron', 'renderer']
const sourceFiles = ['package.json', 'electron.vite.config.ts']

/**
 * @param {string} root
 * @returns {'missing' | 'stale' | 'fresh'}
 */
export function buildState(root) {
  const paths = outputs.map((output) => join(root, output))
  if (!paths.every((path) => existsSync(path))) return 'missing'
  const oldestOutput = Math.min(...paths.map(changedAt))
  return sources(root).some((path) => changedAt(path) > oldestOutput) ? 'stale' : 'fresh'
}

/**
 * The folder of an installed package. Throws MODULE_NOT_FOUND where it is not installed.
 * @param {string} name
 * @param {string} root
 */
export function packageFolder(name, root = projectRoot) {
  return dirname(createRequire(join(root, 'package.json')).resolve(`${name}/package.json`))
}

/**
 * The build program's file, or `undefined` where development dependencies are not installed.
 * @param {string} root
 */
export function builderOf(root) {
  try {
    return join(packageFolder('electron-vite', root), 'bin', 'electron-vite.js')
  } catch (error) {
    if (error.code === 'MODULE_NOT_FOUND') return undefined
    throw error
  }
}

/**
 * Builds; its words go to stderr, because stdout may be read by a program. Never needs Electron's
 * binary.
 * @param {string} root
 * @param {string} builder
 * @returns {Promise<number>} the exit code
 */
export function build(root, builder) {
  return new Promise((resolve, reject) => {
    const stdio = ['ignore', process.stderr, process.stderr]
    const child = spawn(process.execPath, [builder, 'build'], { cwd: root, stdio })
    child.on('error', reject)
    child.on('close', (code) => resolve(code ?? 1))
  })
}

/** Builds the project where it is not built or out of date; says so when that cannot be done. */
export async function prepareBuild() {
  const state = buildState(projectRoot)
  if (state === 'fresh') return true
  const builder = builderOf(projectRoot)
  if (builder) return (await build(projectRoot, builder)) === 0
  // Without the build's tools nobody edits sources: their dates are those of an unpacked archive.
  if (state === 'stale') return true
  console.error('wenju: not built, and the tools to build are not installed; run "npm ci"')
  return false
}

function sources(root) {
  const inFolders = sourceFolders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
      .map((entry) => join(entry.parentPath, entry.name)),
  )
  return [...inFolders, ...sourceFiles.map((file) => join(root, file))]
}

function changedAt(path) {
  return statSync(path).mtimeMs
}
