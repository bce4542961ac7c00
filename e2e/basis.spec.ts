/** What an answer rests on: beside the sentence, in the copy, and under the heading of its section. */
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright/test'
import type { Fact } from '../electron/contract/entities'
import {
  addFiles,
  answerOf,
  firstSource,
  goTo,
  paneOf,
  questionBox,
  waitUntilWhole,
} from './chinese-window'
import { expect, fixture, test } from './wenju'

const QUESTION = '催收员敲门，可以不开门吗？'

/** The fixture's section names F3, F103 and one that no register knows. */
async function knownFacts(): Promise<{ readonly law: Fact; readonly heard: Fact }> {
  const register = new URL('../data/facts.json', import.meta.url)
  const { facts } = JSON.parse(await readFile(register, 'utf8')) as { facts: readonly Fact[] }
  const [law, heard] = ['F3', 'F103'].map((id) => facts.find((fact) => fact.id === id))
  if (!law || !heard) throw new Error('data/facts.json lacks F3 or F103')
  return { law, heard }
}

async function askFixture(page: Page) {
  await addFiles(page, fixture('催收员敲门时.md'))
  await waitUntilWhole(page)
  await goTo(page, '提问')
  await questionBox(page).fill(QUESTION)
  await page.keyboard.press('Enter')
  await expect(answerOf(page).getByText('有依据', { exact: true })).toBeVisible()
}

test('opens what a sentence rests on, with the keyboard alone', async ({ page, wenju }) => {
  const { law, heard } = await knownFacts()
  await wenju.open(page)
  await askFixture(page)

  const basis = answerOf(page).getByRole('button', { name: /^依据（2）/ })
  await expect(basis).toHaveCount(1)
  await expect(basis).toContainText(law.basis[0]?.statute.zh ?? 'no statute')
  await expect(basis).toHaveAttribute('aria-expanded', 'false')
  await expect(answerOf(page).getByText(law.statement.zh)).toBeHidden()

  const source = firstSource(page)
  await source.focus()
  await page.keyboard.press('Tab')
  await expect(basis).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(basis).toHaveAttribute('aria-expanded', 'true')
  await expect(answerOf(page).getByText(law.statement.zh)).toBeVisible()
  await expect(answerOf(page).getByText(heard.statement.zh)).toBeVisible()
  await expect(answerOf(page).getByText(heard.basis[0]?.via?.zh ?? 'no via')).toBeVisible()
  await page.keyboard.press('Space')
  await expect(answerOf(page).getByText(law.statement.zh)).toBeHidden()

  await page.getByRole('navigation').getByRole('button', { name: '设置' }).click()
  await page.getByRole('radiogroup', { name: '语言' }).getByLabel('English').check()
  await page.getByRole('navigation').getByRole('button', { name: 'Ask' }).click()
  await page.getByRole('button', { name: /^Rests on \(2\)/ }).click()
  await expect(page.getByText(law.statement.en)).toBeVisible()
})

test('copies with the statutes when wanted, and not before', async ({ page, context, wenju }) => {
  const { law } = await knownFacts()
  const statute = law.basis[0]?.statute.zh ?? 'no statute'
  const readText = () => page.evaluate(() => navigator.clipboard.readText())
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await wenju.open(page)
  await askFixture(page)

  const copy = answerOf(page).getByRole('button', { name: '复制（带出处）' })
  const wanted = page.getByRole('checkbox', { name: '复制时带上依据' })
  await expect(wanted).not.toBeChecked()
  await copy.click()
  await expect(answerOf(page).getByText('已复制')).toBeVisible()
  expect(await readText()).not.toContain(statute)

  await wanted.focus()
  await page.keyboard.press('Space')
  await copy.click()
  await expect.poll(readText).toContain(statute)

  await firstSource(page).click()
  await expect(paneOf(page).getByRole('checkbox', { name: '复制时带上依据' })).toBeChecked()
  await page.evaluate(() => navigator.clipboard.writeText(''))
  await paneOf(page).getByRole('button', { name: '复制引用' }).click()
  await expect.poll(readText).toContain(statute)
})

test('shows it under the heading, with the dates of the article at its foot', async ({
  page,
  wenju,
}) => {
  const { law } = await knownFacts()
  await page.clock.setFixedTime('2026-12-01T08:00:00Z')
  await wenju.open(page)
  await askFixture(page)
  await firstSource(page).click()
  const basis = paneOf(page).getByRole('button', { name: /^依据/ })
  await expect(basis).toHaveCount(1)
  await basis.click()
  await expect(paneOf(page).getByText(law.statement.zh)).toBeVisible()
  await expect(paneOf(page).getByText('法律截至 2025-04 · 写于 2026年6月1日')).toBeVisible()
  await expect(page.getByText(/没有复查/)).toHaveCount(0)
})

test('says of an article past its review that it is, beside the answer too', async ({
  page,
  wenju,
}) => {
  await page.clock.setFixedTime('2027-05-01T08:00:00Z')
  await wenju.open(page)
  await askFixture(page)
  await expect(answerOf(page).getByText(/没有复查的.*《催收员敲门时》/)).toBeVisible()
  await firstSource(page).click()
  await expect(paneOf(page).getByText(/按 2025年4月19日 的法律写成/)).toBeVisible()
})
