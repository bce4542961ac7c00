import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import type { AnswerFinder } from '../engine/ports'
import { readManifest } from './model-files'
import { nodeHasher } from './node-hasher'
import { answerFinderSuite } from './suites/answer-finder.suite'
import { temporaryFolder } from './suites/temporary-folder'
import { loadAnswerFinder } from './transformers-answer-finder'
import { loadEmbedder, type LoadedEmbedder } from './transformers-embedder'

const models = fileURLToPath(new URL('../../models', import.meta.url))

let pretrained: LoadedEmbedder['pretrained']
let finder: AnswerFinder
beforeAll(async () => {
  pretrained = (await loadEmbedder(models, nodeHasher)).pretrained
  finder = await loadAnswerFinder(models, nodeHasher, pretrained)
})

answerFinderSuite('the e5 answer finder', () => Promise.resolve(finder))

const BRIDGE = [
  '青石桥建于1897年，全长四十二米。',
  '它由工匠林一鹤设计，用了三年才完工。',
  '今天桥上只许步行。',
]
const TREATY = [
  'The lake lies 1,240 metres above the sea.',
  'In 1952 the two towns agreed to share its water for fifty years.',
  'Anglers need a permit, which the town hall sells for $12.',
]

/** Text marked in the best sentence, and the whole passage's score. */
async function marked(question: string, sentences: readonly string[], heading = '') {
  const reading = await finder.read(question, heading, sentences)
  const best = reading.sentences.findIndex((sentence) => sentence?.score === reading.score)
  const [start, end] = reading.sentences[best]?.span ?? [0, 0]
  return { best, text: sentences[best]?.slice(start, end), score: reading.score }
}

describe('the e5 answer finder', () => {
  it.each([
    ['青石桥是谁设计的？', BRIDGE, 1, '林一鹤'],
    ['青石桥是哪一年建的？', BRIDGE, 0, '1897年'],
    ['How much is a fishing permit?', TREATY, 2, '$12'],
    ['When did the towns agree to share the water?', TREATY, 1, '1952'],
  ])('marks what answers %s', async (question, sentences, place, answer) => {
    const { best, text, score } = await marked(question, sentences)
    expect(best).toBe(place)
    expect(text).toContain(answer)
    expect(text?.length).toBeLessThan((sentences[place]?.length ?? 0) / 2)
    expect(score).toBeGreaterThan(0)
  })

  it('scores a passage that does not answer below 0', async () => {
    expect((await marked('征信报告多久更新一次？', BRIDGE)).score).toBeLessThan(0)
    expect((await marked('Who is the mayor of Paris?', TREATY)).score).toBeLessThan(0)
  })

  it('finds in a passage of many windows what stands at its end, in its middle and at its start', async () => {
    const filler = Array.from(
      { length: 60 },
      (_, day) => `第${String(day + 1)}天，他们沿着河岸走，没有遇到什么人。`,
    )
    for (const place of [0, 31, 60]) {
      const { best, text } = await marked(
        '青石桥是谁设计的？',
        filler.toSpliced(place, 0, BRIDGE[1] ?? ''),
      )
      expect(best).toBe(place)
      expect(text).toContain('林一鹤')
    }
  })

  it('reads the end of a long question', async () => {
    const story = '我们一家人去年夏天到山里住了几天，天气很好，孩子们玩得很开心。'.repeat(8)
    expect(await marked(`${story}对了，青石桥是谁设计的？`, BRIDGE)).toMatchObject({ best: 1 })
  })

  it('finds the place across languages too, though it is less sure there', async () => {
    const { best, text } = await marked('湖面海拔多少米？', TREATY)
    expect(best).toBe(0)
    expect(text).toContain('1,240')
  })

  it('cuts a stretch that runs on at the end of the sentence in which it begins', async () => {
    const { sentences } = await finder.read('青石桥是谁设计的？', '', [
      '青石桥由工匠林',
      '一鹤设计。',
    ])
    expect(sentences[0]?.span?.[1]).toBe('青石桥由工匠林'.length)
  })

  it('names what it is: the same for the same files', async () => {
    const again = await loadAnswerFinder(models, nodeHasher, pretrained)
    expect(again.fingerprint).toBe(finder.fingerprint)
    expect(again.fingerprint).toMatch(/^[0-9a-f]{64}$/)
  })
})

describe('a damaged answer finder', () => {
  /** The models with one file that is this test's own. */
  async function copyWith(name: string, change: (file: string) => void) {
    const copy = await temporaryFolder()
    const manifest = await readManifest(models)
    cpSync(join(models, 'manifest.json'), join(copy, 'manifest.json'))
    for (const file of Object.keys(manifest.files)) {
      const source = join(models, manifest.folder, file)
      const target = join(copy, manifest.folder, file)
      mkdirSync(join(target, '..'), { recursive: true })
      if (file === name) cpSync(source, target)
      else symlinkSync(source, target)
    }
    change(join(copy, manifest.folder, name))
    return copy
  }

  it.each(['onnx/reader_quantized.onnx', 'onnx/word_table.bin'])(
    'names %s when it is missing, and when a byte of it has changed',
    async (name) => {
      const without = await copyWith(name, rmSync)
      await expect(loadAnswerFinder(without, nodeHasher, pretrained)).rejects.toMatchObject({
        code: 'MODEL_DAMAGED',
        details: { file: join(without, 'multilingual-e5-small', name), state: 'missing' },
      })
      const changed = await copyWith(name, (file) => {
        const content = readFileSync(file)
        content[content.length - 2] = (content[content.length - 2] ?? 0) ^ 1
        writeFileSync(file, content)
      })
      await expect(loadAnswerFinder(changed, nodeHasher, pretrained)).rejects.toMatchObject({
        code: 'MODEL_DAMAGED',
        details: { state: 'damaged' },
      })
    },
  )
})
