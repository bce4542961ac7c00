/** The cases of plain text, each beside its twin that must not be taken for it: read as one list. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseText } from './text'

/** Blocks in short: `1# …` a heading of level 1, else the paragraph. */
const outline = (text: string) =>
  parseText(text).blocks.map((block) =>
    block.kind === 'heading' ? `${String(block.level)}# ${block.text}` : block.text,
  )

const paragraph = '先联系平台说明情况，再谈怎么分期偿还，多数平台愿意商量。'

describe('lines and paragraphs', () => {
  it('takes one paragraph a line where lines are whole', () => {
    expect(outline(`${paragraph}\n\n\u3000\u3000${paragraph}\r\n  好。\r好的。`)).toEqual([
      paragraph,
      paragraph,
      '好。',
      '好的。',
    ])
  })

  it('does not join whole paragraphs, long or short, that follow without empty lines', () => {
    const lines = [
      '随着消费金融的发展，许多人用分期应对短期的资金需求，也有人因此逾期。',
      '小额逾期一般只会收到短信',
      `${paragraph}${paragraph}${paragraph}`,
      '保持沟通',
      '记录每次通话的时间和内容，以后可能用得上',
      paragraph,
    ]
    expect(parseText(lines.join('\n')).blocks.map(({ text }) => text)).toEqual(lines)
  })

  const wrap = (text: string, width: number) =>
    (text.match(new RegExp(`.{1,${String(width)}}`, 'gu')) ?? []).join('\n')

  it('joins lines broken at a fixed width, without a space between Han', () => {
    const long = `自2024年起，个人信用报告每年可以免费查询2次${paragraph.repeat(3)}`
    const source = [long, paragraph.repeat(4), long].map((text) => wrap(`\u3000\u3000${text}`, 36))
    expect(outline(source.join('\n\n'))).toEqual([long, paragraph.repeat(4), long])
    expect(outline(source.join('\n'))).toEqual([long, paragraph.repeat(4), long])
  })

  it('joins Latin lines with one space, and keeps a hyphen unless the whole word stands elsewhere', () => {
    const source = [
      'When a payment is late, the lender first sends a short message, and later calls',
      'on the telephone. Ask for a well-documented plan, and keep a record of infor-',
      'mation that you gave; such information helps when you later need a well-',
      'considered answer from the customer service, which may take a few working days',
      'to reply to your letter.',
      '',
      'Second paragraph.',
    ]
    expect(outline(source.join('\n'))).toEqual([
      'When a payment is late, the lender first sends a short message, and later calls on the ' +
        'telephone. Ask for a well-documented plan, and keep a record of information that you ' +
        'gave; such information helps when you later need a well-considered answer from the ' +
        'customer service, which may take a few working days to reply to your letter.',
      'Second paragraph.',
    ])
  })

  it('joins an item with the lines that hang under it', () => {
    const item = '(a) You must give every person who receives the work a copy of this whole text,'
    const source = [
      `    ${item}`,
      '        which may be printed or sent, and must be the same that you have received',
      '        from the person who gave it to you, without any change in its words.',
      '',
      'This paragraph has no indent at all, and its lines are broken just as the lines',
      'of the item above it are, so that the whole text has but one width from the top',
      'to the bottom.',
    ]
    expect(outline(source.join('\n'))).toEqual([
      `${item} which may be printed or sent, and must be the same that you have received ` +
        'from the person who gave it to you, without any change in its words.',
      'This paragraph has no indent at all, and its lines are broken just as the lines of the ' +
        'item above it are, so that the whole text has but one width from the top to the bottom.',
    ])
  })

  it('leaves verse as it stands', () => {
    const verse = ['床前明月光', '疑是地上霜', '举头望明月', '低头思故乡', '静夜思']
    expect(outline(verse.join('\n'))).toEqual(verse)
  })

  it('leaves a list of lines that happen to be equally long', () => {
    const list = ['甲', '乙', '丙', '丁', '戊'].map(
      (name) => `${name}银行信用卡中心二十四小时客服电话 95500`,
    )
    expect(outline(list.join('\n'))).toEqual(list)
  })

  it('keeps numbers and item marks in the text', () => {
    const items = [
      '(一)主要股东信誉良好；',
      '第三条 从事征信业务，应当守法。',
      '1. 打开网页。',
      '- 甲。',
    ]
    expect(outline(items.join('\n'))).toEqual(items)
  })
})

