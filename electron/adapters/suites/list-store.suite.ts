/** What every ListStore does. */
import { describe, expect, it } from 'vitest'
import type { HistoryEntry } from '../../contract/entities'
import type { OwnQuestion } from '../../contract/own-questions'
import type { ListStore } from '../../engine/ports'

const PLACE = { articleId: 'guide', title: '小额逾期', start: 8, end: 14, text: '会有人上门吗' }
const idOf = (question: string) =>
  Buffer.from(question).toString('hex').padEnd(16, '0').slice(0, 16)

export function sampleEntry(question: string): HistoryEntry {
  return { id: idOf(question), question, askedAt: '2026-02-03T04:05:06.000Z', kind: 'found' }
}

/** @param right whether a place of the library answers it */
export function sampleOwnQuestion(question: string, right = true): OwnQuestion {
  const addedAt = '2026-02-03T04:05:06.000Z'
  return { id: idOf(question), question, right: right ? [PLACE] : [], addedAt }
}

/** @param sample makes an item; of the two that are kept together one is told to be of another kind */
export function listStoreSuite<Item>(
  name: string,
  create: () => Promise<ListStore<Item>>,
  sample: (question: string, ofAnotherKind: boolean) => Item,
) {
  describe(name, () => {
    it('is empty at first', async () => {
      expect((await create()).list()).toEqual([])
    })

    it('keeps the last list, in its order, items of every kind', async () => {
      const store = await create()
      await store.save([sample('会有人上门吗', false)])
      const both = [sample('月球有多远', true), sample('会有人上门吗', false)]
      await store.save(both)
      expect(store.list()).toEqual(both)
    })

    it('has the last of many lists saved at once', async () => {
      const store = await create()
      const lists = Array.from({ length: 20 }, (_, place) => [sample(String(place), false)])
      await Promise.all(lists.map((items) => store.save(items)))
      expect(store.list()).toEqual(lists.at(-1))
    })

    it('is empty again after an empty list', async () => {
      const store = await create()
      await store.save([sample('会有人上门吗', false)])
      await store.save([])
      expect(store.list()).toEqual([])
    })
  })
}
