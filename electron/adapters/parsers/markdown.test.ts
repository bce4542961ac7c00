import { describe, expect, it } from 'vitest'
import { parseMarkdown } from './markdown'

/** Blocks in short: `1# …` a heading, else kind, marker and text. */
const outline = (text: string) =>
  parseMarkdown(text).blocks.map((block) =>
    block.kind === 'heading'
      ? `${String(block.level)}# ${block.text}`
      : [block.kind, block.marker, block.text].filter((part) => part !== undefined).join(' '),
  )

/** The text of a single paragraph. */
const inline = (text: string) => {
  const blocks = parseMarkdown(text).blocks
  expect(blocks).toHaveLength(1)
  return blocks[0]?.text
}

describe('front matter', () => {
  it('gives title, language and address, and is kept as metadata', () => {
    const parsed = parseMarkdown(
      '---\r\ntitle: "还款：指南"\r\nlang: zh-CN\r\n# note\r\ntags: [逾期, \'协商\']\r\nfacts:\r\n  - f1\r\n  - f2\r\nsource: https://example.cn/a?b=1\r\n---\r\n正文。\r\n',
    )
    expect(parsed).toEqual({
      title: '还款：指南',
      language: 'zh-CN',
      url: 'https://example.cn/a?b=1',
      metadata: [
        ['title', '还款：指南'],
        ['lang', 'zh-CN'],
        ['tags', '逾期, 协商'],
        ['facts', 'f1, f2'],
        ['source', 'https://example.cn/a?b=1'],
      ],
      blocks: [{ kind: 'text', text: '正文。' }],
    })
  })

  it('is only what it looks like: a rule above text is a rule', () => {
    expect(outline('---\n这是正文。\n\n---\n')).toEqual(['text 这是正文。'])
    expect(outline('---\nkey: value\n没有结束')).not.toEqual([])
    expect(parseMarkdown('---\n---\n甲').metadata).toEqual([])
    expect(parseMarkdown('---\nsource: 某报\n---\n甲')).not.toHaveProperty('url')
  })
})

describe('title', () => {
  it('is the first heading of level 1, which stays in the text', () => {
    const parsed = parseMarkdown('开头\n\n# 还款 *指南* \n\n# 二')
    expect(parsed.title).toBe('还款 指南')
    expect(parsed.blocks[1]).toEqual({ kind: 'heading', level: 1, text: '还款 指南' })
    expect(parseMarkdown('## 节\n\n甲')).not.toHaveProperty('title')
  })
})

describe('inline markup', () => {
  it('is left out, its words kept', () => {
    expect(inline('**先** *联系* __平台__ ~~删~~ `a*b`')).toBe('先 联系 平台 删 a*b')
    expect(inline('见[**官网** `x`](https://a.cn "t")、[文][1]和<https://b.cn>。\n\n[1]: /x')).toBe(
      '见官网 x、文和https://b.cn。',
    )
    expect(inline('图![说明](a.png)后<b>粗</b><!-- 注 --><span class="x">字</span>')).toBe(
      '图后粗字',
    )
    expect(inline('甲<script>bad()</script>乙<style>p{}</style>丙')).toBe('甲乙丙')
    expect(inline('\\*不是强调\\* 1\\. \\&amp;')).toBe('*不是强调* 1. &amp;')
  })

  it('is left out beside Han punctuation too, where the lexer sees none', () => {
    expect(inline('**注意：**请先看**“合同”**第一条')).toBe('注意：请先看“合同”第一条')
    expect(inline('&lt;**注意：**见[甲](x)，**乙（丙）**丁')).toBe('<注意：见甲，乙（丙）丁')
    expect(inline('2**10 是 1024，`a**b**c`')).toBe('2**10 是 1024，a**b**c')
  })

  it('does not take a range for a deletion', () => {
    expect(inline('一般3~5天，最多7~10天')).toBe('一般3~5天，最多7~10天')
  })

  it('has entities decoded once, except in code', () => {
    expect(inline('A&amp;B &lt;&#36824;&hellip; &amp;lt; `&lt;`')).toBe('A&B <还… &lt; &lt;')
  })

  it('joins soft line ends as a reader would, and keeps hard ones', () => {
    expect(inline('先联系\n**平台**\n再说 app\nstore\n2 次')).toBe('先联系平台再说 app store 2 次')
    expect(inline('甲  \n乙\\\n丙<br/>丁')).toBe('甲\n乙\n丙\n丁')
  })
})

