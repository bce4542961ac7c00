/** What every IndexFile does. */
import { describe, expect, it } from 'vitest'
import type { IndexFile } from '../../engine/ports'

const pieces = (...texts: readonly string[]) => texts.map((text) => Buffer.from(text))

export function indexFileSuite(name: string, create: () => Promise<IndexFile>) {
  describe(name, () => {
    it('has nothing before something was written', async () => {
      expect(await (await create()).read()).toBeUndefined()
    })

    it('gives back what was written last, its pieces in a row', async () => {
      const file = await create()
      expect(await file.write(pieces('first'))).toBe(true)
      expect(await file.write(pieces('one', '', 'two'))).toBe(true)
      const read = await file.read()
      expect(Buffer.from(read ?? []).toString()).toBe('onetwo')
    })

    it('tells nothing written from something empty', async () => {
      const file = await create()
      await file.write([])
      expect(await file.read()).toHaveLength(0)
    })

    it('keeps the last of several writes that were asked for at once', async () => {
      const file = await create()
      const texts = ['a', 'bb', 'ccc', 'dddd']
      await Promise.all(texts.map((text) => file.write(pieces(text))))
      expect(Buffer.from((await file.read()) ?? []).toString()).toBe('dddd')
    })
  })
}
