import { stripVTControlCharacters } from 'node:util'
import { describe, expect, it } from 'vitest'
import type {
  Answer,
  AnswerSentence,
  Fact,
  Hit,
  HitReasons,
  SentenceRole,
} from '../contract/entities'
import { answerLines, hitLines } from './terminal-answer'
import { plainStyle, screenStyle } from './terminal-style'

const why: HitReasons = {
  meaning: { rank: 2, passage: 0.8, part: 0.85 },
  words: { rank: 3, score: 4, coverage: 0.5, found: ['上门', '欠'], missing: ['两千块'] },
  heading: 0,
  reading: { score: 1.2, sentence: '金额小的，\n一般不会上门。' },
  fused: { score: 0.2, rank: 3 },
  lifts: { meaning: 0, words: -0.5, heading: 0.1, reading: 0.9, other: 0 },
}

const hit: Hit = {
  passageId: 'a#0',
  articleId: 'a',
  title: '催收',
  sectionPath: [],
  paragraph: 2,
  score: 1,
  rank: 1,
  text: '字'.repeat(81),
  start: 0,
  end: 81,
}

describe('an answer', () => {
  const none: Answer = {
    kind: 'none',
    sentences: [],
    hits: [],
    topics: [{ articleId: 'a', title: '催收', sectionPath: ['上门'], start: 0 }],
    lanes: ['meaning', 'words'],
    pending: 3,
    took_ms: 1,
  }

  it('that there is not: what limits it, then the closest topics under their line', () => {
    expect(answerLines(none, { facts: [], articles: 1 }, 'zh')).toEqual([
      '【书架里没有】书架里没有找到能回答的内容。',
      '还有 3 段没有读入，只能按词查找这些段落。',
      '',
      '最接近的主题：',
      '  · 催收 › 上门',
    ])
  })

  it('of an empty library says that it is empty and how to add', () => {
    const empty = { ...none, topics: [], pending: 0 }
    expect(answerLines(empty, { facts: [], articles: 0 }, 'zh')).toEqual([
      '【书架里没有】书架是空的。用 wenju add 加入文章。',
    ])
  })

  it('that may lie in passages lists them under their line', () => {
    const related: Answer = { ...none, kind: 'related', hits: [hit], pending: 0 }
    expect(answerLines(related, { facts: [], articles: 1 }, 'zh').slice(1)).toEqual([
      '',
      '相关段落：',
      '  1. 催收 ¶2',
      `     ${'字'.repeat(80)}…`,
    ])
  })

  it('says that other words were looked for too', () => {
    const alsoLookedFor = [
      { typed: '崔收', word: '催收' },
      { typed: '摧收', word: '催收' },
    ]
    const lines = (language: 'zh' | 'en') =>
      answerLines({ ...none, alsoLookedFor }, { facts: [], articles: 1 }, language)
    expect(lines('zh')).toContain('也按“催收”找了')
    expect(lines('en')).toContain('Also looked for “催收”')
  })
})

describe('a found answer', () => {
  const fact: Fact = {
    id: 'F1',
    statement: { zh: '可以不开门', en: 'The door may stay shut' },
    basis: [
      {
        statute: { zh: '民法典', en: 'Civil Code' },
        articles: { zh: '第1032条', en: 'Art. 1032' },
        version: '2021-01-01',
      },
    ],
    lawAsOf: '2025-04-01',
    firstHand: true,
    superseded: false,
  }
  const sentence = (role: SentenceRole, text: string, start: number): AnswerSentence => ({
    text,
    role,
    citation: {
      articleId: 'a',
      title: '催收',
      sectionPath: ['上门'],
      paragraph: start,
      start,
      end: start + text.length,
      source: 'a.md',
      facts: ['F1'],
    },
  })
  const found: Answer = {
    kind: 'found',
    sentences: [
      { ...sentence('lead', '可以这样做：', 10), highlight: [2, 5] },
      sentence('context', '有人敲门。', 1),
      sentence('step', '再报警。', 40),
      sentence('step', '先录像。', 30),
    ],
    hits: [],
    topics: [],
    lanes: ['meaning', 'words'],
    pending: 0,
    took_ms: 1,
  }
  const lines = (style = plainStyle) =>
    answerLines(found, { facts: [fact], articles: 1 }, 'zh', style)

  it('has what must be read first, the lead, then the steps with their numbers', () => {
    expect(lines().slice(1, -2)).toEqual([
      '',
      '有人敲门。',
      '可以这样做： [1]',
      '    —— 催收 › 上门 ¶10 （a.md）',
      '       依据：民法典第1032条（2021-01-01 文本）',
      '',
      '1. 先录像。 [2]',
      '    —— 催收 › 上门 ¶30 （a.md）',
      '',
      '2. 再报警。 [3]',
      '    —— 催收 › 上门 ¶40 （a.md）',
    ])
  })

  it('marks on a screen the words that answer, and no character is another', () => {
    const shown = lines(screenStyle)
    expect(shown).toContain(`可以${screenStyle.strong('这样做')}： [1]`)
    expect(shown.map(stripVTControlCharacters)).toEqual(lines())
  })
})

describe('an explained hit', () => {
  it('has under it what each lane saw, in one column', () => {
    expect(hitLines({ ...hit, why }, 'zh').slice(2)).toEqual([
      '       意思  排第 2，其中一小段最接近',
      '       词语  排第 3；有 上门、欠；没有 两千块',
      '       标题  标题和收录的问法里，没有问题的词',
      '       细读  这一句像在回答：“金额小的， 一般不会上门。”',
      '       名次  先按意思和词语排第 3，全部考虑后排第 1；细读抬高了它；词语拉低了它',
    ])
    const english = hitLines({ ...hit, why }, 'en').slice(2)
    expect(new Set(english.map((line) => line.search(/(?<= {2})[a-z]/)))).toHaveLength(1)
  })

  it('says what a lane did not see', () => {
    const { heading, fused, lifts } = why
    const words = { score: 0, coverage: 0, found: [], missing: [] }
    expect(hitLines({ ...hit, why: { words, heading, fused, lifts } }, 'zh').slice(2)).toEqual([
      '       意思  这次没有比较意思',
      '       词语  没有排上',
      '       标题  标题和收录的问法里，没有问题的词',
      '       细读  没有细读这一段',
      expect.stringContaining('名次'),
    ])
  })

  it('comes with how sure the answer is, and shows what a refusal looked at', () => {
    const answer: Answer = {
      kind: 'none',
      sentences: [],
      hits: [{ ...hit, why }],
      topics: [],
      sureness: { value: 0.1, found: 0.6, related: 0.2 },
      lanes: ['meaning', 'words'],
      pending: 0,
      took_ms: 1,
    }
    const lines = answerLines(answer, { facts: [], articles: 1 }, 'zh')
    expect(lines[1]).toBe('有多可靠：连最接近的段落也不像谈到了这件事，所以不猜。')
    expect(lines).toContain('  1. 催收 ¶2')
  })
})
