/**
 * The embedding model through transformers.js, from the project's own files only.
 *
 * The library's feature-extraction pipeline cuts text at the model's limit without a word, so
 * tokens are counted here and too long a text is refused. One text a run: as fast as a padded
 * batch with this model, and a vector then does not depend on its neighbours in the batch.
 */
import type { PreTrainedModel, PreTrainedTokenizer, Tensor } from '@xenova/transformers'
import { AppError } from '../contract/errors'
import type { Embedder, Hasher, Tokenizer } from '../engine/ports'
import { checkModelFiles, hashesOf, readManifest, type ModelManifest } from './model-files'
import { loadRuntime, type Runtime } from './transformers-runtime'

/** Tokens that the model's own frame takes: `<s>` and `</s>`. */
const FRAME_TOKENS = 2
/** One thread: two spin against each other on a busy machine and halve the speed. */
const THREADS = 1

export interface LoadedEmbedder {
  readonly embedder: Embedder
  readonly tokenizer: Tokenizer
  /** The library's own tokenizer, for a second model of the same words: another one takes 2 s and 160 MB. */
  readonly pretrained: PreTrainedTokenizer
}

/**
 * Checks the files' hashes and loads tokenizer and model (about 2 s).
 * @param models the folder that holds `manifest.json`
 * @param load another way to get the library; a test gives one that fails
 * @throws MODEL_DAMAGED naming the file, MODEL_UNSUPPORTED where the runtime has no build
 */
export async function loadEmbedder(
  models: string,
  hasher: Hasher,
  load?: () => Promise<Runtime>,
): Promise<LoadedEmbedder> {
  const runtime = await loadRuntime(load)
  const { AutoModel, AutoTokenizer, env } = runtime
  const manifest = await readManifest(models)
  const files = [...manifest.tokenizer.files, ...manifest.embedder.files]
  await checkModelFiles(models, manifest, files)
  env.allowRemoteModels = false
  env.localModelPath = models
  const pretrained = await AutoTokenizer.from_pretrained(manifest.folder)
  const model = await AutoModel.from_pretrained(manifest.folder, {
    dtype: 'q8',
    session_options: { intraOpNumThreads: THREADS },
  }).catch((cause: unknown) => {
    throw new AppError(
      'MODEL_DAMAGED',
      { file: manifest.embedder.files[0] ?? manifest.folder, state: 'unloadable' },
      { cause },
    )
  })
  return {
    tokenizer: createTokenizer(manifest, pretrained, hasher),
    embedder: createEmbedder(manifest, pretrained, model, hasher, runtime),
    pretrained,
  }
}

function createTokenizer(
  manifest: ModelManifest,
  tokenizer: PreTrainedTokenizer,
  hasher: Hasher,
): Tokenizer {
  const count = (text: string) => encode(tokenizer, text).length
  const { prefixes, maxTokens } = manifest.embedder
  const prefix = Math.max(count(prefixes.passage), count(prefixes.query))
  return {
    fingerprint: hasher.sha256(hashesOf(manifest, manifest.tokenizer.files)),
    limit: maxTokens - FRAME_TOKENS - prefix,
    count,
  }
}

function createEmbedder(
  manifest: ModelManifest,
  tokenizer: PreTrainedTokenizer,
  model: PreTrainedModel,
  hasher: Hasher,
  { env, Tensor }: Runtime,
): Embedder {
  const { dims, maxTokens, prefixes, files } = manifest.embedder
  const embed = async (text: string): Promise<Float32Array> => {
    const ids = tokenizer.encode(text)
    if (ids.length > maxTokens) {
      throw new AppError('INTERNAL', {
        reason: `a text of ${String(ids.length)} tokens for a model of ${String(maxTokens)}`,
      })
    }
    const shape = [1, ids.length]
    const run = (await model({
      input_ids: new Tensor('int64', BigInt64Array.from(ids, BigInt), shape),
      attention_mask: new Tensor('int64', new BigInt64Array(ids.length).fill(1n), shape),
    })) as { last_hidden_state: Tensor }
    const states = run.last_hidden_state
    const vector = meanOfUnitLength(states.data as Float32Array, ids.length, dims)
    states.dispose()
    return vector
  }
  const runtime = `transformers.js ${env.version}`
  return {
    id: manifest.id,
    dims,
    fingerprint: hasher.sha256(
      [
        runtime,
        hashesOf(manifest, [...manifest.tokenizer.files, ...files]),
        JSON.stringify(prefixes),
      ].join('\n'),
    ),
    embedPassage: (text) => embed(prefixes.passage + text),
    embedQuery: (text) => embed(prefixes.query + text),
  }
}

function encode(tokenizer: PreTrainedTokenizer, text: string): readonly number[] {
  return tokenizer.encode(text, { add_special_tokens: false })
}

/** Mean over tokens, then L2 norm, as the model was trained to be read. */
function meanOfUnitLength(states: Float32Array, tokens: number, dims: number): Float32Array {
  const mean = new Float32Array(dims)
  for (let token = 0; token < tokens; token++) {
    for (let dim = 0; dim < dims; dim++) {
      mean[dim] = (mean[dim] ?? 0) + (states[token * dims + dim] ?? 0)
    }
  }
  const length = Math.hypot(...mean)
  return mean.map((value) => value / length)
}
