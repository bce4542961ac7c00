/** What the window says and keeps when something stops, fails, or is asked too early. */
import type { Page } from 'playwright/test'
import {
  addFiles,
  answerOf,
  firstSource,
  goTo,
  leadOf,
  paneOf,
  questionBox,
  waitUntilWhole,
} from './chinese-window'
import { expect, fixture, test } from './wenju'

const GIVEN_UP = '查找程序停了，没能重新启动。请关闭问据再打开。书架内容没有丢失。'
const DOOR = '催收员敲门，可以不开门吗？'
const LOAN = '欠了两千块没还，会有人上门吗？'

const statusOf = (page: Page, name: RegExp) => page.getByRole('button', { name })

async function addAndWait(page: Page, ...names: readonly string[]) {
  await addFiles(page, names.map(fixture))
  await expect(page.getByText(`新加入 ${String(names.length)}，`)).toBeVisible()
  await waitUntilWhole(page)
  await goTo(page, '提问')
}

async function ask(page: Page, question: string) {
  await questionBox(page).fill(question)
  await questionBox(page).press('Enter')
}

async function askFound(page: Page, question: string) {
  await ask(page, question)
  await expect(answerOf(page).getByText('有依据', { exact: true })).toBeVisible()
}

test('an engine that dies again and again is said to have stopped for good', async ({
  page,
  wenju,
}) => {
  test.skip(process.platform === 'win32', 'needs pgrep')
  await wenju.open(page)
  await expect(statusOf(page, /书架是空的/)).toBeVisible()
  for (let death = 1; death <= 6; death++) await expect.poll(wenju.killEngine).toBe(true)
  await expect(page.getByRole('status').getByText(GIVEN_UP)).toBeVisible()
  await expect(statusOf(page, /查找程序停了/)).toBeVisible()
  await ask(page, LOAN)
  await expect(page.getByRole('alert')).toHaveText(GIVEN_UP)

  await page.reload()
  await expect(statusOf(page, /没能重新启动/)).toBeVisible()
})

test('a program that is closed is said to be closed', async ({ page, wenju }) => {
  await wenju.open(page)
  await addAndWait(page, '两千元借款逾期上门.txt')
  await wenju.stop()
  await expect(statusOf(page, /连接断了/)).toBeVisible()
  const gone = '问据已经关闭。请重新启动，并用新的链接打开。'
  await expect(page.getByRole('status').getByText(gone)).toBeVisible({ timeout: 20_000 })
  await expect(statusOf(page, /问据已经关闭/)).toBeVisible()
  await ask(page, LOAN)
  await expect(page.getByRole('alert')).toHaveText(gone)
})

test('a pass that is no longer valid leads to the printed link', async ({
  page,
  context,
  wenju,
}) => {
  await wenju.open(page)
  await expect(statusOf(page, /书架是空的/)).toBeVisible()
  const refused = '这个页面的通行证已失效。请用启动时显示的链接重新打开。'
  await context.clearCookies()
  await page.reload()
  await expect(page.getByText(refused)).toBeVisible()
  await expect(page.getByText('Open the link that was printed at the start again')).toBeVisible()
})

test('the main pages come out from under an article that covers them', async ({ page, wenju }) => {
  await page.setViewportSize({ width: 800, height: 700 })
  await wenju.open(page)
  await addAndWait(page, '两千元借款逾期上门.txt')
  await askFound(page, LOAN)
  for (const name of ['书架', '提问'] as const) {
    await firstSource(page).click()
    await expect(paneOf(page)).toBeVisible()
    await goTo(page, name)
    await expect(paneOf(page)).toBeHidden()
    if (name === '书架') await expect(page.getByRole('heading', { name: '书架' })).toBeVisible()
    await goTo(page, '提问')
  }
  await expect(answerOf(page)).toBeVisible()
})

test('an open article follows the answer, or loses its marks', async ({ page, wenju }) => {
  await wenju.open(page)
  await addAndWait(page, '两千元借款逾期上门.txt', '催收员敲门时.md')
  await askFound(page, LOAN)
  await firstSource(page).click()
  await expect(paneOf(page)).toHaveAccessibleName('阅读: 两千元借款逾期上门')
  await askFound(page, DOOR)
  await expect(paneOf(page)).toHaveAccessibleName('阅读: 催收员敲门时')
  const lead = (await leadOf(page).textContent()) ?? ''
  await expect(paneOf(page).locator('mark[data-tone="cited"]')).toHaveText(lead)

  await ask(page, '火星上的火山有多高？')
  await expect(answerOf(page).getByText(/^(书架里没有|可能相关)$/)).toBeVisible()
  await expect(paneOf(page)).toBeVisible()
  await expect(paneOf(page).locator('mark')).toHaveCount(0)
  await expect(paneOf(page).getByRole('button', { name: '复制引用' })).toHaveCount(0)
})

test('an error leaves the last answer where it is, and Ctrl+L selects the question', async ({
  page,
  wenju,
}) => {
  await wenju.open(page)
  await addAndWait(page, '两千元借款逾期上门.txt')
  await askFound(page, LOAN)
  const lead = (await leadOf(page).textContent()) ?? ''
  await page.keyboard.press('Control+l')
  await page.keyboard.type('长')
  await expect(questionBox(page)).toHaveValue('长')

  await ask(page, '')
  await expect(page.getByRole('alert')).toContainText('还没有写问题')
  await expect(page.getByText(`下面还是上一个问题的回答：${LOAN}`)).toBeVisible()
  await expect(leadOf(page)).toHaveText(lead)
  await firstSource(page).click()
  await expect(paneOf(page).locator('mark').filter({ hasText: lead })).toBeVisible()
})

test('an empty library denies nothing, and the question is asked again once it is read in', async ({
  page,
  wenju,
}) => {
  await wenju.open(page)
  await expect(statusOf(page, /书架是空的/)).toBeVisible()
  await ask(page, LOAN)
  await expect(answerOf(page).getByText('书架是空的', { exact: true })).toBeVisible()
  await expect(answerOf(page).getByText('请先加入文章')).toBeVisible()
  await expect(answerOf(page).getByText('书架里没有')).toHaveCount(0)

  await addAndWait(page, '两千元借款逾期上门.txt')
  await expect(answerOf(page).getByText('有依据', { exact: true })).toBeVisible()
})

test('a long wait is put in words, and the passages come before the sentences', async ({
  page,
  wenju,
}) => {
  await wenju.open(page)
  await addAndWait(page, '两千元借款逾期上门.txt')
  const gates = new Map<string, () => void>()
  for (const operation of ['search', 'ask']) {
    const held = new Promise<void>((resolve) => {
      gates.set(operation, resolve)
    })
    await page.route(`**/api/${operation}`, async (route) => {
      await held
      await route.continue()
    })
  }
  const looking = page.getByText('正在书架里查找……')
  const choosing = page.getByText('找到了这些段落，正在从中挑出作答的句子……')
  const passages = page.getByRole('button', { name: /^相关段落/ })
  await ask(page, LOAN)
  await expect(looking).toBeVisible()
  gates.get('search')?.()
  await expect(choosing).toBeVisible()
  await expect(passages).toBeVisible()
  gates.get('ask')?.()
  await expect(answerOf(page)).toBeVisible()
  await expect(looking).toBeHidden()
  await expect(choosing).toBeHidden()
})
