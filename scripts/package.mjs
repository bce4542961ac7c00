/**
 * `npm run package`: builds, packs for this platform and processor into dist/, lists what went in
 * and checks it. `-- --dist FOLDER` packs around another distribution of Electron and makes no
 * installer: the contents can then be checked where Electron cannot be fetched.
 */
import { spawn } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { build, builderOf, packageFolder, projectRoot } from './built.mjs'
import { checkContents, findResources, readContents, sizeTable } from './package-contents.mjs'

const platforms = { linux: '--linux', win32: '--win', darwin: '--mac' }

const { values } = parseArgs({
  options: { dist: { type: 'string' }, out: { type: 'string' }, built: { type: 'boolean' } },
})

process.exitCode = await makePackage(resolve(values.out ?? join(projectRoot, 'dist')))

async function makePackage(output) {
  const builder = builderOf(projectRoot)
  if (!builder) return complain('the tools to build are not installed; run "npm ci"')
  if (!values.built && (await build(projectRoot, builder)) !== 0)
    return complain('the build failed')
  // What an earlier run left would be listed as this one's.
  rmSync(output, { recursive: true, force: true })
  const { code, text } = await runBuilder(output)
  if (code !== 0)
    return complain(reasonIn(text, output) ?? 'electron-builder failed; its words are above')
  return report(output)
}

function runBuilder(output) {
  const cli = join(packageFolder('electron-builder'), 'cli.js')
  const distribution = values.dist ? resolve(values.dist) : fetchedElectron()
  const args = [
    cli,
    platforms[process.platform],
    ...(values.dist ? ['dir'] : []),
    `--${process.arch}`,
    '--config=electron-builder.config.js',
    `--config.directories.output=${output}`,
    ...(distribution ? [`--config.electronDist=${distribution}`] : []),
    '--publish=never',
  ]
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: projectRoot,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let text = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (part) => {
        text += part
        process.stderr.write(part)
      })
    }
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? 1, text }))
  })
}

/** The distribution that `npm start` has fetched, so that it is not fetched twice. */
function fetchedElectron() {
  const folder = packageFolder('electron')
  return existsSync(join(folder, 'path.txt')) ? join(folder, 'dist') : undefined
}

/** electron-builder shows a stack for each failed try; the reason is one of these. */
function reasonIn(text, output) {
  if (!/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|fetch failed/.test(text)) {
    return undefined
  }
  const [what, variable] =
    existsSync(output) && findResources(output)
      ? ['The tools that make installers', 'ELECTRON_BUILDER_BINARIES_MIRROR']
      : ['Electron', 'ELECTRON_MIRROR']
  return `${what} could not be fetched. Check the network, or name a mirror in ${variable}.`
}

function report(output) {
  const resources = findResources(output)
  if (!resources) return complain(`no packed program in ${output}`)
  const contents = readContents(resources)
  console.log(sizeTable(contents.sizes))
  console.log(
    `${contents.packed.length} files in the archive, ${contents.unpacked.length} beside it`,
  )
  const wrong = checkContents(contents)
  for (const line of wrong) console.error(line)
  if (wrong.length > 0) return complain('the package is not right')
  if (process.platform === 'darwin') console.log('Not signed: macOS asks before it opens it.')
  console.log(`in ${output}`)
  return 0
}

function complain(line) {
  console.error(`package: ${line}`)
  return 1
}
