/**
 * Pictures of the window for the READMEs: `npm run screenshots [-- folder]`, after a build. Starts
 * the program on a new library, asks, and takes each screen in both languages, and the reading
 * pane in the dark as well.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright'
import { findBrowser } from './ensure-browser.mjs'

const project = fileURLToPath(new URL('..', import.meta.url))
const out = process.argv[2] ?? join(project, 'docs', 'pictures')

const speech = {
  zh: {
    locale: 'zh-CN',
    library: '书架',
    ask: '提问',
    question: '欠了两千块没还，会有人上门吗？',
    offTopic: '火星上的火山有多高？',
    open: /^打开出处 1：/,
    whole: /段，可以查找/,
    verified: '原文',
  },
  en: {
    locale: 'en-GB',
    library: 'Library',
    ask: 'Ask',
    question: 'Will debt collectors come to my home?',
    offTopic: 'How high are the volcanoes of Mars?',
    open: /^Open source 1:/,
    whole: /passages, ready/,
    verified: 'Verbatim',
  },
}

async function startProgram(library) {
  const options = ['serve', '--library', library, '--port', '0', '--json']
  const child = spawn(process.execPath, [join(project, 'bin', 'wenju.js'), ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  for await (const line of createInterface(child.stdout)) return { child, ...JSON.parse(line) }
  throw new Error('the program ended before it was ready')
}

async function takeAll(browser, url, language) {
  const words = speech[language]
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    colorScheme: 'light',
    // What moves would be caught halfway.
    reducedMotion: 'reduce',
    locale: words.locale,
  })
  const page = await context.newPage()
  // A library whose vectors are not shipped is read in first.
  page.setDefaultTimeout(300_000)
  const take = (name) => page.screenshot({ path: join(out, `${language}-${name}.png`) })
  const go = (name) =>
    page.getByRole('navigation').getByRole('button', { name, exact: true }).click()
  const answer = async (question) => {
    await page.getByRole('textbox').first().fill(question)
    await page.keyboard.press('Enter')
    await page.getByText(question).first().waitFor()
    await page.getByRole('region').first().waitFor()
  }

  await page.goto(url)
  await page.getByRole('textbox').first().waitFor()
  await page.getByRole('button', { name: words.whole }).waitFor()
  await take('home')
  await go(words.library)
  await page.getByRole('table').waitFor()
  await take('library')
  await go(words.ask)
  await answer(words.offTopic)
  await take('none')
  await answer(words.question)
  await page.getByText(words.verified, { exact: true }).first().waitFor()
  await take('ask')
  await page.getByRole('button', { name: words.open }).click()
  await page.locator('mark').first().waitFor()
  await take('reading')
  await page.emulateMedia({ colorScheme: 'dark' })
  await take('reading-dark')
  await context.close()
}

await mkdir(out, { recursive: true })
const folder = await mkdtemp(join(tmpdir(), 'wenju-pictures-'))
const { child, url } = await startProgram(join(folder, 'library'))
const browser = await chromium.launch({ executablePath: findBrowser() })
try {
  for (const language of Object.keys(speech)) await takeAll(browser, url, language)
  console.log(`pictures in ${out}`)
} finally {
  await browser.close()
  // It writes until it has ended.
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
  await rm(folder, { recursive: true, force: true })
}
