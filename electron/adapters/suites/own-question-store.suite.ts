/** What every OwnQuestionStore does. */
import { describe, expect, it } from 'vitest'
import type { OwnQuestion } from '../../contract/own-questions'
import type { OwnQuestionStore } from '../../engine/ports'

const PLACE = { articleId: 'guide', title: '小额逾期', start: 8, end: 14, text: '会有人上门吗' }

/** @param right whether a place of the library answers it */
export function sampleOwnQuestion(question: string, right = true): OwnQuestion {
  const id = Buffer.from(question).toString('hex').padEnd(16, '0').slice(0, 16)
  return { id, question, right: right ? [PLACE] : [], addedAt: '2026-02-03T04:05:06.000Z' }
}

export function ownQuestionStoreSuite(name: string, create: () => Promise<OwnQuestionStore>) {
  describe(name, () => {
    it('is empty at first', async () => {
      expect((await create()).list()).toEqual([])
    })

    it('keeps the last list, in its order, with and without places', async () => {
      const store = await create()
      await store.save([sampleOwnQuestion('会有人上门吗')])
      const both = [sampleOwnQuestion('月球有多远', false), sampleOwnQuestion('会有人上门吗')]
      await store.save(both)
      expect(store.list()).toEqual(both)
    })

    it('has the last of many lists saved at once', async () => {
      const store = await create()
      const lists = Array.from({ length: 20 }, (_, place) => [sampleOwnQuestion(String(place))])
      await Promise.all(lists.map((questions) => store.save(questions)))
      expect(store.list()).toEqual(lists.at(-1))
    })

    it('is empty again after an empty list', async () => {
      const store = await create()
      await store.save([sampleOwnQuestion('会有人上门吗')])
      await store.save([])
      expect(store.list()).toEqual([])
    })
  })
}
