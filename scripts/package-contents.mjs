/** What a packed program consists of, and whether that is right. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import asar from '@electron/asar'

/**
 * @typedef {object} PackageContents
 * @property {string} resources the folder that holds app.asar
 * @property {string[]} packed paths inside the archive, with '/'
 * @property {string[]} unpacked those of them that lie beside it as plain files
 * @property {string[]} beside paths of models, articles and licences, from `resources`
 * @property {{ part: string, bytes: number }[]} sizes
 */

/** The packed program somewhere below `folder`. @returns {string | undefined} */
export function findResources(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return entries.find(({ name }) => name === 'app.asar')?.parentPath
}

/** @returns {PackageContents} */
export function readContents(resources) {
  const archive = join(resources, 'app.asar')
  const packed = asar
    .listPackage(archive, { isPack: false })
    .map((path) => slashed(path).replace(/^\//, ''))
    .filter((path) => 'size' in asar.statFile(archive, path.split('/').join(sep)))
  const loose = `${archive}.unpacked`
  const unpacked = filesBelow(loose)
  const own = ['models', 'data', 'LICENSE', 'THIRD-PARTY.md', 'PRIVACY.md', 'SECURITY.md']
  const beside = own.flatMap((name) => {
    const path = join(resources, name)
    if (!existsSync(path)) return []
    return statSync(path).isDirectory() ? filesBelow(path).map((file) => `${name}/${file}`) : [name]
  })
  const part = (name, path) => ({ part: name, bytes: bytesOf(path) })
  const parts = [
    part('archive', archive),
    part('unpacked natives', loose),
    part('models', join(resources, 'models')),
    part('data', join(resources, 'data')),
  ]
  const whole = bytesOf(programFolder(resources))
  const rest = whole - parts.reduce((sum, { bytes }) => sum + bytes, 0)
  return {
    resources,
    packed,
    unpacked,
    beside,
    sizes: [...parts, { part: 'Electron', bytes: rest }, { part: 'all', bytes: whole }],
  }
}

/** Everything that the program cannot do without, as patterns of which each must be met. */
const needed = [
  /^package\.json$/,
  /^out\/main\/main\.js$/,
  /^out\/main\/cli\.js$/,
  /^out\/main\/engine-process\.js$/,
  /^out\/preload\/.*\.cjs$/,
  /^out\/renderer\/index\.html$/,
]
const neededUnpacked = [
  /onnxruntime_binding\.node$/,
  /(lib)?onnxruntime\.(so|dll|\d.*dylib|dylib)/,
  /jieba\..*\.node$/,
]
const neededBeside = [
  'models/manifest.json',
  'data/facts.json',
  'data/starter-vectors',
  'LICENSE',
  'THIRD-PARTY.md',
]

const forbidden = [
  /^(electron|renderer|e2e|scripts|stubs|docs|data|models|\.github|\.ci)\//,
  /^out\/main\/(start|starter|bench|calibrate)\.js$/,
  /\.(test|spec)\.[cm]?[jt]s$/,
  /(?<!\.d)\.[cm]?tsx?$/,
  /\.map$/,
  /(^|\/)\.env/,
  /^node_modules\/(electron|electron-builder|electron-vite|vite|vitest|typescript|playwright|react|react-dom|@mantine)\//,
  /transformers\.(web|min)?\.?(js|min\.js)$/,
]

/**
 * @param {PackageContents} contents
 * @returns {string[]} what is wrong, a line each; none when all is right
 */
export function checkContents(contents, { platform, arch } = process) {
  const { resources, packed, unpacked, beside } = contents
  const runtime = /onnxruntime-node\/bin\/napi-v6\/([^/]+\/[^/]+)\//
  const missing = (patterns, paths) =>
    patterns.filter((pattern) => !paths.some((path) => pattern.test(path))).map(String)
  const files = beside.includes('models/manifest.json') ? modelFiles(resources) : []
  return [
    ...missing(needed, packed),
    ...missing(neededUnpacked, unpacked),
    ...[...neededBeside, ...files].filter((path) => !beside.includes(path)),
  ]
    .map((what) => `missing: ${what}`)
    .concat(
      [
        ...packed.filter((path) => forbidden.some((pattern) => pattern.test(path))),
        ...packed.filter((path) => {
          const system = runtime.exec(path)?.[1]
          return system !== undefined && system !== `${platform}/${arch}`
        }),
        ...beside.filter((path) => path.startsWith('data/eval/')),
      ].map((path) => `does not belong: ${path}`),
      packed
        .filter((path) => /\.(node|dll|dylib|so(\.\d+)*)$/.test(path) && !unpacked.includes(path))
        .map((path) => `native, but inside the archive: ${path}`),
    )
}

/** @param {PackageContents['sizes']} sizes */
export function sizeTable(sizes) {
  const width = Math.max(...sizes.map(({ part }) => part.length))
  const megabytes = (bytes) => (bytes / 1_000_000).toFixed(1).padStart(8)
  return sizes.map(({ part, bytes }) => `${part.padEnd(width)} ${megabytes(bytes)} MB`).join('\n')
}

/** On macOS resources lie two levels inside the bundle. */
function programFolder(resources) {
  const above = dirname(resources)
  return above.endsWith('Contents') ? dirname(above) : above
}

function modelFiles(resources) {
  const manifest = JSON.parse(readFileSync(join(resources, 'models', 'manifest.json'), 'utf8'))
  return Object.keys(manifest.files).map((file) => `models/${manifest.folder}/${file}`)
}

function filesBelow(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => slashed(relative(folder, join(entry.parentPath, entry.name))))
}

function bytesOf(path) {
  if (!existsSync(path)) return 0
  if (!statSync(path).isDirectory()) return statSync(path).size
  return filesBelow(path).reduce((sum, file) => sum + statSync(join(path, file)).size, 0)
}

function slashed(path) {
  return path.split(sep).join('/')
}
