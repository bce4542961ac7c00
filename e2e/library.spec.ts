/** The library: files and folders in, found again in a long list, looked into, removed and brought back. */
import { mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { CDPSession, Page } from 'playwright/test'
import { expect, test as base } from './wenju'

const LOAN = '# 还款以前\n\n## 先核对\n\n还款以前先核对金额。\n\n## 再商量\n\n商量好了再还。\n'

/** Big5: 還款以前 */
const BIG5 = Buffer.from([0xc1, 0xd9, 0xb4, 0xda, 0xa5, 0x48, 0xab, 0x65])
const BINARY = Buffer.from([0, 1, 2, 0, 255, 0, 3, 4])
const PDF = Buffer.from('%PDF-1.7\n')

type Put = (files: Readonly<Record<string, string | Buffer>>) => Promise<string>

const test = base.extend<{ put: Put }>({
  // Files by their paths below a new folder, whose path it gives.
  put: async ({ page: _ }, use) => {
    const root = await mkdtemp(join(tmpdir(), 'wenju-e2e-files-'))
    await use(async (files) => {
      for (const [path, content] of Object.entries(files)) {
        await mkdir(dirname(join(root, path)), { recursive: true })
        await writeFile(join(root, path), content)
      }
      return root
    })
    await rm(root, { recursive: true, force: true })
  },
})

const speech = {
  zh: {
    nav: '书架',
    files: '加入文件',
    folder: '加入整个文件夹',
    report: '加入的结果',
    filter: '按标题筛选',
  },
  en: {
    nav: 'Library',
    files: 'Add files',
    folder: 'Add a folder',
    report: 'What happened to your files',
    filter: 'Filter by title',
  },
}
type Speech = (typeof speech)['zh']

async function openLibrary(page: Page, { nav }: Speech = speech.zh) {
  await page.getByRole('navigation').first().getByRole('button', { name: nav }).click()
  await expect(page.getByRole('heading', { name: nav, exact: true })).toBeVisible()
}

async function add(page: Page, button: string, paths: string | readonly string[]) {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: button, exact: true }).click()
  await (await chooser).setFiles(paths)
}

const reportOf = (page: Page, { report }: Speech = speech.zh) =>
  page.getByRole('region', { name: report })

/** Titles in the order shown. */
const titlesOf = (page: Page) => page.getByRole('table').getByRole('rowheader').allTextContents()

/** A row as the list tells it. */
const listed = (n: number) => ({
  id: `a${String(n)}`,
  title: `第 ${String(n)} 篇`,
  language: 'zh',
  state: 'ready',
  passages: 1,
  embedded: 1,
  characters: 10,
  fileName: `${String(n)}.md`,
  addedAt: '2026-01-01T00:00:00Z',
  origin: 'own',
})

const article = (title: string, text: string) => `# ${title}\n\n${text}\n`

test('a folder with all sorts of things in it comes in, and everything is accounted for', async ({
  page,
  context,
  wenju,
  put,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const root = await put({
    '笔记/还款以前.md': LOAN,
    '笔记/2024/第一篇.txt': '第一篇\n\n欠款之后先写下经过。',
    '笔记/2024/合同.pdf': PDF,
    '笔记/LICENSE': 'x',
    '笔记/.草稿.md': LOAN,
    '笔记/.git/config': 'x',
    '笔记/node_modules/a/README.md': 'x',
  })
  await wenju.open(page)
  await openLibrary(page)
  await add(page, speech.zh.folder, join(root, '笔记'))
  const report = reportOf(page)
  await expect(report.getByText('新加入 2，已更新 0，没有变化 0，没有加入 2。')).toBeVisible()
  await expect(report.getByText('暂时不能读取 pdf 文件（笔记/2024/合同.pdf）')).toBeVisible()
  await expect(report.getByText('文件 笔记/LICENSE 的名字没有后缀')).toBeVisible()
  await expect(report.getByText('笔记/还款以前.md', { exact: true })).toBeVisible()
  await expect(report.getByRole('listitem')).toHaveCount(4)
  expect((await titlesOf(page)).toSorted()).toEqual(['第一篇', '还款以前'].toSorted())

  await report.getByRole('button', { name: '复制结果' }).click()
  await expect(report.getByText('已复制')).toBeVisible()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied.split('\n')).toHaveLength(5)
  expect(copied).toContain('笔记/2024/第一篇.txt：新加入')

  await openLibrary(page)
  await add(page, speech.zh.folder, join(root, '笔记'))
  await expect(report.getByText('新加入 0，已更新 0，没有变化 2，没有加入 2。')).toBeVisible()
  await expect(page.getByRole('table').getByRole('rowheader')).toHaveCount(2)

  await put({ '笔记/还款以前.md': LOAN.replace('再还', '再还，留好凭证') })
  await add(page, speech.zh.folder, join(root, '笔记'))
  await expect(report.getByText('新加入 0，已更新 1，没有变化 1，没有加入 2。')).toBeVisible()
  await report.getByRole('button', { name: '收起结果' }).click()
  await expect(report).toBeHidden()
})

