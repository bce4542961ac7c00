/** What every AnswerFinder does. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { AnswerFinder } from '../../engine/ports'

const QUESTION = '逾期记录会保留多久？'
const HEADING = '信用记录 › 不良记录'
const SENTENCES = [
  '天气晴朗，适合外出散步。',
  '还清欠款后，逾期记录会保留五年。',
  'Photosynthesis turns light into sugar. 😀',
]

export function answerFinderSuite(name: string, load: () => Promise<AnswerFinder>) {
  describe(`${name}, as any answer finder`, () => {
    let finder: AnswerFinder
    beforeAll(async () => {
      finder = await load()
    })

    it('reads every sentence, marks within it, and scores as its best sentence does', async () => {
      const { score, sentences } = await finder.read(QUESTION, HEADING, SENTENCES)
      expect(sentences).toHaveLength(SENTENCES.length)
      expect(score).toBe(Math.max(...sentences.map((sentence) => sentence?.score ?? -Infinity)))
      for (const [place, sentence] of sentences.entries()) {
        expect(Number.isFinite(sentence?.score)).toBe(true)
        const [start, end] = sentence?.span ?? [0, 1]
        expect(start).toBeGreaterThanOrEqual(0)
        expect(end).toBeGreaterThan(start)
        expect(end).toBeLessThanOrEqual(SENTENCES[place]?.length ?? 0)
      }
    })

    it('finds the sentence that answers, and marks something in it', async () => {
      const { score, sentences } = await finder.read(QUESTION, HEADING, SENTENCES)
      expect(sentences[1]?.score).toBe(score)
      const [start, end] = sentences[1]?.span ?? [0, 0]
      expect(SENTENCES[1]?.slice(start, end)).toMatch(/\S/)
    })

    it('says the same of the same, whatever is read at the same time', async () => {
      const alone = await finder.read(QUESTION, HEADING, SENTENCES)
      const [together] = await Promise.all([
        finder.read(QUESTION, HEADING, SENTENCES),
        finder.read('怎样协商？', '', ['可以先打电话给客服。']),
      ])
      expect(together).toEqual(alone)
    })

    it('says nothing of a sentence without anything to read', async () => {
      const { score, sentences } = await finder.read(QUESTION, '', ['', SENTENCES[1] ?? '', ' \n'])
      expect(sentences[0]).toBeUndefined()
      expect(sentences[1]?.score).toBe(score)
      expect(sentences[2]).toBeUndefined()
    })

    it('scores nothing as −∞', async () => {
      expect(await finder.read(QUESTION, HEADING, [])).toEqual({ score: -Infinity, sentences: [] })
      expect(await finder.read(QUESTION, HEADING, [''])).toEqual({
        score: -Infinity,
        sentences: [undefined],
      })
    })

    it('takes any question, heading and sentence, however long', async () => {
      const long = '我欠了网贷，催收天天打电话。'.repeat(100)
      const { sentences } = await finder.read(long + QUESTION, long, [long, ...SENTENCES, long])
      expect(sentences).toHaveLength(SENTENCES.length + 2)
      expect(sentences.every((sentence) => Number.isFinite(sentence?.score))).toBe(true)
    })
  })
}
