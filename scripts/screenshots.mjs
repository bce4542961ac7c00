/**
 * Pictures of the window for the README: `node scripts/screenshots.mjs [folder]`, after a build.
 * Starts the program on a new library, asks, and takes each screen at two widths, in both languages
 * and themes.
 */
import { spawn } from 'node:child_process'
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
    library: '书架',
    ask: '提问',
    question: '欠了两千块没还，会有人上门吗？',
    offTopic: '火星上的火山有多高？',
    open: /^打开出处 1：/,
    whole: /段，可以查找/,
    verified: '原文',
  },
  en: {
    library: 'Library',
    ask: 'Ask',
    question: 'Will debt collectors come to my home?',
    offTopic: 'How high are the volcanoes of Mars?',
    open: /^Open source 1:/,
    whole: /passages, ready/,
    verified: 'Verbatim',
  },
}

const looks = [
  { language: 'zh', theme: 'light', width: 1280 },
  { language: 'zh', theme: 'dark', width: 800 },
  { language: 'en', theme: 'dark', width: 1280 },
  { language: 'en', theme: 'light', width: 800 },
]

async function startProgram(library) {
  const options = ['serve', '--library', library, '--port', '0', '--json']
  const child = spawn(process.execPath, [join(project, 'bin', 'wenju.js'), ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  for await (const line of createInterface(child.stdout)) return { child, ...JSON.parse(line) }
  throw new Error('the program ended before it was ready')
}

async function takeAll(browser, url, { language, theme, width }) {
  const words = speech[language]
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB'
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    colorScheme: theme,
    locale,
  })
  const page = await context.newPage()
  const take = (name) =>
    page.screenshot({ path: join(out, `${name}-${language}-${theme}-${String(width)}.png`) })
  const go = (name) => page.getByRole('navigation').getByRole('button', { name }).click()
  const answer = async (question) => {
    await page.getByRole('textbox').first().fill(question)
    await page.keyboard.press('Enter')
    await page.getByText(question).first().waitFor()
    await page.getByRole('region').first().waitFor()
  }

  await page.goto(url)
  await page.getByRole('textbox').first().waitFor()
  await page.getByRole('button', { name: words.whole }).waitFor()
  await go(words.library)
  await take('library')
  await go(words.ask)
  await take('home')
  await answer(words.offTopic)
  await take('none')
  await answer(words.question)
  await page.getByText(words.verified, { exact: true }).first().waitFor()
  await take('answer')
  await page.getByRole('button', { name: words.open }).click()
  await page.locator('mark').first().waitFor()
  await take('reading')
  await context.close()
}

await mkdir(out, { recursive: true })
const folder = await mkdtemp(join(tmpdir(), 'wenju-pictures-'))
const { child, url } = await startProgram(join(folder, 'library'))
const browser = await chromium.launch({ executablePath: findBrowser() })
try {
  for (const look of looks) await takeAll(browser, url, look)
  console.log(`pictures in ${out}`)
} finally {
  await browser.close()
  child.kill('SIGTERM')
  await rm(folder, { recursive: true, force: true })
}