test('files and folders dropped together come in, from any page', async ({
  page,
  context,
  wenju,
  put,
}) => {
  const root = await put({
    '单独.txt': '单独的一篇\n\n单独的文字。',
    '书/附录/四.md': article('附录四', '附录里的文字。'),
    '书/图.png': BINARY,
  })
  await wenju.open(page)
  await expect(page.getByRole('textbox', { name: '您的问题' })).toBeFocused()
  await dropPaths(await context.newCDPSession(page), [join(root, '书'), join(root, '单独.txt')])
  const report = reportOf(page)
  await expect(report.getByText('新加入 2，已更新 0，没有变化 0，没有加入 1。')).toBeVisible()
  await expect(report.getByText('书/附录/四.md', { exact: true })).toBeVisible()
  await expect(report.getByText('书/图.png')).toBeVisible()
})

for (const [language, locale, sentences] of [
  [
    'zh',
    'zh-CN',
    [
      '文件 空白.txt 里没有文字，没有加入。',
      '文件 照片.txt 不是文字文件，没有加入。',
      '认不出文件 旧编码.txt 的文字编码，没有加入',
      '文件 太大.txt 太大（32.1 MB，上限 32 MB）',
      '暂时不能读取 pdf 文件（合同.pdf）',
      '暂时不能读取 docx 文件（合同.docx）',
    ],
  ],
  [
    'en',
    'en-GB',
    [
      'The file 空白.txt has no text in it and was not added.',
      'The file 照片.txt is not a text file and was not added.',
      'The text encoding of 旧编码.txt is not known',
      'The file 太大.txt is too large (32.1 MB; the most is 32 MB)',
      'pdf files cannot be read yet (合同.pdf)',
      'docx files cannot be read yet (合同.docx)',
    ],
  ],
] as const) {
  test.describe(`in ${language}`, () => {
    test.use({ locale })

    test('each kind of file that cannot be read is refused with its reason', async ({
      page,
      wenju,
      put,
    }) => {
      const names = ['空白.txt', '照片.txt', '旧编码.txt', '太大.txt', '合同.pdf', '合同.docx']
      const contents = ['', BINARY, BIG5, '', PDF, Buffer.from('PK\x03\x04')]
      const root = await put(
        Object.fromEntries(names.map((name, at) => [name, contents[at] ?? ''])),
      )
      await truncate(join(root, '太大.txt'), 32 * 1024 * 1024 + 1)
      await wenju.open(page)
      await openLibrary(page, speech[language])
      await add(
        page,
        speech[language].files,
        names.map((name) => join(root, name)),
      )
      const report = reportOf(page, speech[language])
      for (const sentence of sentences) await expect(report.getByText(sentence)).toBeVisible()
      await expect(report.getByRole('listitem')).toHaveCount(names.length)
      await expect(page.getByRole('table')).toBeHidden()
    })

    test('a narrow window loses nothing and never scrolls sideways', async ({
      page,
      wenju,
      put,
    }) => {
      const long = '名字很长很长很长很长很长很长很长很长的一份笔记'
      const root = await put({ [`${long}/${long}.md`]: LOAN, [`${long}/空白.txt`]: '' })
      await page.setViewportSize({ width: 320, height: 640 })
      await wenju.open(page)
      const words = speech[language]
      await openLibrary(page, words)
      await add(page, words.folder, join(root, long))
      await expect(reportOf(page, words).getByRole('listitem')).toHaveCount(2)
      await page.getByRole('checkbox', { name: '还款以前' }).check()
      const details = language === 'zh' ? '《还款以前》的详情' : 'Details of “还款以前”'
      await page.getByRole('button', { name: details }).click()
      await expect(page.getByText(`${long}.md`, { exact: true })).toBeVisible()
      for (const place of ['html', '.screen:not([hidden])']) {
        const overhang = await page
          .locator(place)
          .evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)
        expect(overhang, place).toBe(0)
      }
    })
  })
}

