/** Writes THIRD-PARTY.md: `npm run third-party`. Fails at a licence that is not known. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from './built.mjs'
import { importedIn, packagesIn } from './third-party-packages.mjs'
import { thirdPartyText } from './third-party-text.mjs'

const read = (path) => readFileSync(join(projectRoot, path), 'utf8')

const { packages: locked } = JSON.parse(read('package-lock.json'))
const packages = packagesIn(locked, importedIn(join(projectRoot, 'renderer')))
const text = await thirdPartyText(projectRoot, packages, read('models/NOTICE.md'))
writeFileSync(join(projectRoot, 'THIRD-PARTY.md'), text)
console.log(`${String(packages.length)} packages in THIRD-PARTY.md`)
