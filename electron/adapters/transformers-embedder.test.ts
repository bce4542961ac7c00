import {
  cpSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
  mkdirSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dot } from '../engine/vectors'
import { readManifest } from './model-files'
import { nodeHasher } from './node-hasher'
import { embedderSuite } from './suites/embedder.suite'
import { loadEmbedder, type LoadedEmbedder } from './transformers-embedder'

const models = fileURLToPath(new URL('../../models', import.meta.url))

embedderSuite('multilingual-e5-small', () => loadEmbedder(models, nodeHasher))

describe('multilingual-e5-small', () => {
  let loaded: LoadedEmbedder
  beforeAll(async () => {
    loaded = await loadEmbedder(models, nodeHasher)
  })

  it('brings a question near its answer, across languages too', async () => {
    const { embedder } = loaded
    const question = await embedder.embedQuery('逾期会上门催收吗？')
    const near = await embedder.embedPassage('小额逾期通常不会安排催收人员上门。')
    const english = await embedder.embedPassage('Collectors seldom visit homes over small debts.')
    const far = await embedder.embedPassage('Photosynthesis turns light into sugar.')
    expect(dot(question, near)).toBeGreaterThan(dot(question, english))
    expect(dot(question, english)).toBeGreaterThan(dot(question, far))
  })

  it('refuses text over its limit instead of cutting it', async () => {
    const { embedder, tokenizer } = loaded
    const long = '逾期'.repeat(2 * tokenizer.limit)
    await expect(embedder.embedPassage(long)).rejects.toMatchObject({ code: 'INTERNAL' })
  })

  it('takes text of exactly the limit', async () => {
    const { embedder, tokenizer } = loaded
    let text = '款'
    while (tokenizer.count(`${text}催 `) <= tokenizer.limit) text += '催 '
    await expect(embedder.embedPassage(text)).resolves.toHaveLength(embedder.dims)
  })
})

describe('a damaged model', () => {
  const folder = mkdtempSync(join(tmpdir(), 'wenju-模型 '))
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  async function copyWith(name: string, change: (file: string) => void) {
    const manifest = await readManifest(models)
    const copy = mkdtempSync(join(folder, 'copy-'))
    cpSync(join(models, 'manifest.json'), join(copy, 'manifest.json'))
    for (const file of Object.keys(manifest.files)) {
      const target = join(copy, manifest.folder, file)
      mkdirSync(join(target, '..'), { recursive: true })
      if (file === name) cpSync(join(models, manifest.folder, file), target)
      else symlinkSync(join(models, manifest.folder, file), target)
    }
    change(join(copy, manifest.folder, name))
    return copy
  }

  for (const name of ['tokenizer_config.json', 'onnx/model_quantized.onnx']) {
    it(`names ${name} when it is missing`, async () => {
      const copy = await copyWith(name, (file) => {
        rmSync(file)
      })
      await expect(loadEmbedder(copy, nodeHasher)).rejects.toMatchObject({
        code: 'MODEL_DAMAGED',
        details: { file: join(copy, 'multilingual-e5-small', name), state: 'missing' },
      })
    })

    it(`names ${name} when a byte of it has changed`, async () => {
      const copy = await copyWith(name, (file) => {
        const content = readFileSync(file)
        content[content.length - 2] = (content[content.length - 2] ?? 0) ^ 1
        writeFileSync(file, content)
      })
      await expect(loadEmbedder(copy, nodeHasher)).rejects.toMatchObject({
        code: 'MODEL_DAMAGED',
        details: { state: 'damaged' },
      })
    })
  }

  it('names the manifest when it is missing or not JSON', async () => {
    await expect(loadEmbedder(folder, nodeHasher)).rejects.toMatchObject({
      code: 'MODEL_DAMAGED',
      details: { file: join(folder, 'manifest.json'), state: 'missing' },
    })
    writeFileSync(join(folder, 'manifest.json'), '{')
    await expect(loadEmbedder(folder, nodeHasher)).rejects.toMatchObject({ code: 'MODEL_DAMAGED' })
  })
})