test('a long list is narrowed, counted and sorted', async ({ page, wenju, put }) => {
  const root = await put({
    '架/一.md': article('第 2 章 还款', '还款之前先核对。'),
    '架/二.md': article('第 10 章 信用', '信用要慢慢养。\n\n## 查询\n\n信用报告可以自己查。'),
    '架/三.md': article('Paying late', 'Call the lender before you pay late.'),
  })
  await wenju.open(page)
  await openLibrary(page)
  await add(page, speech.zh.folder, join(root, '架'))
  await expect(page.getByText('共 3 篇')).toBeVisible()

  const sortBy = (column: string) => page.getByRole('button', { name: `按“${column}”排序` })
  const header = (column: string) => page.getByRole('columnheader', { name: `按“${column}”排序` })
  await sortBy('标题').click()
  await expect(header('标题')).toHaveAttribute('aria-sort', 'ascending')
  expect(await titlesOf(page)).toEqual(['第 2 章 还款', '第 10 章 信用', 'Paying late'])
  await sortBy('标题').click()
  await expect(header('标题')).toHaveAttribute('aria-sort', 'descending')
  expect(await titlesOf(page)).toEqual(['Paying late', '第 10 章 信用', '第 2 章 还款'])
  await sortBy('段数').click()
  expect((await titlesOf(page))[0]).toBe('第 10 章 信用')
  await expect(header('标题')).toHaveAttribute('aria-sort', 'none')

  const title = page.getByRole('textbox', { name: speech.zh.filter })
  await title.fill('章 信用')
  await expect(page.getByText('筛出 1 / 3 篇')).toBeVisible()
  expect(await titlesOf(page)).toEqual(['第 10 章 信用'])
  await title.fill('')
  await page.getByRole('combobox', { name: '按语言筛选' }).selectOption('英语')
  await expect(page.getByText('筛出 1 / 3 篇')).toBeVisible()
  await page.getByRole('combobox', { name: '按来历筛选' }).selectOption('问据自带的')
  await expect(page.getByText('没有符合这些条件的文章。')).toBeVisible()
  await page.getByRole('button', { name: '清除筛选' }).click()
  await expect(page.getByText('共 3 篇')).toBeVisible()
})

test('a library of ten thousand is turned page by page', async ({ page, wenju }) => {
  const data = Array.from({ length: 10_000 }, (_, n) => listed(n + 1))
  await page.route('**/api/listArticles', (route) => route.fulfill({ json: { ok: true, data } }))
  await wenju.open(page)
  await openLibrary(page)
  await expect(page.getByText('共 10000 篇', { exact: true })).toBeVisible()
  const below = page.getByRole('navigation', { name: '翻页，在列表下方' })
  const row = (n: number) =>
    page.getByRole('rowheader', { name: `第 ${String(n)} 篇`, exact: true })
  await expect(row(1)).toBeVisible()
  await below.getByRole('button', { name: '下一页' }).click()
  await expect(below.getByText('第 101–200 篇，共 10000 篇')).toBeVisible()
  await expect(row(101)).toBeInViewport()
  await expect(row(1)).toHaveCount(0)
  await page.getByRole('textbox', { name: speech.zh.filter }).fill('9999')
  await expect(page.getByText('筛出 1 / 10000 篇')).toBeVisible()
  await expect(row(9999)).toBeVisible()
  await expect(below).toBeHidden()
})

test('an article in trouble stands on top, with its cure and another try', async ({
  page,
  wenju,
}) => {
  const problem = { code: 'DISK_FULL', details: { folder: '/书架' } }
  const data = [{ ...listed(1), state: 'waiting', embedded: 0, problem }, listed(2)]
  await page.route('**/api/listArticles', (route) => route.fulfill({ json: { ok: true, data } }))
  const reply = (json: unknown) =>
    page.route('**/api/restoreArticle', (route) => route.fulfill({ json }))
  await wenju.open(page)
  await openLibrary(page)
  const problems = page.getByRole('region', { name: '有文章需要处理' })
  await expect(problems.getByText('请腾出空间后再试')).toBeVisible()
  await expect(page.getByText('没能读入完，0 / 1 段')).toBeVisible()
  await page.getByRole('combobox', { name: '按状态筛选' }).selectOption('有问题的')
  expect(await titlesOf(page)).toEqual(['第 1 篇'])

  const again = page.getByRole('button', { name: '再试一次《第 1 篇》' })
  const damage = { code: 'LIBRARY_DAMAGED', details: { file: 'a1.json', reason: 'NOT_JSON' } }
  await reply({ ok: false, error: damage })
  await again.click()
  await expect(problems.getByRole('alert')).toContainText('请从备份恢复它')
  await reply({ ok: true, data: listed(1) })
  await again.click()
  await expect(problems).toBeHidden()
})

