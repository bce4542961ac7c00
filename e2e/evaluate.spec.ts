/** Questions of one's own: marking where they are answered, asking them all, comparing settings. */
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright/test'
import { check } from './axe-violations'
import { expect, fixture, test } from './wenju'
import { LOAN_TITLE, pattern, windowOf, withLoan } from './window'

const RECORD = '还清以后信用记录保留多久？'
const VISIT = '欠了两千块没还，会有人上门吗？'
const MOON = '月球离地球有多远？'

/** Nothing is cut off or pushed out to the side. */
async function fits(page: Page) {
  const wide = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    const screen = document.querySelector('.evaluate')?.closest('.screen')
    return Math.max(scrollWidth - clientWidth, screen ? screen.scrollWidth - screen.clientWidth : 0)
  })
  expect(wide, 'pixels to the side').toBe(0)
}

for (const language of ['zh', 'en'] as const) {
  test.describe(language, () => {
    test.use({ locale: language === 'zh' ? 'zh-CN' : 'en-GB' })

    test('from asked questions to figures, and back after a restart', async ({ page, wenju }) => {
      await wenju.open(page)
      const { words, goTo, askAndHear, answer, box } = await withLoan(page, language)
      const { evaluate } = words
      const said = (sentence: string, values: Record<string, string | number>) =>
        sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]))
      const button = (name: string) => page.getByRole('button', { name, exact: true })
      const set = page.getByRole('list', { name: new RegExp(pattern(evaluate.list.title)) })

      await goTo('evaluate')
      await expect(page.getByText(evaluate.about)).toBeVisible()
      await expect(page.getByText(evaluate.list.none)).toBeVisible()
      await expect(button(evaluate.run.go)).toHaveCount(0)
      await check(page, 'nothing marked yet')
      await goTo('ask')
      for (const question of [MOON, RECORD, VISIT]) await askAndHear(question)

      await goTo('evaluate')
      await button(said(evaluate.add.pick, { question: RECORD })).press('Enter')
      const marking = page.getByRole('region', {
        name: said(evaluate.marking.title, { question: RECORD }),
      })
      await expect(marking).toBeFocused()
      const marks = marking.getByRole('button', {
        name: new RegExp(pattern(evaluate.marking.rightNamed)),
      })
      const right = marks.first()
      await right.click()
      await expect(right).toHaveAttribute('aria-pressed', 'true')
      await expect(set.getByRole('listitem').filter({ hasText: RECORD })).toContainText(LOAN_TITLE)
      await check(page, 'a question being marked')
      await button(evaluate.marking.done).click()
      await expect(marking).toHaveCount(0)
      await expect(page.getByRole('heading', { name: evaluate.add.title })).toBeFocused()
      await expect(button(said(evaluate.add.pick, { question: RECORD }))).toHaveCount(0)

      await page.getByRole('textbox', { name: evaluate.add.label }).fill(MOON)
      await page.keyboard.press('Enter')
      await button(evaluate.marking.nowhere).click()
      await expect(button(evaluate.marking.nowhere)).toHaveAttribute('aria-pressed', 'true')
      await button(evaluate.marking.done).click()
      await expect(set.getByRole('listitem').filter({ hasText: MOON })).toContainText(
        evaluate.list.nowhere,
      )

      await button(evaluate.run.go).click()
      const figure = (name: string) => page.getByRole('row').filter({ hasText: name })
      await expect(page.getByRole('heading', { name: evaluate.results.title })).toBeFocused()
      const { figures, of } = evaluate.results
      await expect(figure(figures.first.name)).toContainText(said(of, { count: 1, of: 1 }))
      await expect(figure(figures.claimed.name)).toContainText(said(of, { count: 0, of: 1 }))
      await check(page, 'the figures')

      await page.getByRole('checkbox', { name: evaluate.run.compare }).check()
      const second = page.getByRole('group', { name: evaluate.run.second })
      await second.getByRole('radio', { name: evaluate.run.lanes.choices.meaning }).check()
      await second.getByRole('checkbox', { name: evaluate.run.finder }).uncheck()
      await button(evaluate.run.go).click()
      await expect(page.getByRole('columnheader')).toHaveCount(3)
      await expect(
        page.getByRole('columnheader', { name: evaluate.run.lanes.choices.meaning }),
      ).toBeVisible()
      await check(page, 'two settings compared')
      for (const width of [800, 320]) {
        await page.setViewportSize({ width, height: 700 })
        await fits(page)
        await check(page, `two settings compared, ${String(width)} wide`)
      }
      await page.setViewportSize({ width: 1280, height: 800 })

      const unfold = page.locator('.evaluate [aria-expanded="false"]')
      while ((await unfold.count()) > 0) await unfold.first().click()
      await button(said(evaluate.results.askAgain, { question: RECORD }))
        .first()
        .click()
      await expect(box).toHaveValue(RECORD)
      await expect(answer).toBeVisible()
      await goTo('evaluate')
      await expect(page.getByRole('columnheader')).toHaveCount(3)

      await wenju.restart()
      await wenju.open(page)
      await goTo('evaluate')
      await expect(set.getByRole('listitem').filter({ hasText: RECORD })).toContainText(LOAN_TITLE)
      await button(said(evaluate.list.remove, { question: MOON })).click()
      await expect(set.getByText(MOON)).toHaveCount(0)
      await expect(button(said(evaluate.list.remove, { question: RECORD }))).toBeFocused()
    })
  })
}

