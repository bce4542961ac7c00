/** Every error of the contract as the window says it, what stays, and the way on. */
import type { Page } from 'playwright/test'
import type { Language } from '../electron/contract/entities'
import { errorCodes, type ErrorCode, type ErrorDetails } from '../electron/contract/errors'
import { errorSentence, fill } from '../electron/contract/wording/wording'
import { expect, fixture, test } from './wenju'
import { LOAN_TITLE, windowOf, withLoan } from './window'

const LOAN = '欠了两千块没还，会有人上门吗？'
const DOOR_FILE = '催收员敲门时.md'

type Place =
  | 'ask'
  | 'start'
  | 'addFile'
  | 'readArticle'
  | 'cite'
  | 'removeArticle'
  | 'saveSettings'
  | 'clearHistory'

/** Wherever the window asks something of the engine, once it is open. */
const everywhere: readonly Place[] = [
  'ask',
  'addFile',
  'readArticle',
  'cite',
  'removeArticle',
  'saveSettings',
  'clearHistory',
]

/** Where in the window each can occur; 'terminal' for those that only the command line can meet. */
const places: Record<ErrorCode, readonly Place[] | 'terminal'> = {
  EMPTY_QUESTION: ['ask'],
  QUESTION_TOO_LONG: ['ask'],
  INVALID_TEXT: ['ask'],
  INVALID_REQUEST: ['ask', 'addFile', 'cite'],
  UNKNOWN_OPERATION: ['ask', 'cite'],
  ARTICLE_NOT_FOUND: ['readArticle', 'cite', 'removeArticle'],
  FILE_NOT_FOUND: 'terminal',
  FILE_UNREADABLE: ['addFile'],
  FILE_TOO_LARGE: ['addFile'],
  EMPTY_FILE: ['addFile'],
  NOT_TEXT: ['addFile'],
  UNKNOWN_ENCODING: ['addFile'],
  UNSUPPORTED_FORMAT: ['addFile'],
  LIBRARY_IN_USE: ['addFile', 'removeArticle', 'saveSettings', 'clearHistory'],
  LIBRARY_UNWRITABLE: ['start', 'addFile', 'removeArticle', 'saveSettings', 'clearHistory'],
  LIBRARY_DAMAGED: ['readArticle', 'cite', 'removeArticle'],
  LIBRARY_TOO_NEW: ['start'],
  DISK_FULL: ['addFile', 'removeArticle', 'saveSettings', 'clearHistory'],
  MODEL_DAMAGED: ['ask'],
  MODEL_UNSUPPORTED: ['ask'],
  DATASET_INVALID: 'terminal',
  ENGINE_STOPPED: everywhere,
  ENGINE_GIVEN_UP: ['start', 'ask', 'addFile'],
  UNAUTHORIZED: ['ask', 'addFile'],
  INTERNAL: everywhere,
}

const codesAt = (place: Place) =>
  errorCodes.filter((code) => places[code] !== 'terminal' && places[code].includes(place))

/** Something for every place in every sentence. */
const details: ErrorDetails = {
  bytes: 60_000_000,
  file: 'articles/a1.json',
  folder: '/home/li/wenju',
  format: 'PDF',
  found: 9,
  id: 'a1',
  length: 5_000,
  limit: 2_000,
  line: 3,
  name: DOOR_FILE,
  operation: 'sing',
  path: DOOR_FILE,
  pid: 4_711,
  reason: 'EIO',
  supported: 1,
  system: 'linux x64',
}

/** Until it is called off, the operation fails with `code`. */
async function failing(page: Page, operation: string, code: ErrorCode) {
  const address = `**/api/${operation}`
  await page.route(address, (route) =>
    route.fulfill({ status: 500, json: { ok: false, error: { code, details } } }),
  )
  return () => page.unroute(address)
}

/** The sentence as the table has it, whole: no place in it was left unfilled. */
function sentenceOf(code: ErrorCode, language: Language): string {
  const sentence = errorSentence({ code, details }, language)
  expect(sentence, code).not.toMatch(/[{}]/)
  return sentence
}