describe('headings', () => {
  it('stand alone after a rule or an empty line and lead paragraphs', () => {
    const source = `${paragraph}\n---\n会真的上门吗？\n${paragraph}\n* * *\n怎样避免？\n${paragraph}\n\n小结\n${paragraph}`
    expect(outline(source)).toEqual([
      paragraph,
      '1# 会真的上门吗？',
      paragraph,
      '1# 怎样避免？',
      paragraph,
      '1# 小结',
      paragraph,
    ])
  })

  it('do not end with a stop, are not long and do not end the text', () => {
    const lines = [
      '可以这样做：',
      '好的。',
      '第一，说明情况；',
      '一'.repeat(41),
      '“你好”',
      '- 项目',
    ]
    for (const line of lines) {
      expect(outline(`${paragraph}\n---\n${line}\n${paragraph}`)).toEqual([
        paragraph,
        line,
        paragraph,
      ])
    }
    expect(outline(`${paragraph}\n\n此致`)).toEqual([paragraph, '此致'])
  })

  it('lead a list whose lines stand together', () => {
    const source = `${paragraph}\n\n逾期的后果\n\n违约金\n利息\n征信记录\n\n怎样补救\n\n${paragraph}\n\n问：能不能只还本金？\n答：可以协商。`
    expect(outline(source)).toEqual([
      paragraph,
      '1# 逾期的后果',
      '违约金',
      '利息',
      '征信记录',
      '1# 怎样补救',
      paragraph,
      '问：能不能只还本金？',
      '答：可以协商。',
    ])
  })

  it('are not the entries of a list that empty lines part', () => {
    const entries = ['身份证', '收入证明', '病历']
    expect(outline([paragraph, ...entries, paragraph].join('\n\n'))).toEqual([
      paragraph,
      ...entries,
      paragraph,
    ])
  })

  it('have the level that their number says', () => {
    const source = [
      '第一编 总则',
      '第一章 范围',
      '第一节 目的',
      paragraph,
      '第二章 定义',
      '第三条 本法所称贷款，是指合法的贷款。',
      '第三章规定的程序，适用于前款。',
      '第二编 附则',
      paragraph,
    ]
    expect(outline(source.join('\n'))).toEqual([
      '1# 第一编 总则',
      '2# 第一章 范围',
      '3# 第一节 目的',
      paragraph,
      '2# 第二章 定义',
      '第三条 本法所称贷款，是指合法的贷款。',
      '第三章规定的程序，适用于前款。',
      '1# 第二编 附则',
      paragraph,
    ])
  })

  it('are numbered 一、, 1.1 or Chapter 3 as well', () => {
    expect(outline(`一、先沟通\n${paragraph}\n二、再协商\n${paragraph}`)).toEqual([
      '1# 一、先沟通',
      paragraph,
      '1# 二、再协商',
      paragraph,
    ])
    const english = `Chapter 3: Debts\nCall the bank.\n1.1 Scope\nThis is a rule.\n1.1.1 Terms\nA loan is a loan.\nChapter 4 applies to all.`
    expect(outline(english)).toEqual([
      '1# Chapter 3: Debts',
      'Call the bank.',
      '2# 1.1 Scope',
      'This is a rule.',
      '3# 1.1.1 Terms',
      'A loan is a loan.',
      'Chapter 4 applies to all.',
    ])
  })

  it('are not a table of contents or a numbered list', () => {
    const contents = ['第一章 总则', '第二章 机构', '第三章 附则']
    expect(outline(['目录', ...contents, paragraph].join('\n'))).toEqual([
      '目录',
      ...contents,
      paragraph,
    ])
    const list = ['一、身份证', '二、收入证明', '三、病历']
    expect(outline([paragraph, ...list, paragraph].join('\n'))).toEqual([
      paragraph,
      ...list,
      paragraph,
    ])
  })
})

