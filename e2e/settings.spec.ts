/** Making the window one's own: language, looks, keys, the questions it keeps, and going anywhere. */
import type { Page } from 'playwright/test'
import { addFiles, firstSource, waitUntilWhole } from './chinese-window'
import { expect, fixture, test } from './wenju'
import { windowOf } from './window'

const LOAN = '两千元借款逾期上门.txt'
const LOAN_TITLE = '两千元借款逾期上门'
const VISIT = '欠了两千块没还，会有人上门吗？'
const RECORD = '还清以后信用记录保留多久？'

const box = (page: Page) => page.getByRole('textbox', { name: /^(您的问题|Your question)$/ })
const answerOf = (page: Page) => page.getByRole('region', { name: /^(回答|Answer)$/ })
const questions = (page: Page) => page.getByRole('list', { name: /^(问过的问题|Questions asked)$/ })
const palette = (page: Page) => page.getByRole('dialog', { name: /^(快速前往|Go to)$/ })
const choice = (page: Page, group: string, name: string) =>
  page.getByRole('radiogroup', { name: group }).getByRole('radio', { name, exact: true })

/** Chooses, and waits until the choice is kept. */
async function choose(page: Page, group: string, name: string) {
  const kept = page.waitForResponse('**/api/saveSettings')
  await choice(page, group, name).check()
  await kept
}

async function goTo(page: Page, name: string) {
  await page.getByRole('navigation').getByRole('button', { name, exact: true }).click()
}

async function fill(page: Page) {
  await addFiles(page, fixture(LOAN))
  await waitUntilWhole(page)
  await goTo(page, '提问')
}

async function ask(page: Page, question: string) {
  await box(page).fill(question)
  const answered = page.waitForResponse('**/api/ask')
  await box(page).press('Enter')
  await answered
  await expect(answerOf(page)).toBeVisible()
}

const rootSize = (page: Page) =>
  page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize))

test('language, theme and size of text act at once and are there after a restart', async ({
  page,
  wenju,
}) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await wenju.open(page)
  await expect(box(page)).toBeFocused()
  const before = await rootSize(page)
  await page.keyboard.press('Control+,')
  await expect(page.getByRole('heading', { name: '设置', level: 1 })).toBeVisible()

  await choose(page, '语言', 'English')
  await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await choose(page, 'Light or dark', 'Dark')
  await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(23, 25, 26)')
  await choose(page, 'Size of text', 'Largest')
  await expect.poll(() => rootSize(page)).toBeGreaterThan(before * 1.3)

  await wenju.restart()
  await wenju.open(page)
  await expect(page.getByRole('textbox', { name: 'Your question' })).toBeFocused()
  await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(23, 25, 26)')
  await expect.poll(() => rootSize(page)).toBeGreaterThan(before * 1.3)

  await goTo(page, 'Settings')
  await choose(page, 'Language', 'As the system')
  await expect(page.getByRole('heading', { name: '设置', level: 1 })).toBeVisible()
  await choose(page, '明暗', '跟随系统')
  await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(252, 252, 251)')
  await choose(page, '文字大小', '标准')
  await expect.poll(() => rootSize(page)).toBe(before)
})

test('an article grows with the window, and by its own steps on top', async ({ page, wenju }) => {
  await wenju.open(page)
  await fill(page)
  await goTo(page, '书架')
  await page.getByRole('button', { name: LOAN_TITLE, exact: true }).click()
  const text = page.getByRole('complementary').locator('article')
  const size = () => text.evaluate((element) => parseFloat(getComputedStyle(element).fontSize))
  const normal = await size()
  await page.getByRole('button', { name: '放大文字' }).click()
  const stepped = await size()
  expect(stepped).toBeGreaterThan(normal)
  await goTo(page, '设置')
  await choose(page, '文字大小', '大')
  await expect.poll(size).toBeGreaterThan(stepped)
})

