import { describe, expect, it } from 'vitest'
import { openInMemory } from '../adapters/suites/open-in-memory'
import { createMemoryList } from '../adapters/memory-list'
import { AppError } from '../contract/errors'
import type { OwnQuestion } from '../contract/own-questions'
import { OWN_LIMIT } from '../contract/limits'
import type { KnowledgeBaseParts } from './knowledge-base-parts'

const GUIDE = `# 小额逾期

## 会有人上门吗

金额较小的逾期，平台通常先用电话和短信提醒。上门多见于金额较大或长期失联的情况。

## 怎样修复信用记录

还清欠款后，不良记录自终止之日起保留五年。可以向征信中心提出异议。
`
const FIVE_YEARS = '不良记录自终止之日起保留五年吗'
const ALL = { meaning: true, words: true, finder: true }

async function library(parts: Partial<KnowledgeBaseParts> = {}) {
  const opened = await openInMemory(parts)
  const put = async (text: string) => {
    const { article } = await opened.addBytes('guide.md', new TextEncoder().encode(text))
    await opened.settled()
    return article.id
  }
  const { handlers } = opened
  const placeOf = async (question: string) => {
    const [hit] = (await handlers.search({ query: question, top: 1 })).hits
    if (!hit) throw new Error('nothing was found')
    return { articleId: hit.articleId, start: hit.start, end: hit.end }
  }
  return { ...opened, put, placeOf }
}

describe('marking', () => {
  it('keeps a question once, with its latest places, the latest first', async () => {
    const { put, placeOf, handlers } = await library()
    await put(GUIDE)
    const place = await placeOf(FIVE_YEARS)
    await handlers.markQuestion({ question: ` ${FIVE_YEARS} `, right: [] })
    await handlers.markQuestion({ question: '月球有多远', right: [] })
    const { questions } = await handlers.markQuestion({ question: FIVE_YEARS, right: [place] })
    expect(questions.map(({ question }) => question)).toEqual([FIVE_YEARS, '月球有多远'])
    expect(questions[0]).toMatchObject({
      stale: false,
      right: [{ state: 'stands', title: '小额逾期', sectionPath: ['怎样修复信用记录'] }],
    })
    const ids = [questions[0]?.id ?? '']
    expect((await handlers.removeOwnQuestions({ ids })).questions).toHaveLength(1)
    expect((await handlers.ownQuestions({})).questions).toHaveLength(1)
  })

  it('refuses what is no question or no place, and an article that is not there', async () => {
    const { put, handlers } = await library()
    const articleId = await put(GUIDE)
    const mark = (question: string, start: number, end: number, id = articleId) =>
      handlers.markQuestion({ question, right: [{ articleId: id, start, end }] })
    await expect(mark(' ', 0, 5)).rejects.toMatchObject({ code: 'EMPTY_QUESTION' })
    await expect(mark('甲', 5, 5)).rejects.toMatchObject({ code: 'INVALID_REQUEST' })
    await expect(mark('甲', 5, 99_999)).rejects.toMatchObject({ code: 'INVALID_REQUEST' })
    await expect(mark('甲', 0, 5, 'other')).rejects.toMatchObject({ code: 'ARTICLE_NOT_FOUND' })
    expect((await handlers.ownQuestions({})).questions).toEqual([])
  })

  it('refuses one question too many and loses none', async () => {
    const ownQuestions = createMemoryList<OwnQuestion>()
    const full = Array.from({ length: OWN_LIMIT }, (_, place) => {
      const id = String(place).padStart(16, '0')
      return { id, question: id, right: [], addedAt: '2026-01-01T00:00:00Z' }
    })
    await ownQuestions.save(full)
    const { handlers } = await library({ ownQuestions })
    await expect(handlers.markQuestion({ question: '又一个', right: [] })).rejects.toMatchObject({
      code: 'INVALID_REQUEST',
      details: { reason: 'SET_FULL' },
    })
    expect(ownQuestions.list()).toHaveLength(OWN_LIMIT)
  })

  it('read-only, marks nothing', async () => {
    const { handlers } = await library({ readOnly: () => new AppError('LIBRARY_IN_USE') })
    await expect(handlers.markQuestion({ question: '甲', right: [] })).rejects.toMatchObject({
      code: 'LIBRARY_IN_USE',
    })
  })
})

