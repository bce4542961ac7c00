/** What every ArticleStore does. */
import { describe, expect, it } from 'vitest'
import { defaultSettings } from '../../contract/settings'
import type { ArticleStore } from '../../engine/ports'
import { originalOf, sampleArticle } from './sample-article'

const REMOVED_AT = '2026-02-03T04:05:06.000Z'

export function articleStoreSuite(name: string, create: () => Promise<ArticleStore>) {
  describe(name, () => {
    const ids = (store: ArticleStore) => store.list().map((row) => row.id)

    it('is empty at first, with the settings of the system', async () => {
      const store = await create()
      expect(store.list()).toEqual([])
      expect(await store.read('a')).toBeUndefined()
      expect(store.settings()).toEqual(defaultSettings)
    })

    it('knows of no decision about starter articles at first, then the last one', async () => {
      const store = await create()
      expect(store.starter()).toBeUndefined()
      await store.saveStarter({ declined: true, versions: {} })
      await store.saveStarter({ declined: false, versions: { 'zh-visit': 'ab12' } })
      expect(store.starter()).toEqual({ declined: false, versions: { 'zh-visit': 'ab12' } })
    })

    it('gives back what was saved, and lists it', async () => {
      const store = await create()
      const saved = sampleArticle('a')
      await store.save(saved, originalOf('第 a 篇'))
      expect(await store.read('a')).toEqual(saved)
      const { article } = saved
      expect(store.list()).toEqual([
        {
          id: 'a',
          title: article.title,
          language: 'zh',
          fileName: article.source.fileName,
          sha256: article.source.sha256,
          addedAt: article.source.addedAt,
          characters: article.text.length,
          passages: 1,
        },
      ])
    })

    it('replaces an article in its place', async () => {
      const store = await create()
      for (const id of ['a', 'b', 'c']) await store.save(sampleArticle(id))
      const before = store.list()
      const changed = sampleArticle('b', '改过的内容')
      await store.save(changed)
      expect(ids(store)).toEqual(['a', 'b', 'c'])
      expect(await store.read('b')).toEqual(changed)
      expect(store.list()[1]?.sha256).toBe(changed.article.source.sha256)
      expect(before[1]?.sha256).toBe(sampleArticle('b').article.source.sha256)
    })

    it('keeps all of many articles saved at once', async () => {
      const store = await create()
      const all = Array.from({ length: 50 }, (_, place) => `article-${String(place)}`)
      await Promise.all(all.map((id) => store.save(sampleArticle(id), originalOf(id))))
      expect(ids(store)).toEqual(all)
      for (const id of all) expect(await store.read(id)).toEqual(sampleArticle(id))
    })

    it('marks as removed, and brings back', async () => {
      const store = await create()
      await store.save(sampleArticle('a'))
      await store.setRemoved('a', REMOVED_AT)
      expect(store.list()[0]?.removedAt).toBe(REMOVED_AT)
      expect(await store.read('a')).toEqual(sampleArticle('a'))
      await store.save(sampleArticle('a', '别的'))
      expect(store.list()[0]?.removedAt).toBe(REMOVED_AT)
      await store.setRemoved('a', undefined)
      expect(store.list()[0]).not.toHaveProperty('removedAt')
      expect(await store.read('a')).toEqual(sampleArticle('a', '别的'))
    })

    it('erases what is marked as removed, and nothing else', async () => {
      const store = await create()
      for (const id of ['a', 'b', 'c']) await store.save(sampleArticle(id))
      await store.setRemoved('b', REMOVED_AT)
      await store.purge()
      await store.purge()
      expect(ids(store)).toEqual(['a', 'c'])
      expect(await store.read('b')).toBeUndefined()
      expect(await store.read('c')).toEqual(sampleArticle('c'))
    })

    it('does not mark what it does not know', async () => {
      const store = await create()
      await expect(store.setRemoved('a', REMOVED_AT)).rejects.toMatchObject({
        code: 'ARTICLE_NOT_FOUND',
        details: { id: 'a' },
      })
    })

    it.each(['', '../a', 'a/b', 'a\\b', 'A', 'a.json', '文', 'a'.repeat(65)])(
      'refuses the id %j',
      async (id) => {
        const store = await create()
        await expect(store.save(sampleArticle(id))).rejects.toMatchObject({
          code: 'INVALID_REQUEST',
        })
        expect(await store.read(id)).toBeUndefined()
        expect(store.list()).toEqual([])
      },
    )

    it('keeps settings', async () => {
      const store = await create()
      const chosen = { ...defaultSettings, language: 'zh', history: false } as const
      await store.saveSettings(chosen)
      expect(store.settings()).toEqual(chosen)
    })
  })
}
