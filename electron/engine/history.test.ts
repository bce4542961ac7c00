import { describe, expect, it } from 'vitest'
import { createMemoryList } from '../adapters/memory-list'
import { nodeHasher } from '../adapters/node-hasher'
import { systemClock } from '../adapters/system-clock'
import type { HistoryEntry } from '../contract/entities'
import { AppError } from '../contract/errors'
import { HISTORY_LIMIT } from '../contract/limits'
import { createHistory, type HistoryParts } from './history'
import type { HistoryStore } from './ports'

function history(parts: Partial<HistoryParts> = {}) {
  let second = 0
  const clock = { ...systemClock, now: () => `2026-01-01T00:00:${String(second++)}Z` }
  const made = createHistory({
    store: createMemoryList(),
    hasher: nodeHasher,
    clock,
    isOn: () => true,
    readOnly: undefined,
    ...parts,
  })
  const questions = async () => {
    const { entries } = await made.handlers.history({})
    return entries.map(({ question }) => question)
  }
  return { ...made, questions }
}

describe('the history', () => {
  it('has the newest first, and a question asked again once, with its latest outcome', async () => {
    const { record, questions, handlers } = history()
    record('甲', 'none')
    record('乙', 'related')
    record('甲', 'found')
    expect(await questions()).toEqual(['甲', '乙'])
    const { entries } = await handlers.history({})
    expect(entries[0]).toMatchObject({ kind: 'found', askedAt: '2026-01-01T00:00:2Z' })
  })

  it('drops the oldest past the limit', async () => {
    const { record, questions } = history()
    for (let place = 0; place <= HISTORY_LIMIT; place++) record(`问题 ${String(place)}`, 'none')
    const kept = await questions()
    expect(kept).toHaveLength(HISTORY_LIMIT)
    expect(kept.at(-1)).toBe('问题 1')
  })

  it('keeps nothing while it is off, and leaves what was kept', async () => {
    let on = true
    const { record, questions } = history({ isOn: () => on })
    record('甲', 'found')
    on = false
    record('乙', 'found')
    expect(await questions()).toEqual(['甲'])
  })

  it('removes what is named, and everything', async () => {
    const { record, handlers, questions } = history()
    for (const question of ['甲', '乙', '丙']) record(question, 'found')
    const { entries } = await handlers.history({})
    const after = await handlers.removeHistory({ ids: [entries[1]?.id ?? '', 'ffffffffffffffff'] })
    expect(after.entries.map(({ question }) => question)).toEqual(['丙', '甲'])
    expect(await handlers.clearHistory({})).toEqual({ entries: [] })
    expect(await questions()).toEqual([])
  })

  it('erases a question that was asked a moment before', async () => {
    const { record, handlers } = history()
    record('甲', 'found')
    expect(await handlers.clearHistory({})).toEqual({ entries: [] })
  })

  it('read-only, records nothing and refuses to erase', async () => {
    const { record, questions, handlers } = history({
      readOnly: () => new AppError('LIBRARY_IN_USE'),
    })
    record('甲', 'found')
    expect(await questions()).toEqual([])
    await expect(handlers.clearHistory({})).rejects.toMatchObject({ code: 'LIBRARY_IN_USE' })
  })

  it('tells why a question could not be kept, until one can', async () => {
    let full = true
    const kept = createMemoryList<HistoryEntry>()
    const store: HistoryStore = {
      list: kept.list,
      save: (entries) =>
        full ? Promise.reject(new AppError('DISK_FULL', { folder: 'f' })) : kept.save(entries),
    }
    const { record, handlers } = history({ store })
    record('甲', 'found')
    expect(await handlers.history({})).toEqual({
      entries: [],
      trouble: { code: 'DISK_FULL', details: { folder: 'f' } },
    })
    full = false
    record('乙', 'found')
    const after = await handlers.history({})
    expect(after.entries).toHaveLength(1)
    expect(after).not.toHaveProperty('trouble')
  })
})
