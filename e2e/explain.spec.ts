/** Why this answer: what the panel says, that the answer stays as it is, and how roles are shown. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Page } from 'playwright/test'
import type {
  Answer,
  AnswerSentence,
  Article,
  Language,
  SentenceRole,
  Status,
} from '../electron/contract/entities'
import { fill } from '../electron/contract/wording/wording'
import { violations } from './axe-violations'
import { program } from './command'
import { expect, test } from './wenju'
import { answersBecome, LOAN_TITLE, looks, pattern, withLoan } from './window'

const VISIT = '两千元的小额欠款会有人上门吗？'
const INSTALMENTS = '谈分期要准备什么？'

interface Asking {
  readonly question: string
  readonly explain?: boolean
  readonly remember?: boolean
}

/** What the page asks, question by question, from now on. */
function askings(page: Page): readonly Asking[] {
  const seen: Asking[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/api/ask')) seen.push(request.postDataJSON() as Asking)
  })
  return seen
}

/** What an operation gives, past the window. */
async function call<Data>(page: Page, operation: string, input: object): Promise<Data> {
  const { origin } = new URL(page.url())
  const options = { data: input, headers: { origin } }
  const reply = await page.request.post(`${origin}/api/${operation}`, options)
  return ((await reply.json()) as { readonly data: Data }).data
}

/** The window where one asks, over one article, when everything that answers is ready. */
async function readyWindow(page: Page, language: Language) {
  const window = await withLoan(page, language)
  const finderState = async () => (await call<Status>(page, 'status', {})).finder.state
  await expect.poll(finderState, { timeout: 60_000 }).toBe('ready')
  return window
}

for (const { language, scheme } of looks) {
  test.describe(`${language}, ${scheme}`, () => {
    test.use({ locale: language === 'zh' ? 'zh-CN' : 'en-GB', colorScheme: scheme })

    test('says why, with the keyboard alone, and leaves the answer as it is', async ({
      page,
      wenju,
    }) => {
      await wenju.open(page)
      const { words, answer, ask } = await readyWindow(page, language)
      const seen = askings(page)
      await ask(VISIT)
      const { found } = words.answer.kinds
      await expect(answer.getByText(found.word, { exact: true })).toBeVisible()
      await expect(answer.getByText(words.answer.verified, { exact: true }).first()).toBeVisible()
      const before = await answer.locator('blockquote').allTextContents()

      const button = answer.getByRole('button', { name: words.why.button, exact: true })
      await expect(button).toHaveAttribute('aria-expanded', 'false')
      await button.focus()
      await page.keyboard.press('Enter')
      await expect(button).toHaveAttribute('aria-expanded', 'true')
      await expect(button).toBeFocused()
      const panel = answer.getByRole('region', { name: words.why.button, exact: true })
      await expect(panel.getByText(words.why.sure.title)).toBeVisible()
      await expect(panel.getByText(words.why.cited).first()).toBeVisible()
      await expect(panel.getByText(words.why.changed)).toHaveCount(0)

      const first = panel.getByRole('listitem').filter({ hasText: LOAN_TITLE }).first()
      const place = new RegExp(pattern(words.why.meaning.passage).replace('.+', '\\d+'))
      await expect(first.getByRole('definition').first()).toHaveText(place)
      await expect(first.getByRole('list', { name: words.why.words.hasLabel })).toContainText(
        '上门',
      )
      expect(await answer.locator('blockquote').allTextContents()).toEqual(before)
      expect(seen).toEqual([
        { question: VISIT, remember: true },
        { question: VISIT, explain: true },
      ])
      expect(await violations(page)).toEqual([])

      await panel.getByText(words.why.numbers.title, { exact: true }).focus()
      await page.keyboard.press('Enter')
      await expect(panel.getByText(words.why.numbers.after).first()).toBeVisible()
      expect(await violations(page), 'with the numbers').toEqual([])

      await page.setViewportSize({ width: 320, height: 640 })
      const inner = await panel.evaluate((element) => element.scrollWidth - element.clientWidth)
      expect(inner).toBeLessThanOrEqual(0)
      expect(await violations(page), 'at 320 px').toEqual([])

      await button.focus()
      await page.keyboard.press('Space')
      await expect(panel).toBeHidden()
      await page.keyboard.press('Space')
      await expect(panel).toBeVisible()
      expect(seen, 'what was told is not asked for again').toHaveLength(2)
    })
  })
}

test('says the same on the command line, and in JSON the values', async ({ page, wenju }) => {
  await wenju.open(page)
  const { words } = await readyWindow(page, 'zh')
  await wenju.stop()
  const run = async (...options: string[]) => {
    const argv = [program, ...options, '--library', wenju.library, '--explain']
    const env = { ...process.env, LC_ALL: 'zh_CN.UTF-8' }
    return (await promisify(execFile)(process.execPath, argv, { env })).stdout
  }
  const text = await run('ask', VISIT)
  expect(text).toContain(words.why.sure.title)
  expect(text).toMatch(/\n {7}意思 {2}排第 \d+.*\n {7}词语 {2}排第 \d+；有 .*上门/)
  const answer = JSON.parse(await run('ask', VISIT, '--json')) as Answer
  expect(answer.sureness?.value).toBeGreaterThan(answer.sureness?.found ?? 1)
  expect(answer.hits.map(({ why }) => why?.fused.rank)).not.toContain(undefined)
  expect(await run('search', VISIT)).toMatch(/\n {7}名次 {2}/)
})

