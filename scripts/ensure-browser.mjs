/**
 * Finds a browser for the journeys in e2e/: the one named in WENJU_BROWSER, else a Chrome or
 * Chromium of this machine, else Playwright's own. Run directly it also installs one where none
 * is found, says in one line what it did, and exits 1 with the reason where none can be had.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright'

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome']

const macApps = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
]

function candidates() {
  const { env, platform } = process
  if (platform === 'darwin') {
    const homes = ['/Applications', join(env.HOME ?? '/', 'Applications')]
    return homes.flatMap((home) => macApps.map((app) => join(home, app)))
  }
  if (platform === 'win32') {
    return [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
      .filter(Boolean)
      .flatMap((home) =>
        ['Google/Chrome', 'Chromium'].map((name) => join(home, name, 'Application', 'chrome.exe')),
      )
  }
  return (env.PATH ?? '')
    .split(delimiter)
    .filter(Boolean)
    .flatMap((folder) => names.map((name) => join(folder, name)))
}

/** The path of a browser that is there now; undefined when there is none. */
export function findBrowser() {
  const named = process.env.WENJU_BROWSER
  if (named) return existsSync(named) ? named : undefined
  return candidates().find(existsSync) ?? playwrightsOwn()
}

function playwrightsOwn() {
  const path = chromium.executablePath()
  return path && existsSync(path) ? path : undefined
}

function run(command, args) {
  const { status, error } = spawnSync(command, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  return error ? error.message : status === 0 ? undefined : `exit code ${String(status)}`
}

function install() {
  const attempts = [
    {
      what: 'npx playwright install chromium',
      steps: [['npx', ['playwright', 'install', 'chromium']]],
    },
  ]
  const rootOnDebian = process.getuid?.() === 0 && existsSync('/etc/debian_version')
  if (rootOnDebian && process.env.CI) {
    attempts.push({
      what: 'apt-get install chromium fonts-noto-cjk',
      steps: [
        ['apt-get', ['update']],
        ['apt-get', ['install', '-y', 'chromium', 'fonts-noto-cjk']],
      ],
    })
  }
  const reasons = []
  for (const { what, steps } of attempts) {
    let reason
    for (const [command, args] of steps) reason ??= run(command, args)
    const browser = findBrowser()
    if (browser) return { browser, what }
    reasons.push(`${what}: ${reason ?? 'it ended well but left no browser'}`)
  }
  return { reasons }
}

function ensure() {
  const named = process.env.WENJU_BROWSER
  const there = findBrowser()
  if (there) {
    console.log(`browser: ${there}`)
    return 0
  }
  if (named) {
    console.error(`no browser: WENJU_BROWSER names ${named}, and there is no such file`)
    return 1
  }
  const { browser, what, reasons } = install()
  if (browser) {
    console.log(`browser: ${browser} (by ${what})`)
    return 0
  }
  console.error(`no browser: none found on this machine; ${reasons.join('; ')}`)
  return 1
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  process.exitCode = ensure()
}
