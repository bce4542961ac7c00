/** The window by the words that stand on it in Chinese, not by the table: whoever changes one sees it here. */
import type { Locator, Page } from 'playwright/test'
import { expect } from './wenju'

export const questionBox = (page: Page) => page.getByRole('textbox', { name: '您的问题' })
export const answerOf = (page: Page) => page.getByRole('region', { name: '回答' })
export const paneOf = (page: Page) => page.getByRole('complementary')
export const leadOf = (page: Page) => answerOf(page).getByRole('blockquote').first()

export async function goTo(page: Page, name: '提问' | '书架' | '设置') {
  await page.getByRole('navigation', { name: '主要页面' }).getByRole('button', { name }).click()
}

/** Goes to the library and hands the files to its chooser. */
export async function addFiles(page: Page, files: Parameters<Locator['setInputFiles']>[0]) {
  await goTo(page, '书架')
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: '加入文件', exact: true }).click()
  await (await chooser).setFiles(files)
}

export async function waitUntilWhole(page: Page) {
  await expect(page.getByRole('button', { name: /段，可以查找/ })).toBeVisible({ timeout: 60_000 })
}

/** Of the answer's first sentence, what opens its source. */
export const firstSource = (page: Page) =>
  answerOf(page).getByRole('button', { name: /^打开出处 1：/ })
