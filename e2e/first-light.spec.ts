/** From an empty library to a copied answer: what somebody does on the first evening. */
import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
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

const LOAN = '两千元借款逾期上门.txt'
const LOAN_TITLE = '两千元借款逾期上门'

async function addAndWait(page: Page, path: string) {
  await addFiles(page, path)
  await expect(page.getByText('新加入 1，')).toBeVisible()
  await waitUntilWhole(page)
  await goTo(page, '提问')
}

async function ask(page: Page, question: string) {
  await questionBox(page).fill(question)
  await questionBox(page).press('Enter')
  await expect(answerOf(page)).toBeVisible()
}

/** The cited sentence stands marked in the open article, in sight, character for character. */
async function expectMarked(page: Page, sentence: string) {
  const marks = paneOf(page).locator('mark')
  await expect(marks.first()).toBeVisible()
  expect(await marks.allTextContents()).toContain(sentence)
  await expect(marks.filter({ hasText: sentence })).toBeInViewport()
}

async function readClipboard(page: Page) {
  return page.evaluate(async () => {
    const [item] = await navigator.clipboard.read()
    const part = async (type: string) => (await item?.getType(type))?.text() ?? ''
    return { text: await part('text/plain'), html: await part('text/html') }
  })
}

test('an empty library says what to do, with the box ready', async ({ page, wenju }) => {
  await wenju.open(page)
  await expect(questionBox(page)).toBeFocused()
  await expect(page.getByText('书架还是空的，现在提问不会有结果。')).toBeVisible()
  await expect(page.getByText('不会发到任何地方')).toBeVisible()

  await questionBox(page).press('Enter')
  await expect(page.getByRole('alert')).toHaveText('还没有写问题。请写下您想知道的事，再按回车。')
  await expect(questionBox(page)).toBeFocused()
})

