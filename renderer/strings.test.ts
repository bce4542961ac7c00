/**
 * Every word that a user reads stands in the wording tables: sources of window and hosts are walked
 * for text that does not come from there.
 */
import { describe, expect, it } from 'vitest'
import { strayTexts } from './suites/stray-texts'

const tests = /\.test\.tsx?$/
const sources = (files: Readonly<Record<string, string>>) =>
  Object.entries(files).filter(([path]) => !tests.test(path))

const windowSources = sources(
  import.meta.glob<string>('./**/*.{ts,tsx}', { query: '?raw', import: 'default', eager: true }),
)
const hostSources = sources(
  import.meta.glob<string>('../electron/hosts/**/*.ts', {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
)
const pages = import.meta.glob<string>('./*.html', {
  query: '?raw',
  import: 'default',
  eager: true,
})

const listed = (files: readonly (readonly [string, string])[], inWindow: boolean) =>
  files.flatMap(([path, source]) =>
    strayTexts(path, source, inWindow).map(([line, text]) => `${path}:${String(line)} ${text}`),
  )

describe('the walk', () => {
  const texts = (source: string, inWindow = true) =>
    strayTexts('planted.tsx', source, inWindow).map(([, text]) => text)

  it.each([
    ['const a = <p>Hello</p>', 'Hello'],
    ['const a = <p>{done && "Done"}</p>', 'Done'],
    ['const a = <p>{`Read ${count}`}</p>', 'Read'],
    ['const a = <p>{count + " files"}</p>', 'files'],
    ['const a = <b aria-label="Close" />', 'Close'],
    ['const a = <b title={kind === "found" ? "Yes" : words.no} />', 'Yes'],
    ['const a = <input placeholder={text ?? `Ask`} />', 'Ask'],
    ['const a = { "aria-label": "Close" }', 'Close'],
    ['const a = [{ value, label: "Dark" }]', 'Dark'],
    ['document.title = "Wenju"', 'Wenju'],
    ['setSaid("Nothing was lost, try again")', 'Nothing was lost, try again'],
    ['const a = "书架"', '书架'],
    ['const a = `${count} 段`', '段'],
  ])('finds what stands in %s', (source, text) => {
    expect(texts(source)).toEqual([text])
  })

  it.each([
    'const a = <p className="quiet said">{words.ask.label}: {"·"}</p>',
    'const a = <b title={kind === "found" ? words.yes : words.no} />',
    'const a = <ul>{(["ask", "library"] as const).map(row)}</ul>',
    'const a = <p>{fill(words.count, { count })}</p>',
    'type A = { label: "zh" | "书架" }',
    '// 书架 is the library\nconst a = 1',
    'import { a } from "Some Library name"',
  ])('lets pass %s', (source) => {
    expect(texts(source)).toEqual([])
  })

  it('looks for Han everywhere, for options only where they open windows', () => {
    expect(texts('const a = { label: "Quit" }', false)).toEqual([])
    expect(texts("import { Menu } from 'electron'\nconst a = { label: 'Quit' }", false)).toEqual([
      'Quit',
    ])
    expect(texts('const a = { any: "退出" }', false)).toEqual(['退出'])
  })
})

describe('the sources', () => {
  it('are all there', () => {
    expect(windowSources.map(([path]) => path)).toContain('./parts/answer.tsx')
    expect(hostSources.map(([path]) => path)).toContain('../electron/hosts/cli.ts')
  })

  it('of the window show nothing that is in no table', () => {
    expect(listed(windowSources, true)).toEqual([])
  })

  it('of the hosts speak through the tables', () => {
    expect(listed(hostSources, false)).toEqual([])
  })

  it('leave nothing but the name in the page', () => {
    for (const page of Object.values(pages)) {
      const text = page.replace(/<!--[^]*?-->/g, '').replace(/<[^>]*>/g, ' ')
      expect(text.trim()).toMatch(/^(问据|Wenju|问据 Wenju)?$/)
    }
  })
})
