/** What every HistoryStore does. */
import { describe, expect, it } from 'vitest'
import type { HistoryEntry } from '../../contract/entities'
import type { HistoryStore } from '../../engine/ports'

export function sampleEntry(question: string): HistoryEntry {
  const id = Buffer.from(question).toString('hex').padEnd(16, '0').slice(0, 16)
  return { id, question, askedAt: '2026-02-03T04:05:06.000Z', kind: 'found' }
}

export function historyStoreSuite(name: string, create: () => Promise<HistoryStore>) {
  describe(name, () => {
    it('is empty at first', async () => {
      const store = await create()
      expect(store.list()).toEqual([])
    })

    it('keeps the last list, in its order', async () => {
      const store = await create()
      await store.save([sampleEntry('会有人上门吗')])
      const both = [sampleEntry('保留几年？'), sampleEntry('会有人上门吗')]
      await store.save(both)
      expect(store.list()).toEqual(both)
    })

    it('has the last of many lists saved at once', async () => {
      const store = await create()
      const lists = Array.from({ length: 20 }, (_, place) => [sampleEntry(String(place))])
      await Promise.all(lists.map((entries) => store.save(entries)))
      expect(store.list()).toEqual(lists.at(-1))
    })

    it('is empty again after an empty list', async () => {
      const store = await create()
      await store.save([sampleEntry('会有人上门吗')])
      await store.save([])
      expect(store.list()).toEqual([])
    })
  })
}
