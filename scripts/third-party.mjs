/** Writes THIRD-PARTY.md: `npm run third-party`. Fails at a licence that is not known. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { importedIn, packagesIn } from './third-party-packages.mjs'
import { thirdPartyText } from './third-party-text.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const read = (path) => readFileSync(join(root, path), 'utf8')

const { packages: locked } = JSON.parse(read('package-lock.json'))
const packages = packagesIn(locked, importedIn(join(root, 'renderer')))
const text = await thirdPartyText(root, packages, read('models/NOTICE.md'))
writeFileSync(join(root, 'THIRD-PARTY.md'), text)
console.log(`${String(packages.length)} packages in THIRD-PARTY.md`)