test('questions are kept, found, asked again, removed and erased', async ({ page, wenju }) => {
  await wenju.open(page)
  await fill(page)
  await ask(page, VISIT)
  await ask(page, RECORD)
  await ask(page, VISIT)

  await goTo(page, '记录')
  const rows = questions(page).getByRole('listitem')
  await expect(rows).toHaveCount(2)
  await expect(rows.first()).toContainText(VISIT)
  await expect(rows.first()).toContainText('有依据')

  await page.getByRole('textbox', { name: '筛选问题' }).fill('信用')
  await expect(rows).toHaveCount(1)
  await page.getByRole('textbox', { name: '筛选问题' }).fill('没有这个词')
  await expect(page.getByText('没有含有“没有这个词”的问题。')).toBeVisible()
  await page.getByRole('textbox', { name: '筛选问题' }).fill('')

  await rows.nth(1).getByRole('button', { name: RECORD }).first().click()
  await expect(box(page)).toHaveValue(RECORD)
  await expect(answerOf(page).getByRole('blockquote').first()).toBeVisible()

  await wenju.restart()
  await wenju.open(page)
  await goTo(page, '记录')
  await expect(rows).toHaveCount(2)
  await expect(rows.first()).toContainText(RECORD)
  await page.getByRole('button', { name: `删除“${RECORD}”` }).click()
  await expect(rows).toHaveCount(1)
  await expect(page.getByRole('button', { name: `删除“${VISIT}”` })).toBeFocused()

  await page.getByRole('button', { name: '全部删除', exact: true }).click()
  await expect(page.getByRole('button', { name: '先留着' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(rows).toHaveCount(1)
  await page.getByRole('button', { name: '全部删除', exact: true }).click()
  await page.getByRole('button', { name: '全部删除，不留' }).click()
  await expect(page.getByText('记录已全部删除。')).toBeVisible()
  await page.reload()
  await goTo(page, '记录')
  await expect(page.getByText('还没有记下问题。')).toBeVisible()
})

test('switched off, nothing new is kept and what was kept stays until it is erased', async ({
  page,
  wenju,
}) => {
  await wenju.open(page)
  await ask(page, VISIT)
  await goTo(page, '设置')
  await page.getByRole('switch', { name: '记下问过的问题' }).uncheck()
  await goTo(page, '提问')
  await ask(page, RECORD)
  await goTo(page, '记录')
  await expect(page.getByText('记录已关闭，新问的问题不会留下。')).toBeVisible()
  await expect(questions(page).getByRole('listitem')).toHaveText([new RegExp(VISIT)])

  await page.getByRole('button', { name: '去设置里打开' }).click()
  await page.getByRole('button', { name: '全部删除', exact: true }).click()
  await page.getByRole('button', { name: '全部删除，不留' }).click()
  await expect(page.getByText('现在没有记下任何问题。')).toBeVisible()
})

test('the palette opens an article, asks an earlier question and changes the looks', async ({
  page,
  wenju,
}) => {
  await wenju.open(page)
  await fill(page)
  await ask(page, VISIT)
  await expect(answerOf(page)).toBeFocused()

  await page.keyboard.press('Control+k')
  const input = palette(page).getByRole('combobox')
  await expect(input).toBeFocused()
  await page.keyboard.type('借款')
  await expect(palette(page).getByRole('option', { name: LOAN_TITLE })).toHaveAttribute(
    'aria-selected',
    'true',
  )
  await page.keyboard.press('Enter')
  await expect(palette(page)).toBeHidden()
  const pane = page.getByRole('complementary')
  await expect(pane).toHaveAccessibleName(`阅读: ${LOAN_TITLE}`)
  await page.keyboard.press('Escape')
  await expect(pane).toBeHidden()
  await expect(answerOf(page)).toBeFocused()

  await page.keyboard.press('Control+k')
  await expect(input).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(palette(page)).toBeHidden()
  await expect(answerOf(page)).toBeFocused()

  await goTo(page, '设置')
  await page.keyboard.press('Control+k')
  await expect(input).toBeFocused()
  await page.keyboard.type('两千块')
  await expect(palette(page).getByRole('option')).toHaveText([VISIT, '提问：两千块'])
  await page.keyboard.press('Enter')
  await expect(box(page)).toHaveValue(VISIT)
  await expect(answerOf(page)).toBeVisible()

  await page.keyboard.press('Control+k')
  await palette(page).getByRole('option', { name: '换成 English' }).click()
  await expect(palette(page)).toBeHidden()
  await expect(page.getByRole('navigation', { name: 'Main pages' })).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('history')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'History', level: 1 })).toBeVisible()
  await expect(questions(page).getByRole('listitem')).toHaveCount(1)
})

