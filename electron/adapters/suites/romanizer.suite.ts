/** What every Romanizer does that knows 催 收 上 门 征 信 (cui shou shang men zheng xin). */
import { describe, expect, it } from 'vitest'
import type { Romanizer } from '../../engine/ports'

export function romanizerSuite(name: string, create: () => Romanizer) {
  describe(name, () => {
    it('reads a run, one syllable for each character, without tones', () => {
      const { syllables } = create()
      expect(syllables('催收上门')).toEqual(['cui', 'shou', 'shang', 'men'])
      expect(syllables('征信')).toEqual(['zheng', 'xin'])
      expect(syllables('')).toEqual([])
    })

    it('knows the characters of a syllable, and none of what is no syllable', () => {
      const { characters, syllables } = create()
      for (const character of '催收上门征信') {
        expect(characters(syllables(character)[0] ?? '')).toContain(character)
      }
      for (const none of ['', 'c', 'sh', 'shoux', 'loan', 'Cui', '催', 'constructor']) {
        expect(characters(none)).toEqual([])
      }
    })
  })
}