test('an article tells where it came from, in its row and while it is read', async ({
  page,
  wenju,
  put,
}) => {
  const source = `---\nsource: https://example.org/loan\n---\n${LOAN}`
  const root = await put({ '还款.md': source })
  const bytes = `${String(Buffer.byteLength(source))} 字节`
  await wenju.open(page)
  await openLibrary(page)
  await add(page, speech.zh.files, join(root, '还款.md'))
  const details = page.getByRole('button', { name: '《还款以前》的详情' })
  await expect(details).toHaveAttribute('aria-expanded', 'false')
  await details.press('Enter')
  await expect(details).toHaveAttribute('aria-expanded', 'true')
  const table = page.getByRole('table')
  for (const known of ['https://example.org/loan', '还款.md', '自己加入', bytes]) {
    await expect(table.getByText(known, { exact: true })).toBeVisible()
  }

  const sections = page.getByRole('navigation', { name: '《还款以前》的小节' })
  await sections.getByRole('button', { name: '再商量' }).click()
  const pane = page.getByRole('complementary', { name: '阅读: 还款以前' })
  await expect(pane.getByText('商量好了再还。')).toBeInViewport()
  await pane.getByText('文章信息').click()
  await expect(pane.getByText(bytes)).toBeVisible()
})

test('removes one and several, with undo, and the focus stays where one works', async ({
  page,
  wenju,
  put,
}) => {
  const root = await put({
    '架/一.md': article('第一篇', '第一篇的文字。'),
    '架/二.md': article('第二篇', '第二篇说别的。'),
    '架/三.md': article('第三篇', '第三篇再说别的。'),
  })
  await wenju.open(page)
  await openLibrary(page)
  await add(page, speech.zh.folder, join(root, '架'))
  await expect(page.getByText('共 3 篇')).toBeVisible()

  await page.getByRole('button', { name: '移除《第一篇》', exact: true }).press('Enter')
  await expect(page.getByRole('button', { name: '撤销移除《第一篇》' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: '移除《第一篇》', exact: true })).toBeFocused()

  await page.getByRole('combobox', { name: '按状态筛选' }).selectOption('能查找的')
  await expect(page.getByText('筛出 3 / 3 篇')).toBeVisible({ timeout: 60_000 })
  await page.getByRole('checkbox', { name: '选中《第一篇》' }).check()
  await page.getByRole('checkbox', { name: '选中《第二篇》' }).check()
  await expect(page.getByText('选中了 2 篇')).toBeVisible()
  await page.getByRole('button', { name: '移除选中的文章' }).press('Enter')
  await expect(page.getByText('移除了 2 篇，现在还能撤销。')).toBeVisible()
  expect(await titlesOf(page)).toEqual(['第三篇'])
  await expect(page.getByRole('button', { name: '撤销这次移除' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText('筛出 3 / 3 篇')).toBeFocused()
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('a long addition is stopped, keeps what came in, and goes on', async ({
  page,
  wenju,
  put,
}) => {
  const numbers = [1, 2, 3, 4].map(String)
  const root = await put(
    Object.fromEntries(
      numbers.map((n) => [`架/${n}.md`, article(`第 ${n} 篇`, `第 ${n} 篇的文字。`)]),
    ),
  )
  await wenju.open(page)
  await openLibrary(page)
  let letGo: () => void = () => undefined
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  let calls = 0
  await page.route('**/api/addFile', async (route) => {
    calls += 1
    if (calls === 2) await held
    await route.continue()
  })
  await add(page, speech.zh.folder, join(root, '架'))
  await expect(page.getByText('正在读取文件 架/2.md（2 / 4）')).toBeVisible()
  await page.getByRole('button', { name: '停下' }).click()
  letGo()
  const report = reportOf(page)
  await expect(report.getByText('已经停下，还有 2 个文件没有读。')).toBeVisible()
  await expect(report.getByText('新加入 2，')).toBeVisible()
  await report.getByRole('button', { name: '接着加入剩下的文件' }).click()
  await expect(report.getByText('新加入 4，')).toBeVisible()
  await expect(page.getByRole('table').getByRole('rowheader')).toHaveCount(4)
})

/** A drop from the system's own file manager, which a page cannot make by itself. */
async function dropPaths(session: CDPSession, paths: readonly string[]) {
  const data = { items: [], files: [...paths], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data })
  }
}