test('says that the library has changed since, when it has', async ({ page, wenju }) => {
  await wenju.open(page)
  const { words, answer, ask } = await readyWindow(page, 'zh')
  await ask(VISIT)
  await expect(answer.getByText(words.answer.verified, { exact: true }).first()).toBeVisible()
  await answersBecome(page, (data) => ({ ...data, hits: data.hits.slice(1) }))
  await answer.getByRole('button', { name: words.why.button, exact: true }).click()
  await expect(answer.getByText(words.why.changed)).toBeVisible()
  await answer.getByRole('button', { name: words.why.again, exact: true }).click()
  await expect(answer.getByText(words.why.changed)).toHaveCount(0)
})

test('says why nothing was found, and of an error what it is', async ({ page, wenju }) => {
  await wenju.open(page)
  const { words, answer, ask } = await readyWindow(page, 'zh')
  await answersBecome(page, (data) => ({
    ...data,
    kind: 'none',
    sentences: [],
    ...(data.sureness && { sureness: { ...data.sureness, value: 0 } }),
  }))
  await ask(VISIT)
  const button = answer.getByRole('button', { name: words.why.buttonNone, exact: true })
  await button.click()
  const panel = answer.getByRole('region', { name: words.why.buttonNone, exact: true })
  await expect(panel.getByText(words.why.sure.none)).toBeVisible()
  await expect(panel.getByRole('heading', { name: words.why.hitsNone })).toBeVisible()

  await ask(INSTALMENTS)
  await expect(panel).toHaveCount(0)
  await page.unrouteAll({ behavior: 'wait' })
  await wenju.stop()
  await button.click()
  await expect(answer.getByRole('alert')).toBeVisible()
})

test('shows what must be read first, the steps in order, and the words that answer', async ({
  page,
  context,
  wenju,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await wenju.open(page)
  const { words, answer, pane, ask } = await readyWindow(page, 'zh')
  await answersBecome(page, async (data) => {
    const articleId = data.hits[0]?.articleId ?? ''
    const article = await call<Article>(page, 'readArticle', { id: articleId })
    const say = (role: SentenceRole, text: string): AnswerSentence => {
      const start = article.text.indexOf(text)
      const citation = {
        articleId,
        title: article.title,
        sectionPath: ['谈分期要准备什么？'],
        paragraph: 1,
        start,
        end: start + text.length,
        source: article.source.fileName,
        facts: [],
      }
      return { text, role, citation }
    }
    return {
      ...data,
      kind: 'found',
      sentences: [
        { ...say('lead', '收入证明、病历或者离职证明都可以用来说明原因。'), highlight: [0, 13] },
        say('context', '先算清每个月真正能拿出来的数目，不要答应做不到的方案。'),
        say('step', '谈妥以后，请对方把分期的期数和金额用书面方式确认。'),
        say('step', '还款的凭据要一张一张留好。'),
      ],
      alsoLookedFor: [{ typed: '分起', word: '分期' }],
    }
  })
  await ask(INSTALMENTS)
  await expect(answer.getByText('也按“分期”找了')).toBeVisible()
  await expect(answer.locator('.answer-context')).toHaveText(/^先算清每个月/)
  await expect(answer.locator('blockquote mark')).toHaveText('收入证明、病历或者离职证明')
  const steps = answer.locator('ol.answer-steps > li')
  await expect(steps).toHaveText([/还款的凭据.*¶1/, /谈妥以后.*¶1/])
  const opens = (number: number) =>
    answer.getByRole('button', {
      name: new RegExp(`^${fill(words.answer.open, { number, place: '' })}`),
    })
  await expect(steps.nth(1).getByRole('button')).toHaveText('3')
  await expect(answer.getByText(words.answer.verified, { exact: true })).toHaveCount(3)
  expect(await violations(page)).toEqual([])

  await answer.getByRole('button', { name: words.copying.answer, exact: true }).click()
  const copied = () => page.evaluate(() => navigator.clipboard.readText())
  await expect
    .poll(copied)
    .toMatch(/先算清每个月[^]*“收入证明、病历或者离职证明都可以用来说明原因。”[^]*凭据[^]*谈妥以后/)

  await opens(1).click()
  const cited = pane.locator('mark[data-tone="cited"]')
  await expect(cited).toHaveText('收入证明、病历或者离职证明都可以用来说明原因。')
  await expect(cited.locator('.answering')).toHaveText('收入证明、病历或者离职证明')
  await page.keyboard.press('3')
  await expect(cited).toHaveText(/谈妥以后/)
  expect(await violations(page), 'beside the article').toEqual([])
})
