/** THIRD-PARTY.md as text: who made what is used, and each licence text once. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { beyond, holders } from './third-party-beyond.mjs'

const isLicenceFile = (name) => /^(licen[cs]e|copying|notice)/i.test(name)
const isCopyright = (line) => /^\s*copyright (\(c\)|©|\d)/i.test(line)
const isHeading = (line) => /^\s*(the )?(mit|isc) licen[cs]e( \(mit\))?:?\s*$/i.test(line)

/**
 * What a package's own licence files say: who holds it, and the text without those lines.
 * @param {string} folder
 * @returns {{ readonly copyright: string, readonly text: string } | undefined} undefined without such a file
 */
export function noticeIn(folder) {
  const files = readdirSync(folder).filter(isLicenceFile).toSorted()
  if (files.length === 0) return undefined
  const lines = files
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n\n')
    .split(/\r?\n/)
  // Apache's own text has such words only in its indented appendix.
  const isApache = /Apache License/.test(lines.slice(0, 5).join(' '))
  const held = (line) => isCopyright(line) && !(isApache && /^\s+|\[yyyy\]/.test(line))
  const copyright = lines.filter(held).map((line) => line.trim())
  const text = lines.filter((line) => !held(line) && !isHeading(line)).join('\n')
  return { copyright: copyright.join('; '), text: text.replace(/\n{3,}/g, '\n\n').trim() }
}

/**
 * @param {string} root the project, with everything installed
 * @param {readonly import('./third-party-packages.mjs').Package[]} packages
 * @param {string} models notice of the models, Markdown
 * @returns {Promise<string>}
 * @throws when a package that every system installs is not there
 */
export async function thirdPartyText(root, packages, models) {
  const texts = createTexts()
  const rows = packages
    .filter(({ forOneSystem }) => !forOneSystem)
    .map(({ name, version, licence, path }) => {
      const notice = noticeIn(join(root, path))
      const number = notice ? texts.add(licence, notice.text) : undefined
      return { name, version, licence, copyright: notice?.copyright, number, path }
    })
    .map(({ number, copyright, path, ...row }) => [
      row.name,
      row.version,
      row.licence,
      copyright || (holders[row.name] ?? authorOf(join(root, path))),
      linkTo(number ?? texts.ofLicence(row.licence)),
    ])
  const native = packages
    .filter(({ forOneSystem }) => forOneSystem)
    .map(({ name, version, licence }) => [name, version, licence])
  const others = beyond.map((part) => [
    part.name,
    part.licence,
    part.copyright,
    part.where,
    part.texts.map((licence) => linkTo(texts.ofLicence(licence))).join(' '),
  ])
  const text = [
    '# What Wenju is made with',
    'Made by `npm run third-party` from package-lock.json and the licence files of the packages; a test fails when it is out of date. Wenju itself is under the MIT licence (`LICENSE`), its articles under CC BY 4.0 (`data/LICENSE`).',
    '## Packages',
    'Those that run with Wenju, and those whose code is built into its window.',
    table(['package', 'version', 'licence', 'copyright', 'text'], rows),
    '### Native parts for one system',
    'Installed where they fit; copyright and licence text are those of the package they belong to.',
    table(['package', 'version', 'licence'], native),
    '## Beyond packages',
    table(['what', 'licence', 'copyright', 'where', 'text'], others),
    models.trim().replace(/^#/gm, '##'),
    '## Licence texts',
    ...texts.all().map(({ licence, text }, index) => {
      return `### Text ${String(index + 1)}: ${licence}\n\n\`\`\`text\n${text}\n\`\`\``
    }),
  ].join('\n\n')
  const options = await resolveConfig(join(root, 'THIRD-PARTY.md'))
  return format(text, { ...options, parser: 'markdown' })
}

/** Licence texts, each once however it is wrapped, numbered from 1 in the order in which they come. */
function createTexts() {
  const all = []
  const key = (text) =>
    text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim()
  return {
    all: () => all,
    add: (licence, text) => {
      const at = all.findIndex((known) => key(known.text) === key(text))
      return at < 0 ? all.push({ licence, text }) : at + 1
    },
    ofLicence: (licence) => {
      const at = all.findIndex((known) => known.licence === licence)
      if (at < 0) throw new Error(`no package has the text of ${licence}`)
      return at + 1
    },
  }
}

const linkTo = (number) => `[${String(number)}](#user-content-text-${String(number)})`

function authorOf(folder) {
  const manifest = join(folder, 'package.json')
  if (!existsSync(manifest)) throw new Error(`${folder} is not installed`)
  const { author } = JSON.parse(readFileSync(manifest, 'utf8'))
  const name = typeof author === 'string' ? author : author?.name
  if (!name) throw new Error(`${folder} names nobody as its holder`)
  return `Copyright (c) ${name}`
}

function table(heads, rows) {
  const line = (cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n')
}