test('a hit is marked where one asks, and a changed text asks to be marked again', async ({
  page,
  wenju,
}) => {
  await wenju.open(page)
  const window = await withLoan(page, 'zh')
  const { words, goTo, askAndHear, answer, add } = window
  const { evaluate } = words
  await askAndHear(VISIT)
  const passages = answer.locator('.hits-toggle')
  if ((await passages.getAttribute('aria-expanded')) === 'false') await passages.click()
  const mark = answer.getByRole('button', { name: /^标为对的段落/ }).first()
  await mark.click()
  await expect(mark).toHaveAttribute('aria-pressed', 'true')
  const place =
    (await mark.getAttribute('aria-label'))?.replace('标为对的段落（评测用）：', '') ?? ''

  await goTo('evaluate')
  const set = page.getByRole('list', { name: '题目（1）' })
  await expect(set).toContainText(place)
  await set.getByRole('button', { name: place }).click()
  await expect(window.pane.locator('mark').first()).toBeVisible()
  await page.keyboard.press('Escape')

  await goTo('library')

  const text = await readFile(fixture(`${LOAN_TITLE}.txt`), 'utf8')
  const buffer = Buffer.from(text.replace('心里却不踏实', '心里多少有些不踏实'))
  await add({ name: `${LOAN_TITLE}.txt`, mimeType: 'text/plain', buffer })
  await window.whole()
  await goTo('evaluate')
  await expect(set).toContainText('请重新标')
  await page.getByRole('button', { name: evaluate.run.go, exact: true }).click()
  await expect(page.getByText(evaluate.verdicts.stale)).toBeVisible()

  await set.getByRole('button', { name: `重新标：“${VISIT}”` }).click()
  await page
    .getByRole('button', { name: /^这段是对的：/ })
    .first()
    .click()
  await expect(set).not.toContainText('请重新标')
  await goTo('ask')
  await expect(answer).toBeVisible()
})

test('a run can be stopped, and a place outside the first hits is found by other words', async ({
  page,
  wenju,
}) => {
  await wenju.open(page)
  const { words, goTo } = await withLoan(page, 'zh')
  const { evaluate } = words
  await goTo('evaluate')
  const input = page.getByRole('textbox', { name: evaluate.add.label })
  await input.fill(MOON)
  await input.press('Enter')
  await page.getByRole('textbox', { name: evaluate.marking.other }).fill('收入证明、病历')
  await page.keyboard.press('Enter')
  const first = page.getByRole('button', { name: /^这段是对的：/ }).first()
  await expect(first).toHaveAttribute('aria-label', /谈分期要准备什么/)
  await first.click()
  await expect(page.getByRole('list', { name: '题目（1）' })).toContainText('谈分期要准备什么')
  await page.getByRole('button', { name: evaluate.marking.done, exact: true }).click()

  const told = page.waitForRequest('**/api/stopEvaluation')
  await page.route('**/api/evaluateOwn', async (route) => {
    await page.getByRole('button', { name: evaluate.run.stop, exact: true }).click()
    await told
    const response = await route.fetch()
    const { data } = (await response.json()) as { readonly data: object }
    await route.fulfill({ response, json: { ok: true, data: { ...data, stopped: true } } })
  })
  await page.getByRole('button', { name: evaluate.run.go, exact: true }).click()
  await expect(page.getByText(evaluate.results.stopped.replace('{count}', '1'))).toBeVisible()
  await expect(page.getByRole('button', { name: evaluate.run.go, exact: true })).toBeVisible()
})

test('a library that may only be read is measured and not marked', async ({ page, wenju }) => {
  await wenju.open(page)
  const { words, goTo, askAndHear, answer } = windowOf(page, 'zh')
  await withLoan(page, 'zh')
  await page.route('**/api/status', async (route) => {
    const response = await route.fetch()
    const body = (await response.json()) as { data: { library: { writable: boolean } } }
    body.data.library.writable = false
    await route.fulfill({ response, json: body })
  })
  await page.reload()
  await askAndHear(VISIT)
  await expect(answer).toBeVisible()
  await expect(page.getByRole('button', { name: /^标为对的段落/ })).toHaveCount(0)
  await goTo('evaluate')
  await expect(page.getByText(words.evaluate.readOnly)).toBeVisible()
  await expect(page.getByRole('textbox')).toHaveCount(0)
})