test('single keys can be switched off; the list of keys follows', async ({ page, wenju }) => {
  await wenju.open(page)
  await fill(page)
  await ask(page, VISIT)
  await goTo(page, '设置')
  await page.getByRole('switch', { name: '使用单个按键' }).uncheck()
  await page.getByRole('button', { name: '查看全部快捷键' }).click()
  const list = page.getByRole('dialog', { name: '快捷键' })
  await expect(list.getByText('单个字母和数字的快捷键已关闭')).toBeVisible()
  await expect(list.getByText('快速前往页面、文章、问过的问题')).toBeVisible()
  await expect(list.getByText('打开第几个出处')).toBeHidden()
  await page.keyboard.press('Escape')

  await goTo(page, '提问')
  await answerOf(page).focus()
  await page.keyboard.press('1')
  await page.keyboard.press('?')
  await expect(page.getByRole('complementary')).toBeHidden()
  await expect(page.getByRole('dialog')).toBeHidden()

  await goTo(page, '设置')
  await page.getByRole('switch', { name: '使用单个按键' }).check()
  await goTo(page, '提问')
  await answerOf(page).focus()
  await page.keyboard.press('1')
  await expect(page.getByRole('complementary')).toBeVisible()
})

test('the folder is shown and its path copied', async ({ page, context, wenju }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await wenju.open(page)
  await goTo(page, '设置')
  await expect(page.getByText('启动时加上 --library')).toBeVisible()
  await page.getByRole('button', { name: '复制路径' }).click()
  await expect(page.getByText('已复制')).toBeVisible()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  await expect(page.getByText(copied, { exact: true })).toBeVisible()
})

for (const { width, height } of [
  { width: 320, height: 640 },
  { width: 640, height: 400 },
]) {
  test(`nothing is lost at ${String(width)} × ${String(height)} with the largest text`, async ({
    page,
    wenju,
  }) => {
    await page.setViewportSize({ width, height })
    await wenju.open(page)
    await fill(page)
    await goTo(page, '设置')
    await choose(page, '文字大小', '特大')
    const sideways = () =>
      page.evaluate(() =>
        [document.documentElement, ...document.querySelectorAll('.screen, .pane, [role=dialog]')]
          .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
          .map(({ className }) => className),
      )
    expect(await sideways()).toEqual([])
    await goTo(page, '提问')
    await ask(page, VISIT)
    expect(await sideways()).toEqual([])
    await firstSource(page).click()
    await expect(
      page.getByRole('complementary').locator('mark[data-tone=cited]').first(),
    ).toBeInViewport()
    expect(await sideways()).toEqual([])
    await page.getByRole('button', { name: '返回' }).click()
    await goTo(page, '记录')
    await expect(questions(page).getByRole('listitem')).toHaveCount(1)
    expect(await sideways()).toEqual([])
    await page.keyboard.press('Control+k')
    await expect(palette(page)).toBeVisible()
    expect(await sideways()).toEqual([])
  })
}

test.describe('in English', () => {
  test.use({ locale: 'en-GB', viewport: { width: 320, height: 640 } })

  test('every screen keeps to 320 pixels', async ({ page, wenju }) => {
    await wenju.open(page)
    const { goTo } = windowOf(page, 'en')
    for (const screen of ['ask', 'library', 'history', 'evaluate', 'settings'] as const) {
      await goTo(screen)
      const width = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(width, screen).toBeLessThanOrEqual(320)
    }
  })
})