test('ask, open the source, copy, and find it all again after a restart', async ({
  page,
  context,
  wenju,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await wenju.open(page)
  await addAndWait(page, fixture(LOAN))

  await ask(page, '欠了两千块没还，会有人上门吗？')
  await expect(answerOf(page).getByText('有依据', { exact: true })).toBeVisible()
  const lead = (await leadOf(page).textContent()) ?? ''
  expect(lead).toContain('上门')
  await expect(answerOf(page).getByText('原文', { exact: true }).first()).toBeVisible()

  await firstSource(page).click()
  await expectMarked(page, lead)

  await page.keyboard.press('Escape')
  await expect(paneOf(page)).toBeHidden()
  await expect(firstSource(page)).toBeFocused()

  await answerOf(page).getByRole('button', { name: '复制（带出处）' }).click()
  await expect(answerOf(page).getByText('已复制')).toBeVisible()
  const copied = await readClipboard(page)
  for (const form of [copied.text, copied.html]) {
    expect(form).toContain(lead)
    expect(form).toContain(LOAN_TITLE)
  }

  await wenju.restart()
  await wenju.open(page)
  await goTo(page, '书架')
  await expect(page.getByRole('button', { name: LOAN_TITLE, exact: true })).toBeVisible()
  await waitUntilWhole(page)
  await goTo(page, '提问')
  await ask(page, '欠了两千块没还，会有人上门吗？')
  await expect(leadOf(page)).toHaveText(lead)
})

test('the keyboard alone goes from the question to the source and back', async ({
  page,
  context,
  wenju,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await wenju.open(page)
  await addAndWait(page, fixture(LOAN))
  await ask(page, '还清以后信用记录保留多久？')
  await expect(answerOf(page)).toBeFocused()
  const lead = (await leadOf(page).textContent()) ?? ''

  await page.keyboard.press('Control+c')
  await expect(answerOf(page).getByText('已复制')).toBeVisible()
  expect((await readClipboard(page)).text).toContain(lead)

  await page.keyboard.press('1')
  await expectMarked(page, lead)
  await page.keyboard.press('Control+f')
  const find = paneOf(page).getByRole('textbox', { name: '在文章里查找' })
  await expect(find).toBeFocused()
  await find.fill('上门')
  await expect(paneOf(page).getByText(/^1 \/ \d+$/)).toBeVisible()
  await find.press('Enter')
  await expect(paneOf(page).getByText(/^2 \/ \d+$/)).toBeVisible()
  await find.fill('不会出现的字')
  await expect(paneOf(page).getByText('没有找到')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(find).toBeHidden()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: '快捷键' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(paneOf(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(answerOf(page)).toBeFocused()
  await page.keyboard.press('Control+l')
  await expect(questionBox(page)).toBeFocused()
})

test('on a narrow window the article lies over the answer, and Back returns to it', async ({
  page,
  wenju,
}) => {
  await page.setViewportSize({ width: 800, height: 700 })
  await wenju.open(page)
  await addAndWait(page, fixture(LOAN))
  await ask(page, '怎样避免有人上门？')
  const open = firstSource(page)
  await open.click()
  await expect(answerOf(page)).toBeHidden()
  await paneOf(page).getByRole('button', { name: '返回' }).click()
  await expect(open).toBeFocused()
  await expect(open).toBeInViewport()
})

test('asks in English of an English article, in both languages and both themes', async ({
  page,
  wenju,
}) => {
  await wenju.open(page)
  await addAndWait(page, fixture('late-small-loan.txt'))
  await ask(page, 'Will a collector visit me for two thousand?')
  await expect(answerOf(page).getByText('有依据', { exact: true })).toBeVisible()
  await expect(leadOf(page)).toContainText(/visit|call/)

  await goTo(page, '设置')
  await page.getByRole('radiogroup', { name: '语言' }).getByLabel('English').check()
  await page.getByRole('navigation').getByRole('button', { name: 'Ask' }).click()
  await expect(page.getByRole('region', { name: 'Answer' })).toContainText('Found in your library')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await page.getByRole('navigation').getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('radiogroup', { name: 'Light or dark' }).getByLabel('Dark').check()
  await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(23, 25, 26)')

  await page.reload()
  await expect(page.getByRole('textbox', { name: 'Your question' })).toBeFocused()
  await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(23, 25, 26)')
})

test('claims nothing about what no article speaks of', async ({ page, wenju }) => {
  await wenju.open(page)
  await addAndWait(page, fixture(LOAN))
  await ask(page, '火星上的火山有多高？')
  await expect(answerOf(page).getByText(/^(书架里没有|可能相关)$/)).toBeVisible()
  await expect(answerOf(page).getByRole('blockquote')).toHaveCount(0)
  await expect(questionBox(page)).toHaveValue('火星上的火山有多高？')
})

test('Enter that ends a composition does not ask', async ({ page, context, wenju }) => {
  await wenju.open(page)
  const asked: string[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/api/ask')) asked.push(request.url())
  })
  const inputMethod = await context.newCDPSession(page)
  await questionBox(page).focus()
  await inputMethod.send('Input.imeSetComposition', {
    text: '逾期',
    selectionStart: 2,
    selectionEnd: 2,
  })
  await page.keyboard.press('Enter')
  await inputMethod.send('Input.insertText', { text: '逾期' })
  await expect(questionBox(page)).toHaveValue(/^逾期/)
  expect(asked).toEqual([])
  await page.keyboard.press('Enter')
  await expect(answerOf(page)).toBeVisible()
  expect(asked).toHaveLength(1)
})

test('removes with undo, and tells each file what became of it', async ({ page, wenju }) => {
  await wenju.open(page)
  await addAndWait(page, fixture(LOAN))

  await goTo(page, '书架')
  await page.getByRole('button', { name: `移除《${LOAN_TITLE}》`, exact: true }).click()
  await expect(page.getByText('已移除，下次启动时彻底清除')).toBeVisible()
  await page.getByRole('button', { name: `撤销移除《${LOAN_TITLE}》` }).click()
  await expect(page.getByText('可以查找', { exact: true })).toBeVisible()

  await addFiles(page, [
    { name: '照片.txt', mimeType: 'text/plain', buffer: Buffer.from([0, 1, 2, 0, 255, 0, 3, 4]) },
    { name: '空白.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) },
  ])
  await expect(page.getByText('文件 照片.txt 不是文字文件，没有加入。')).toBeVisible()
  await expect(page.getByText('文件 空白.txt 里没有文字，没有加入。')).toBeVisible()
  await addFiles(page, fixture(LOAN))
  await expect(page.getByText('书架里已经有了，没有变化')).toBeVisible()
})

test('takes a file that is dropped anywhere', async ({ page, wenju }) => {
  await wenju.open(page)
  await expect(questionBox(page)).toBeFocused()
  const files = await page.evaluateHandle(() => {
    const carried = new DataTransfer()
    carried.items.add(new File(['还款以前先核对金额。'], '还款之前.txt', { type: 'text/plain' }))
    return carried
  })
  await page.locator('body').dispatchEvent('dragenter', { dataTransfer: files })
  await expect(page.getByText('松开，就把文件加入书架')).toBeVisible()
  await page.locator('body').dispatchEvent('drop', { dataTransfer: files })
  await expect(page.getByText('新加入 1，')).toBeVisible()
  await expect(page.getByText('松开，就把文件加入书架')).toBeHidden()
})

test('the same journey with the articles of WENJU_SAMPLES', async ({ page, wenju }) => {
  const samples = process.env['WENJU_SAMPLES']
  test.skip(!samples, 'WENJU_SAMPLES names no folder of sample articles')
  const folder = join(samples ?? '', 'owner')
  const [file] = (await readdir(folder)).filter((name) => name.endsWith('.txt')).toSorted()
  test.skip(!file, `${basename(folder)} holds no .txt`)
  await wenju.open(page)
  await addAndWait(page, join(folder, file ?? ''))
  await ask(page, '欠了两千块会有人上门吗？')
  await expect(answerOf(page).getByText('有依据', { exact: true })).toBeVisible()
  const lead = (await leadOf(page).textContent()) ?? ''
  await firstSource(page).click()
  await expectMarked(page, lead)
})
