/** Which packages reach a user: those that run, and those whose code is built into the window. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

/** Licences that let a program be given away under MIT with nothing more than their notices. */
const known = [
  'MIT',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'CC0-1.0',
  '(MIT OR CC0-1.0)',
]

/**
 * @typedef {object} Package
 * @property {string} name
 * @property {string} version
 * @property {string} licence SPDX
 * @property {string} path below the project, as the lock file has it
 * @property {boolean} forOneSystem native code for one kind of computer: installed only there
 */

/**
 * Read from the lock file alone, so that the list is the same on every system.
 * @param {Record<string, any>} locked `packages` of package-lock.json
 * @param {readonly string[]} imported names that the window's sources import
 * @returns {readonly Package[]} by name
 * @throws when a licence is not among those known
 */
export function packagesIn(locked, imported) {
  const running = Object.keys(locked).filter(
    (path) => path.includes('node_modules/') && !locked[path].dev && !locked[path].link,
  )
  const builtIn = new Set()
  for (const name of imported) addTree(locked, name, '', builtIn)
  const paths = [...new Set([...running, ...builtIn])]
  const packages = paths.map((path) => {
    const { version, license, os, cpu } = locked[path]
    const name = locked[path].name ?? path.slice(path.lastIndexOf('node_modules/') + 13)
    if (!known.includes(license)) throw new Error(`${name}: licence ${license} is not known here`)
    const forOneSystem = os !== undefined && cpu !== undefined
    return { name, version, licence: license, path, forOneSystem }
  })
  return packages.toSorted((one, other) => compare(one.name, other.name))
}

/** Adds the package that `name` means to a package at `from`, and what it needs in turn. */
function addTree(locked, name, from, found) {
  const folders = [from, ...outerFolders(from)]
  const path = folders
    .map((folder) => (folder ? `${folder}/` : '') + `node_modules/${name}`)
    .find((candidate) => locked[candidate])
  if (!path) throw new Error(`${name} is imported but not in package-lock.json`)
  if (found.has(path) || locked[path].link) return
  found.add(path)
  for (const needed of Object.keys(locked[path].dependencies ?? {})) {
    addTree(locked, needed, path, found)
  }
}

function outerFolders(path) {
  const end = path.lastIndexOf('node_modules/')
  if (end < 0) return []
  const outer = path.slice(0, Math.max(0, end - 1))
  return [outer, ...outerFolders(outer)]
}

/**
 * Packages that the sources in `folder` import by name, types and tests (`suites` too) left out.
 * @param {string} folder
 * @returns {readonly string[]}
 */
export function importedIn(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(({ name }) => /\.(tsx?|css)$/.test(name) && !name.includes('.test.'))
    .filter(({ parentPath }) => basename(parentPath) !== 'suites')
    .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8'))
  const specifiers = files.flatMap((source) =>
    [...source.matchAll(/^(?:import|export)(?! type\b)[\w\s{},*$]*['"]([^.'"/][^'"]*)['"]/gm)].map(
      ([, specifier]) => specifier,
    ),
  )
  const names = specifiers.map((path) => path.split('/').slice(0, path.startsWith('@') ? 2 : 1))
  return [...new Set(names.map((parts) => parts.join('/')))].toSorted()
}

/** By code units: the same order on every machine. */
const compare = (one, other) => (one < other ? -1 : one > other ? 1 : 0)
