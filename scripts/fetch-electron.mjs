/**
 * Fetches Electron's binary: `fetch-electron.mjs PACKAGE WORK`, forked by the starter, to which it
 * tells bytes and the end. Does what Electron's own install.js does, with three differences: it
 * tells every byte, everything unfinished lies in WORK, and `dist` gets its name only when whole.
 */
import { existsSync, readFileSync } from 'node:fs'
import { rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const [folder, work] = process.argv.slice(2)

const binaries = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
}
const binary = binaries[process.platform] ?? 'electron'

/** Loads a library of Electron's package, wherever npm has put it. */
function load(name) {
  const own = createRequire(import.meta.url).resolve('electron/package.json')
  return import(pathToFileURL(createRequire(own).resolve(name)).href)
}

const json = (name) => JSON.parse(readFileSync(join(folder, name), 'utf8'))

async function fetchBinary() {
  const { downloadArtifact, getHostArch, initializeProxy } = await load('@electron/get')
  initializeProxy()
  const zip = await downloadArtifact({
    version: json('package.json').version,
    artifactName: 'electron',
    platform: process.platform,
    arch: getHostArch(),
    checksums: json('checksums.json'),
    cacheRoot: process.env.electron_config_cache,
    tempDirectory: work,
    downloadOptions: { quiet: true, getProgressCallback: tellBytes },
  })
  tell({ type: 'unpacking' })
  const { extract } = await load('@electron-internal/extract-zip')
  const fresh = join(work, 'dist')
  await extract(zip, { dir: fresh })
  if (!existsSync(join(fresh, binary))) throw new Error(`no ${binary} in ${zip}`)
  await rm(join(folder, 'path.txt'), { force: true })
  await rm(join(folder, 'dist'), { recursive: true, force: true })
  await rename(fresh, join(folder, 'dist'))
  await writeFile(join(folder, 'path.txt'), binary)
  return join(folder, 'dist', binary)
}

let told = 0

/** A message for each packet would be thousands. */
function tellBytes({ transferred, total }) {
  const now = Date.now()
  if (now - told < 200 && transferred !== total) return
  told = now
  tell({ type: 'bytes', done: transferred, total: total ?? 0 })
}

const tell = (message) => new Promise((resolve) => process.send(message, resolve))

/** `fetch failed` says nothing; what lies under it does. */
function reasonOf(error) {
  const { cause } = error
  return cause?.message ? `${error.message}: ${cause.message}` : error.message
}

try {
  const path = await fetchBinary()
  await tell({ type: 'there', path })
} catch (error) {
  await tell({ type: 'failed', reason: reasonOf(error) })
}
process.disconnect()
