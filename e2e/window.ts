/** The window as a user finds their way in it, by the words of one language. */
import type { Locator, Page } from 'playwright/test'
import type { Answer, Language } from '../electron/contract/entities'
import { wordingFor } from '../electron/contract/wording/wording'
import type { Wording } from '../electron/contract/wording/zh'
import { expect, fixture } from './wenju'

export interface Window {
  readonly words: Wording
  readonly box: Locator
  readonly answer: Locator
  readonly pane: Locator
  readonly error: Locator
  readonly goTo: (screen: 'ask' | 'library' | 'history' | 'evaluate' | 'settings') => Promise<void>
  readonly add: (files: Parameters<Locator['setInputFiles']>[0]) => Promise<void>
  /** Until everything that was added can be searched. */
  readonly whole: () => Promise<void>
  readonly ask: (question: string) => Promise<void>
  /** Asks and waits for the reply, whatever it is. */
  readonly askAndHear: (question: string) => Promise<void>
  /** Opens the source of the answer's first sentence. */
  readonly openFirst: () => Promise<void>
}

export function windowOf(page: Page, language: Language): Window {
  const words = wordingFor(language)
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const box = page.getByRole('textbox', { name: words.ask.label })
  const answer = page.getByRole('region', { name: words.answer.label, exact: true })
  const ask = async (question: string) => {
    await box.fill(question)
    await box.press('Enter')
  }
  return {
    words,
    box,
    answer,
    pane: page.getByRole('complementary'),
    error: page.getByRole('alert'),
    goTo: (screen) =>
      page
        .getByRole('navigation', { name: words.nav.label })
        .getByRole('button', { name: words.nav[screen], exact: true })
        .click(),
    add: async (files) => {
      const chooser = page.waitForEvent('filechooser')
      await button(words.library.add).click()
      await (await chooser).setFiles(files)
    },
    whole: async () => {
      const { ready, exact } = words.status
      const name = new RegExp(`${pattern(ready)}|${pattern(exact)}`)
      await expect(page.getByRole('button', { name })).toBeVisible({ timeout: 60_000 })
    },
    ask,
    askAndHear: async (question) => {
      const reply = page.waitForResponse('**/api/ask')
      await ask(question)
      await reply
    },
    openFirst: async () => {
      const name = new RegExp(pattern(words.answer.open).replace('.+', '1'))
      await answer.getByRole('button', { name }).click()
    },
  }
}

/** Of the one article that `withLoan` puts in. */
export const LOAN_TITLE = '两千元借款逾期上门'

/** The window where one asks, over a library of one article that can be searched. */
export async function withLoan(page: Page, language: Language): Promise<Window> {
  const window = windowOf(page, language)
  await window.goTo('library')
  await window.add(fixture(`${LOAN_TITLE}.txt`))
  await window.whole()
  await window.goTo('ask')
  return window
}

/** Both languages in both themes. */
export const looks = (['zh', 'en'] as const).flatMap((language) =>
  (['light', 'dark'] as const).map((scheme) => ({ language, scheme })),
)

/** The next answers come as `change` makes them. */
export async function answersBecome(
  page: Page,
  change: (answer: Answer) => Answer | Promise<Answer>,
) {
  await page.route('**/api/ask', async (route) => {
    const response = await route.fetch()
    const { data } = (await response.json()) as { readonly data: Answer }
    await route.fulfill({ response, json: { ok: true, data: await change(data) } })
  })
}

/** A sentence of the table as it is found when its places are filled. */
export function pattern(sentence: string): string {
  return sentence.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\w+\}/g, '.+')
}
