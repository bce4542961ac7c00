import { expect, it } from 'vitest'
import { citationLine, citationOf, citedCopy } from './cite'
import { buildArticle } from './parse-source'

const article = buildArticle(
  {
    format: 'markdown',
    encoding: 'utf-8',
    title: '逾期',
    url: 'https://example.org/a?b=1&c=<2>',
    metadata: [],
    blocks: [
      { kind: 'heading', level: 1, text: '逾期' },
      { kind: 'heading', level: 2, text: '会上门吗' },
      { kind: 'text', text: '先打电话。' },
      { kind: 'text', text: '再说 <b>上门</b> & "其他"。' },
    ],
  },
  { id: 'a1', fileName: 'a.md', bytes: 1, sha256: 'ab', addedAt: '2025-01-01' },
)

it('names article, section path and paragraph of an offset, title left out of the path', () => {
  const start = article.text.indexOf('再说')
  const citation = citationOf(article, { start, end: start + 2 })
  expect(citation).toMatchObject({ title: '逾期', sectionPath: ['会上门吗'], paragraph: 2 })
  expect(citation.source).toBe('https://example.org/a?b=1&c=<2>')
  expect(citationLine(citation)).toBe('逾期 › 会上门吗 ¶2')
})

it('refuses a span in a heading, an empty one, and one beyond the text', () => {
  const start = article.text.indexOf('先打')
  for (const span of [
    { start: 0, end: 2 },
    { start, end: start },
    { start, end: 10_000 },
  ]) {
    expect(() => citationOf(article, span)).toThrow(
      expect.objectContaining({ code: 'INVALID_REQUEST' }),
    )
  }
})

it('copies the same quotes as text and as escaped HTML, in both languages', () => {
  const start = article.text.indexOf('再说')
  const end = article.text.length
  const quote = {
    text: article.text.slice(start, end),
    citation: citationOf(article, { start, end }),
  }
  const zh = citedCopy([quote], 'zh')
  expect(zh.text).toContain('再说 <b>上门</b> & "其他"。')
  expect(zh.text).toContain('逾期 › 会上门吗 ¶2')
  expect(zh.html).toContain('再说 &lt;b&gt;上门&lt;/b&gt; &amp; &quot;其他&quot;。')
  expect(zh.html).toContain('<a href="https://example.org/a?b=1&amp;c=&lt;2&gt;">')
  expect(zh.html).not.toMatch(/<b>/)
  expect(citedCopy([quote], 'en').text).toContain('(source: https://example.org')
})