describe('blocks', () => {
  it('are headings of both kinds', () => {
    expect(outline('# 一 #\r\n二\r\n--\r\n三\r\n===\r\n###### 六\r\n#七')).toEqual([
      '1# 一',
      '2# 二',
      '1# 三',
      '6# 六',
      'text #七',
    ])
  })

  it('are list items in order with their signs', () => {
    expect(
      outline(
        '- 甲\n  续\n  1. 乙\n  2. 丙\n\n     丙二\n* [x] 丁\n* [ ] 戊\n\n3) 己\n4) [x] 庚\n-\n- - 辛',
      ),
    ).toEqual([
      'item • 甲续',
      'item 1. 乙',
      'item 2. 丙',
      'item 丙二',
      'item ☑ 丁',
      'item ☐ 戊',
      'item 3) 己',
      'item 4) ☑ 庚',
      'item • 辛',
    ])
    expect(outline('- [ ] 甲\n\n- [x] 乙\n\n  丙')).toEqual(['item ☐ 甲', 'item ☑ 乙', 'item 丙'])
  })

  it('are quotes, with what stands inside them', () => {
    expect(outline('> [!NOTE]\n> 甲\n> 乙\n>\n> # 丙\n> - 丁\n> > 戊')).toEqual([
      'quote 甲乙',
      'quote 丙',
      'item • 丁',
      'quote 戊',
    ])
  })

  it('are table rows, the first one included', () => {
    expect(outline('| 项 | **值** |\n|:--|--:|\n| a \\| b | &lt;1 |\n| | |\n| c |')).toEqual([
      'row 项 | 值',
      'row a | b | <1',
      'row c |',
    ])
  })

  it('are code with its own lines', () => {
    expect(parseMarkdown('```js\n  x = "**a** &lt;"\n\ny\n```\n\n    z\n').blocks).toEqual([
      { kind: 'code', text: '  x = "**a** &lt;"\n\ny' },
      { kind: 'code', text: 'z' },
    ])
    expect(outline('```\n\n```')).toEqual([])
  })

  it('are the text of HTML, never its tags, comments or scripts', () => {
    expect(
      outline(
        '<h1 align="center">题<br>目</h1>\n\n<!-- 注\n\n释 -->\n\n<div>\n甲 &amp; 乙\n<p>丙<br>丁</p></div>\n\n<script>\nbad()\n\n</script>\n\n<details><summary>问</summary>\n\n答 1<2\n\n</details>\n\n---',
      ),
    ).toEqual(['1# 题 目', 'text 甲 & 乙', 'text 丙\n丁', 'text 问', 'text 答 1<2'])
  })

  it('are footnotes under their number, their references left out', () => {
    expect(outline('甲[^1]乙[^n]。\n\n[^1]: 脚注 *一*\n[^n]: 二\n\n[^3]: 三')).toEqual([
      'text 甲乙。',
      'item [1] 脚注 一',
      'item [n] 二',
      'item [3] 三',
    ])
  })
})

describe('bounds', () => {
  const ink = (text: string) =>
    parseMarkdown(text)
      .blocks.map((block) => block.text)
      .join('')
      .replace(/\s/g, '')

  it('very long paragraphs come in whole, in pieces', () => {
    const line = '逾期之后先联系平台，说明情况。'
    expect(ink(line.repeat(100_000))).toBe(line.repeat(100_000))
    expect(ink(`${line}\n`.repeat(100_000))).toBe(line.repeat(100_000))
    expect(ink('𠀀'.repeat(100_001))).toBe('𠀀'.repeat(100_001))
    expect(ink(`- ${`${line}\n`.repeat(30_000)}`)).toBe(line.repeat(30_000))
  })

  it('a long table or code block stays one', () => {
    const rows = parseMarkdown(`|a|b|\n|-|-|\n${'|1|2|\n'.repeat(5_000)}`).blocks
    expect(rows).toHaveLength(5_001)
    expect(rows.every(({ kind }) => kind === 'row')).toBe(true)
    const code = 'x = 1\n'.repeat(5_000).trim()
    expect(parseMarkdown(`\`\`\`\n${code}\n\`\`\``).blocks).toEqual([{ kind: 'code', text: code }])
  })

  it.each([
    ['quotes', '>'.repeat(100_000) + '完'],
    ['bullets', '- '.repeat(50_000) + '完'],
    ['nested lists', Array.from({ length: 1_000 }, (_, at) => `${'  '.repeat(at)}- 完`).join('\n')],
    ['emphasis', '**a '.repeat(10_000) + 'b** '.repeat(10_000) + '完'],
    ['brackets', '['.repeat(50_000) + '完'],
    ['references', '[a][b] '.repeat(20_000) + '完'],
    ['a list that never ends', '- 甲\n' + '  乙\n'.repeat(50_000) + '完'],
    ['open comments', 'a <!-- b\n\n'.repeat(10_000) + '完'],
  ])('hostile nesting neither stops it nor hides what follows: %s', (_, text) => {
    expect(ink(text).endsWith('完')).toBe(true)
  })
})

describe('notes under a heading', () => {
  const notesOf = (source: string) =>
    parseMarkdown(source).blocks.flatMap((block) =>
      block.kind === 'heading' ? [{ text: block.text, facts: block.facts, asks: block.asks }] : [],
    )

  it('name its facts and its asks, in either order, and are never text', () => {
    const source =
      '# 题\n<!-- asks: 会来吗 | 真的吗? -->\n\n开头。\n\n## 一\n<!-- facts: F3 F104 -->\n<!-- asks: 上门 | | 找到我家 -->\n\n正文。'
    expect(notesOf(source)).toEqual([
      { text: '题', facts: undefined, asks: ['会来吗', '真的吗?'] },
      { text: '一', facts: ['F3', 'F104'], asks: ['上门', '找到我家'] },
    ])
    expect(parseMarkdown(source).blocks.map(({ text }) => text)).toEqual([
      '题',
      '开头。',
      '一',
      '正文。',
    ])
  })

  it('are only what stands directly under a heading', () => {
    expect(notesOf('## 一\n\n正文。\n\n<!-- facts: F3 -->')).toEqual([
      { text: '一', facts: undefined, asks: undefined },
    ])
  })
})
