/**
 * The answer finder through transformers.js, from the project's own files only: a cross-encoder
 * with the embedder's tokenizer and word table.
 *
 *   <s> query: QUESTION </s> HEADING sentence 1 sentence 2 … </s>
 *   └────── type 0 ────────┘└───────────── type 1 ──────────────┘
 *
 * Each sentence is encoded by itself and the ids are joined, so every token is known to belong to
 * one sentence. A passage over the window is read in overlapping windows: nothing is cut off.
 */
import type { PreTrainedModel, PreTrainedTokenizer, Tensor } from '@xenova/transformers'
import { AppError } from '../contract/errors'
import type { AnswerFinder, Hasher, Reading } from '../engine/ports'
import {
  bestStretches,
  REACH,
  STEP,
  WINDOW,
  windowsOver,
  type Stretch,
  type WindowScores,
} from './best-stretches'
import { checkModelFiles, hashesOf, readManifest } from './model-files'
import { spanOver, tokenSpans } from './token-spans'
import { loadRuntime, type Runtime } from './transformers-runtime'

/** As in training: more of either was never seen there. */
const QUESTION_TOKENS = 62
const HEADING_TOKENS = 24
/** Ids of `<s>`, `</s>` and `<unk>`. */
const BEGIN = 0
const END = 2
const UNKNOWN = 3
/** One thread: two spin against each other on a busy machine and halve the speed. */
const THREADS = 1
/** Part of the fingerprint: to be raised when readings change though no number here does. */
const RULES = { version: 1, QUESTION_TOKENS, HEADING_TOKENS, WINDOW, STEP, REACH }

/**
 * Checks the files' hashes and loads the model (about 0.4 s).
 * @param models the folder that holds `manifest.json`
 * @param tokenizer the embedder's
 * @throws MODEL_DAMAGED naming the file, MODEL_UNSUPPORTED where the runtime has no build
 */
export async function loadAnswerFinder(
  models: string,
  hasher: Hasher,
  tokenizer: PreTrainedTokenizer,
): Promise<AnswerFinder> {
  const runtime = await loadRuntime()
  const { AutoModelForQuestionAnswering, env } = runtime
  const manifest = await readManifest(models)
  const { files } = manifest.answerFinder
  await checkModelFiles(models, manifest, files)
  env.allowRemoteModels = false
  env.localModelPath = models
  const model = await AutoModelForQuestionAnswering.from_pretrained(manifest.folder, {
    dtype: 'q8',
    model_file_name: 'reader',
    session_options: { intraOpNumThreads: THREADS },
  }).catch((cause: unknown) => {
    const file = files[0] ?? manifest.folder
    throw new AppError('MODEL_DAMAGED', { file, state: 'unloadable' }, { cause })
  })
  const prefix = manifest.embedder.prefixes.query
  const hashes = hashesOf(manifest, [...manifest.tokenizer.files, ...files])
  const identity = [`transformers.js ${env.version}`, hashes, prefix, JSON.stringify(RULES)]
  return {
    fingerprint: hasher.sha256(identity.join('\n')),
    async read(question, heading, sentences) {
      const passage = tokensOf(tokenizer, sentences)
      const frame = {
        asked: [BEGIN, ...questionIds(tokenizer, prefix, question), END],
        heading: idsOf(tokenizer, tokenizer.tokenize(heading)).slice(0, HEADING_TOKENS),
      }
      const windows: WindowScores[] = []
      for (const first of windowsOver(passage.ids.length)) {
        const ids = passage.ids.slice(first, first + WINDOW)
        windows.push({ first, ...(await scoresOf(model, runtime, frame, ids)) })
      }
      return readingOf(sentences, passage, bestStretches(windows, passage.owners, sentences.length))
    },
  }
}

/** What stands before the passage's tokens: ids of type 0, then of type 1. */
interface Frame {
  readonly asked: readonly number[]
  readonly heading: readonly number[]
}

interface PassageTokens {
  readonly ids: readonly number[]
  /** Of each token its sentence. */
  readonly owners: readonly number[]
  /** Of each sentence its tokens, and the place of the first among all. */
  readonly sentences: readonly { readonly tokens: readonly string[]; readonly first: number }[]
}

function tokensOf(tokenizer: PreTrainedTokenizer, texts: readonly string[]): PassageTokens {
  const ids: number[] = []
  const owners: number[] = []
  const sentences = texts.map((text, sentence) => {
    const first = ids.length
    const tokens = text.trim() === '' ? [] : tokenizer.tokenize(text)
    for (const id of idsOf(tokenizer, tokens)) {
      ids.push(id)
      owners.push(sentence)
    }
    return { tokens, first }
  })
  return { ids, owners, sentences }
}

/** The prefix and the question; of one over the limit the prefix and its end. */
function questionIds(tokenizer: PreTrainedTokenizer, prefix: string, question: string) {
  const ids = idsOf(tokenizer, tokenizer.tokenize(prefix + question))
  if (ids.length <= QUESTION_TOKENS) return ids
  const kept = tokenizer.tokenize(prefix.trimEnd()).length
  return [...ids.slice(0, kept), ...ids.slice(kept - QUESTION_TOKENS)]
}

function idsOf(tokenizer: PreTrainedTokenizer, tokens: readonly string[]): readonly number[] {
  const ids: readonly (number | undefined)[] = tokenizer.convert_tokens_to_ids([...tokens])
  return ids.map((id) => id ?? UNKNOWN)
}

async function scoresOf(
  model: PreTrainedModel,
  { Tensor }: Runtime,
  { asked, heading }: Frame,
  passage: readonly number[],
): Promise<Omit<WindowScores, 'first'>> {
  const ids = [...asked, ...heading, ...passage, END]
  const shape = [1, ids.length]
  const types = BigInt64Array.from(ids, (_, place) => (place < asked.length ? 0n : 1n))
  const run = (await model({
    input_ids: new Tensor('int64', BigInt64Array.from(ids, BigInt), shape),
    attention_mask: new Tensor('int64', new BigInt64Array(ids.length).fill(1n), shape),
    token_type_ids: new Tensor('int64', types, shape),
  })) as { start_logits: Tensor; end_logits: Tensor }
  const starts = (run.start_logits.data as Float32Array).slice()
  const ends = (run.end_logits.data as Float32Array).slice()
  run.start_logits.dispose()
  run.end_logits.dispose()
  const first = asked.length + heading.length
  return {
    starts: starts.subarray(first, first + passage.length),
    ends: ends.subarray(first, first + passage.length),
    none: (starts[0] ?? 0) + (ends[0] ?? 0),
  }
}

function readingOf(
  texts: readonly string[],
  passage: PassageTokens,
  best: readonly (Stretch | undefined)[],
): Reading {
  const sentences = passage.sentences.map(({ tokens, first }, place) => {
    const stretch = best[place]
    if (!stretch) return undefined
    const spans = tokenSpans(texts[place] ?? '', tokens)
    const span = spans && spanOver(spans, stretch.from - first, stretch.to - first)
    return { score: stretch.score, span }
  })
  const score = Math.max(-Infinity, ...best.flatMap((stretch) => stretch?.score ?? []))
  return { score, sentences }
}