for (const language of ['zh', 'en'] as const) {
  test.describe(language, () => {
    test.use({ locale: language === 'zh' ? 'zh-CN' : 'en-GB' })

    test('where one asks: the question stays, the last answer too', async ({ page, wenju }) => {
      await wenju.open(page)
      const { words, box, answer, error, askAndHear } = await withLoan(page, language)
      const lead = answer.getByRole('blockquote').first()
      await askAndHear(LOAN)
      await expect(answer).toBeFocused()
      const said = (await lead.textContent()) ?? ''
      for (const code of codesAt('ask')) {
        await test.step(code, async () => {
          const callOff = await failing(page, 'ask', code)
          await askAndHear(LOAN)
          await expect(error).toHaveText(sentenceOf(code, language))
          await expect(box).toHaveValue(LOAN)
          await expect(lead).toHaveText(said)
          await callOff()
          await askAndHear(LOAN)
          // It comes with the answer; before it, Enter would go astray.
          await expect(answer).toBeFocused()
          await expect(error).toHaveCount(0)
          await expect(answer.getByText(words.answer.kinds.found.word)).toBeVisible()
        })
      }
    })

    test('where files are added: each file has its own sentence', async ({ page, wenju }) => {
      await wenju.open(page)
      const { words, goTo, add, whole } = await withLoan(page, language)
      await goTo('library')
      const report = page.getByRole('region', { name: words.library.report.title })
      for (const code of codesAt('addFile')) {
        await test.step(code, async () => {
          const callOff = await failing(page, 'addFile', code)
          await add(fixture(DOOR_FILE))
          await expect(report).toContainText(sentenceOf(code, language))
          await expect(page.getByRole('button', { name: LOAN_TITLE, exact: true })).toBeVisible()
          await callOff()
        })
      }
      await add(fixture(DOOR_FILE))
      await expect(page.getByRole('button', { name: '催收员敲门时', exact: true })).toBeVisible()
      await whole()
    })

    test('where an article is read: in its pane and beside its sentence', async ({
      page,
      wenju,
    }) => {
      await wenju.open(page)
      const { words, answer, pane, ask, openFirst } = await withLoan(page, language)
      for (const code of codesAt('readArticle')) {
        await test.step(code, async () => {
          await page.reload()
          const callOff = await failing(page, 'readArticle', code)
          await ask(LOAN)
          const sentence = sentenceOf(code, language)
          await expect(answer.getByText(sentence).first()).toBeVisible()
          await expect(answer.getByText(words.answer.verified, { exact: true })).toHaveCount(0)
          await openFirst()
          await expect(pane.getByRole('alert')).toHaveText(sentence)
          await callOff()
          await page.keyboard.press('Escape')
          await openFirst()
          await expect(pane.locator('mark').first()).toBeVisible()
        })
      }
    })

    test('where a citation is copied: beside its button', async ({ page, context, wenju }) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write'])
      await wenju.open(page)
      const { words, answer, ask } = await withLoan(page, language)
      await ask(LOAN)
      const copy = answer.getByRole('button', { name: words.copying.answer, exact: true })
      for (const code of codesAt('cite')) {
        await test.step(code, async () => {
          const callOff = await failing(page, 'cite', code)
          await copy.click()
          await expect(answer.getByText(sentenceOf(code, language))).toBeVisible()
          await callOff()
          await copy.click()
          await expect(answer.getByText(words.copying.done, { exact: true })).toBeVisible()
        })
      }
    })

    test('where an article is removed: in its row, and it stays', async ({ page, wenju }) => {
      await wenju.open(page)
      const { words, goTo } = await withLoan(page, language)
      await goTo('library')
      const button = (name: string) =>
        page.getByRole('button', { name: fill(name, { title: LOAN_TITLE }), exact: true })
      for (const code of codesAt('removeArticle')) {
        await test.step(code, async () => {
          const callOff = await failing(page, 'removeArticle', code)
          await button(words.library.removeNamed).click()
          await expect(page.getByText(sentenceOf(code, language))).toBeVisible()
          await expect(button('{title}')).toBeVisible()
          await callOff()
          await button(words.library.removeNamed).click()
          await expect(page.getByText(sentenceOf(code, language))).toHaveCount(0)
          await button(words.library.undoNamed).click()
          await expect(button(words.library.removeNamed)).toBeVisible()
        })
      }
    })

    test('where a setting is changed: beside it', async ({ page, wenju }) => {
      await wenju.open(page)
      const { words, error, goTo } = windowOf(page, language)
      const { label, choices } = words.settings.theme
      const group = page.getByRole('radiogroup', { name: label, exact: true })
      const theme = (name: keyof typeof choices) =>
        group.getByRole('radio', { name: choices[name], exact: true })
      // In force at once, before it is kept: the next one waits for the reply.
      const choose = async (name: keyof typeof choices) => {
        const kept = page.waitForResponse('**/api/saveSettings')
        await theme(name).click()
        await kept
      }
      await goTo('settings')
      for (const code of codesAt('saveSettings')) {
        await test.step(code, async () => {
          const callOff = await failing(page, 'saveSettings', code)
          await choose('dark')
          await expect(error).toHaveText(sentenceOf(code, language))
          await expect(theme('system')).toBeChecked()
          await callOff()
          await choose('dark')
          await expect(theme('dark')).toBeChecked()
          await expect(error).toHaveCount(0)
          await choose('system')
          await expect(theme('system')).toBeChecked()
        })
      }
    })

    test('where the history is erased: above it, and it stays', async ({ page, wenju }) => {
      await wenju.open(page)
      const { words, error, askAndHear, goTo } = windowOf(page, language)
      const button = (name: string) => page.getByRole('button', { name, exact: true })
      for (const code of codesAt('clearHistory')) {
        await test.step(code, async () => {
          await goTo('ask')
          await askAndHear(LOAN)
          await goTo('history')
          const callOff = await failing(page, 'clearHistory', code)
          await button(words.history.clear).click()
          await button(words.history.clearYes).click()
          await expect(error).toHaveText(sentenceOf(code, language))
          await expect(page.getByRole('list', { name: words.history.list })).toContainText(LOAN)
          await callOff()
          await button(words.history.clear).click()
          await button(words.history.clearYes).click()
          await expect(page.getByText(words.history.cleared)).toBeVisible()
          await expect(error).toHaveCount(0)
        })
      }
    })

    test('when the library cannot be opened: instead of its list', async ({ page, wenju }) => {
      await wenju.open(page)
      const { goTo, error } = windowOf(page, language)
      for (const code of codesAt('start')) {
        await test.step(code, async () => {
          const callOff = await failing(page, 'status', code)
          await page.reload()
          await goTo('library')
          await expect(error.first()).toHaveText(sentenceOf(code, language))
          await callOff()
          await page.reload()
          await expect(page.getByRole('textbox').first()).toBeVisible()
          await goTo('library')
          await expect(error).toHaveCount(0)
        })
      }
    })
  })
}