describe('evaluating', () => {
  async function marked() {
    const made = await library()
    await made.put(GUIDE)
    const { handlers } = made
    await handlers.markQuestion({ question: '月球离地球多远', right: [] })
    const right = [await made.placeOf(FIVE_YEARS)]
    await handlers.markQuestion({ question: FIVE_YEARS, right })
    return made
  }

  it('reports every question, in the order of the list, and the progress', async () => {
    const { handlers, events } = await marked()
    const report = await handlers.evaluateOwn({ setting: ALL })
    expect(report).toMatchObject({ used: ALL, stopped: false, answerable: 1, unanswerable: 1 })
    expect(report.outcomes.map(({ question }) => question)).toEqual([FIVE_YEARS, '月球离地球多远'])
    expect(report.outcomes[0]).toMatchObject({
      verdict: 'right',
      rank: 1,
      byMeaning: 1,
      byWords: 1,
      hits: [{ rank: 1, sectionPath: ['怎样修复信用记录'] }, { rank: 2 }],
    })
    expect(events.filter(({ type }) => type === 'evaluation')).toEqual([
      { type: 'evaluation', done: 1, total: 2 },
      { type: 'evaluation', done: 2, total: 2 },
    ])
  })

  it('gives the hits and the kind that asking gives', async () => {
    const { handlers } = await marked()
    const { outcomes } = await handlers.evaluateOwn({ setting: ALL })
    for (const { question, kind, hits } of outcomes) {
      const answer = await handlers.ask({ question, top: 3 })
      expect(kind).toBe(answer.kind)
      expect(hits.map(({ title, sectionPath }) => [title, ...sectionPath])).toEqual(
        answer.hits.map(({ title, sectionPath }) => [title, ...sectionPath]),
      )
    }
  })

  it('leaves out what the setting leaves out', async () => {
    const { handlers, finder, embedder } = await marked()
    const embedded = embedder.embedded.length
    const words = { meaning: false, words: true, finder: false }
    const byWords = await handlers.evaluateOwn({ setting: words })
    expect(byWords.used).toEqual(words)
    expect(byWords.outcomes[0]).toMatchObject({ byWords: 1 })
    expect(byWords.outcomes[0]).not.toHaveProperty('byMeaning')
    expect(embedder.embedded).toHaveLength(embedded)
    expect(finder.asked).toEqual([])

    const meaning = { meaning: true, words: false, finder: true }
    const byMeaning = await handlers.evaluateOwn({ setting: meaning })
    expect(byMeaning.used).toEqual(meaning)
    expect(byMeaning.outcomes[0]).toMatchObject({ byMeaning: 1 })
    expect(byMeaning.outcomes[0]).not.toHaveProperty('byWords')
    expect(finder.asked).not.toEqual([])
  })

  it('says what was missing, and why meaning alone cannot be had', async () => {
    const model = Promise.reject(new AppError('MODEL_DAMAGED', { file: 'f' }))
    const { handlers } = await library({ model })
    await handlers.markQuestion({ question: '甲', right: [] })
    const { used } = await handlers.evaluateOwn({ setting: ALL })
    expect(used).toMatchObject({ meaning: false, words: true })
    const alone = handlers.evaluateOwn({ setting: { meaning: true, words: false, finder: false } })
    await expect(alone).rejects.toMatchObject({ code: 'MODEL_DAMAGED' })
  })

  it('does not judge by a text that has changed, until it is marked again', async () => {
    const { put, handlers, placeOf } = await marked()
    await put(GUIDE.replace('保留五年', '保留三年'))
    const { questions } = await handlers.ownQuestions({})
    expect(questions[0]).toMatchObject({ stale: true, right: [{ state: 'changed' }] })
    const report = await handlers.evaluateOwn({ setting: ALL })
    expect(report).toMatchObject({ stale: 1, answerable: 0, outcomes: [{ verdict: 'stale' }, {}] })
    await handlers.markQuestion({ question: FIVE_YEARS, right: [await placeOf(FIVE_YEARS)] })
    expect(await handlers.evaluateOwn({ setting: ALL })).toMatchObject({ stale: 0, answerable: 1 })
  })

  it('stops when asked to, with what it has, and runs whole the next time', async () => {
    const made: { stop?: () => void } = {}
    const { handlers } = await library({
      onEvent: ({ type }) => {
        if (type === 'evaluation') made.stop?.()
      },
    })
    for (const question of ['甲', '乙', '丙']) await handlers.markQuestion({ question, right: [] })
    made.stop = () => void handlers.stopEvaluation({})
    const report = await handlers.evaluateOwn({ setting: ALL })
    expect(report).toMatchObject({ stopped: true, unanswerable: 1 })
    made.stop = () => undefined
    expect(await handlers.evaluateOwn({ setting: ALL })).toMatchObject({
      stopped: false,
      unanswerable: 3,
    })
  })

  it('answers a question asked meanwhile before it has ended, and ends early with the library', async () => {
    const made: { onFirst?: () => void } = {}
    const { handlers, put, close } = await library({
      onEvent: (event) => {
        if (event.type === 'evaluation' && event.done === 1) made.onFirst?.()
      },
    })
    await put(GUIDE)
    for (let place = 0; place < 50; place++) {
      await handlers.markQuestion({ question: `问题${String(place)}`, right: [] })
    }
    const ended: string[] = []
    const first = new Promise<void>((resolve) => {
      made.onFirst = () => {
        void handlers.ask({ question: FIVE_YEARS, top: 3 }).then(() => {
          ended.push('question')
          resolve()
        })
      }
    })
    const run = handlers.evaluateOwn({ setting: ALL }).then((report) => {
      ended.push('run')
      return report
    })
    await first
    await close()
    const { stopped } = await run
    expect(stopped).toBe(true)
    expect(ended).toEqual(['question', 'run'])
  })

  it('one run waits for the other', async () => {
    const { handlers } = await marked()
    const [one, other] = await Promise.all([
      handlers.evaluateOwn({ setting: ALL }),
      handlers.evaluateOwn({ setting: { ...ALL, finder: false } }),
    ])
    expect(one.outcomes).toHaveLength(2)
    expect(other.outcomes).toHaveLength(2)
    expect(other.used.finder).toBe(false)
  })
})