describe('title', () => {
  it('is the first line above other structure', () => {
    const parsed = parseText(
      `征信条例\n\n第一章 总则\n\n${paragraph}\n\n第二章 附则\n\n${paragraph}`,
    )
    expect(parsed.title).toBe('征信条例')
    expect(parsed.blocks.slice(0, 2)).toEqual([
      { kind: 'heading', level: 1, text: '征信条例' },
      { kind: 'heading', level: 2, text: '第一章 总则' },
    ])
  })

  it('is absent where the text just begins, or begins with a question among questions', () => {
    expect(parseText(`${paragraph}\n---\n会上门吗？\n${paragraph}`)).not.toHaveProperty('title')
    expect(parseText(`会上门吗？\n${paragraph}\n---\n怎么办？\n${paragraph}`)).not.toHaveProperty(
      'title',
    )
    expect(parseText(`第一章 总则\n${paragraph}`)).not.toHaveProperty('title')
  })
})

describe('closing lines', () => {
  it('are metadata, in order, with the address of the text', () => {
    const parsed = parseText(
      `${paragraph}\n编辑:某某工作室\n\n本文链接：https://example.cn/a/1.html\n上一篇:甲\n下一篇：\n（责任编辑：乙）\nSource: Daily`,
    )
    expect(parsed.metadata).toEqual([
      ['编辑', '某某工作室'],
      ['本文链接', 'https://example.cn/a/1.html'],
      ['上一篇', '甲'],
      ['下一篇', ''],
      ['责任编辑', '乙'],
      ['Source', 'Daily'],
    ])
    expect(parsed.url).toBe('https://example.cn/a/1.html')
    expect(parsed.blocks).toEqual([{ kind: 'text', text: paragraph }])
  })

  it('are text anywhere else, and no address when it is none', () => {
    expect(outline(`来源：甲\n${paragraph}`)).toEqual(['来源：甲', paragraph])
    expect(parseText(`${paragraph}\n链接：见官网`)).not.toHaveProperty('url')
    expect(outline('来源：甲\n作者：乙')).toEqual(['来源：甲', '作者：乙'])
  })
})

describe('for any lines', () => {
  it('no ink is lost, added or moved', () => {
    const line = fc
      .array(
        fc.constantFrom(
          '贷款',
          '第一章 ',
          '一、',
          '。',
          '？',
          ' ',
          '\u3000',
          'ab ',
          'c-',
          '1.1 ',
          '，',
          '😀',
          '：',
        ),
        {
          maxLength: 30,
        },
      )
      .map((parts) => parts.join(''))
    const ink = (text: string) => text.replace(/\s/g, '')
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 30 }),
        fc.constantFrom('\n', '\r\n', '\n\n'),
        (lines, end) => {
          const { title, blocks } = parseText(lines.join(end))
          expect(ink(blocks.map(({ text }) => text).join(''))).toBe(ink(lines.join('')))
          expect(blocks.every(({ text }) => text === text.trim() && text !== '')).toBe(true)
          if (title !== undefined)
            expect(blocks).toContainEqual({ kind: 'heading', level: 1, text: title })
        },
      ),
      { numRuns: 500 },
    )
  })

  it('a text of many lines or one long line is no trouble', () => {
    for (const line of [
      '贷款\n\n',
      '第一章 总则\n',
      '来源：甲\n',
      '- - ',
      '第一章 总则\n好。\n',
      '贷款，',
      `${paragraph}\n`,
    ]) {
      expect(parseText(`${line.repeat(100_000)}完`).blocks.length).toBeGreaterThan(0)
    }
  })
})
