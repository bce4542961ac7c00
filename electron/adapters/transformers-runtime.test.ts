import { join } from 'node:path'
import { expect, it } from 'vitest'
import { AppError } from '../contract/errors'
import { nodeHasher } from './node-hasher'
import { temporaryFolder } from './suites/temporary-folder'
import { loadEmbedder } from './transformers-embedder'
import { loadRuntime } from './transformers-runtime'

const noBuild = () =>
  Promise.reject(
    new Error(
      "Cannot find module '../bin/napi-v6/darwin/x64/onnxruntime_binding.node'\nRequire stack:\n- …",
    ),
  )

it('says on which system the inference runtime has no build, in one line', async () => {
  const thrown = await loadRuntime(noBuild).catch((error: unknown) => error)
  expect(thrown).toBeInstanceOf(AppError)
  expect(thrown).toMatchObject({
    code: 'MODEL_UNSUPPORTED',
    details: {
      system: `${process.platform} ${process.arch}`,
      reason: "Cannot find module '../bin/napi-v6/darwin/x64/onnxruntime_binding.node'",
    },
  })
})

it('takes a missing runtime for that, whatever the state of the model', async () => {
  const models = join(await temporaryFolder(), 'models')
  await expect(loadEmbedder(models, nodeHasher, noBuild)).rejects.toMatchObject({
    code: 'MODEL_UNSUPPORTED',
  })
})
