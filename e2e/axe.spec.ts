/** No screen, in either language and theme, breaks a rule of WCAG 2.2 AA that a machine can check. */
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright/test'
import { check } from './axe-violations'
import { expect, fixture, test } from './wenju'
import { answersBecome, looks, windowOf } from './window'

const DOOR = '催收员敲门，可以不开门吗？'

/** The next answers come as this kind, with the real hits and topics. */
const kindBecomes = (page: Page, kind: 'related' | 'none') =>
  answersBecome(page, (data) => ({
    ...data,
    kind,
    sentences: [],
    hits: kind === 'none' ? [] : data.hits,
  }))

/** A file of e2e/fixtures as the browser takes it beside others that are not on the disk. */
async function held(name: string) {
  return { name: name, mimeType: 'text/plain', buffer: await readFile(fixture(name)) }
}

for (const { language, scheme } of looks) {
  test.describe(`${language}, ${scheme}`, () => {
    test.use({ locale: language === 'zh' ? 'zh-CN' : 'en-GB', colorScheme: scheme })

    test('the library, from empty to full', async ({ page, wenju }) => {
      const { words, error, goTo, add, whole, ask } = windowOf(page, language)
      await wenju.open(page)
      await expect(page.getByText(words.ask.empty)).toBeVisible()
      await check(page, 'an empty library, nothing asked yet')
      await ask('')
      await expect(error).toBeVisible()
      await check(page, 'an error where one asks')
      await goTo('library')
      await expect(page.getByText(words.library.empty)).toBeVisible()
      await check(page, 'the empty library')
      await goTo('history')
      await expect(page.getByText(words.history.empty)).toBeVisible()
      await check(page, 'an empty history')
      await goTo('library')

      await add([
        await held('两千元借款逾期上门.txt'),
        await held('催收员敲门时.md'),
        { name: 'photo.txt', mimeType: 'text/plain', buffer: Buffer.from([0, 1, 2, 0, 255]) },
      ])
      await expect(page.getByText(words.library.report.refused)).not.toHaveCount(0)
      await whole()
      await check(page, 'the report of what was added')
      const remove = words.library.removeNamed.replace('{title}', '催收员敲门时')
      const show = words.details.show.replace('{title}', '催收员敲门时')
      await page.getByRole('button', { name: show, exact: true }).click()
      await check(page, 'the details of an article')
      await page.getByRole('button', { name: remove, exact: true }).click()
      await expect(page.getByText(words.library.states.removed)).toBeVisible()
      await check(page, 'a removed article')

      await page.getByRole('button', { name: words.status.label }).click()
      await expect(page.getByText(words.status.folder)).toBeVisible()
      await check(page, 'the details of the state')
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: words.keys.title }).click()
      await expect(page.getByRole('dialog', { name: words.keys.title })).toBeVisible()
      await check(page, 'the list of keys')
      await page.keyboard.press('Escape')

      await page.setViewportSize({ width: 800, height: 700 })
      await check(page, 'the library in a narrow window')
      await goTo('ask')
      await check(page, 'nothing asked yet, in a narrow window')
      const carried = await page.evaluateHandle(() => {
        const transfer = new DataTransfer()
        transfer.items.add(new File(['one'], 'one.txt', { type: 'text/plain' }))
        return transfer
      })
      await page.locator('body').dispatchEvent('dragenter', { dataTransfer: carried })
      await expect(page.getByText(words.app.drop)).toBeVisible()
      await check(page, 'a file held over the window')
    })

    test('the answer and what it rests on', async ({ page, wenju }) => {
      const { words, answer, pane, goTo, add, whole, ask, openFirst } = windowOf(page, language)
      await wenju.open(page)
      await goTo('library')
      await add([fixture('两千元借款逾期上门.txt'), fixture('催收员敲门时.md')])
      await whole()
      await goTo('ask')
      await check(page, 'a library, nothing asked yet')

      await ask(DOOR)
      await expect(answer.getByText(words.answer.verified, { exact: true }).first()).toBeVisible()
      await answer.locator('[aria-expanded="false"]').first().click()
      await check(page, 'found, with what it rests on')
      await openFirst()
      await expect(pane.locator('mark').first()).toBeVisible()
      await check(page, 'the article beside the answer')
      await pane.getByRole('button', { name: words.article.outline }).click()
      await page.keyboard.press('Control+f')
      await pane.getByRole('textbox', { name: words.article.findLabel }).fill('催收')
      await check(page, 'contents and find in the article')

      await page.setViewportSize({ width: 800, height: 700 })
      await expect(pane.getByRole('button', { name: words.article.back })).toBeVisible()
      await check(page, 'the article over the answer')
      await page.keyboard.press('Escape')
      await page.keyboard.press('Escape')
      await expect(pane).toBeHidden()
      await check(page, 'found, in a narrow window')
      await page.setViewportSize({ width: 1280, height: 800 })

      await kindBecomes(page, 'related')
      await ask(DOOR)
      await expect(answer.getByText(words.answer.kinds.related.word, { exact: true })).toBeVisible()
      await check(page, 'related')
      await page.unrouteAll()
      await kindBecomes(page, 'none')
      await ask(DOOR)
      await expect(answer.getByText(words.answer.kinds.none.word, { exact: true })).toBeVisible()
      await check(page, 'none')

      await page.unrouteAll()
      await goTo('history')
      await expect(page.getByRole('list', { name: words.history.list })).toContainText(DOOR)
      await check(page, 'the questions asked')
      await page.getByRole('button', { name: words.history.clear, exact: true }).click()
      await check(page, 'before the history is erased')
      await goTo('settings')
      await expect(page.getByText(words.settings.kept)).toBeVisible()
      await check(page, 'the settings')
      await page.keyboard.press('Control+k')
      await expect(page.getByRole('dialog', { name: words.palette.title })).toBeVisible()
      await check(page, 'the palette')
      await page.keyboard.type('催收')
      await check(page, 'the palette, while one types')
      await page.keyboard.press('Escape')
      await page.setViewportSize({ width: 800, height: 700 })
      await check(page, 'the settings in a narrow window')
      await page.setViewportSize({ width: 1280, height: 800 })
      await goTo('ask')

      await wenju.stop()
      await ask(DOOR)
      await expect(page.getByRole('alert')).toBeVisible()
      await check(page, 'a program that is no longer there')
    })
  })
}
