/**
 * The model as the engine uses it: through one queue, and never twice for the same text while the
 * vector is remembered.
 */
import { splitSentences } from './split-sentences'
import type { Embedder, Hasher, Memory, Tokenizer } from './ports'
import type { ModelQueue } from './model-queue'
import { createRemembered } from './remembered'
import { fittingParts } from './split-passages'

/** Tokens of a text that the model reads at once; a longer one is read in parts of this size. */
const PART_TOKENS = 256

export interface Embeddings {
  /** Of a question of any length: a long one is read in parts and their mean taken. */
  question(text: string): Promise<Float32Array>
  /** Of a sentence of a passage, likewise. */
  sentence(text: string): Promise<Float32Array>
}

export interface EmbeddingsOptions {
  readonly embedder: Embedder
  readonly tokenizer: Tokenizer
  readonly queue: ModelQueue
  readonly hasher: Hasher
  readonly memory: Memory<Float32Array>
}

export function createEmbeddings(options: EmbeddingsOptions): Embeddings {
  const { embedder, tokenizer, queue, hasher } = options
  const once = createRemembered(options.memory)

  const remembered = (kind: 'query' | 'passage', text: string) => {
    const embed = kind === 'query' ? embedder.embedQuery : embedder.embedPassage
    const key = hasher.sha256(`${kind}\n${text}`)
    return once(key, () => queue.run('question', () => embed(text)))
  }

  const whole = async (kind: 'query' | 'passage', text: string) => {
    const parts = fittingParts(text, splitSentences(text), tokenizer, PART_TOKENS)
    const vectors: Float32Array[] = []
    for (const part of parts) vectors.push(await remembered(kind, text.slice(part.start, part.end)))
    if (vectors.length === 0) return remembered(kind, text)
    return vectors.length === 1 && vectors[0] ? vectors[0] : meanOfUnitLength(vectors)
  }

  return {
    question: (text) => whole('query', text),
    sentence: (text) => whole('passage', text),
  }
}

function meanOfUnitLength(vectors: readonly Float32Array[]): Float32Array {
  const mean = new Float32Array(vectors[0]?.length ?? 0)
  for (const vector of vectors)
    vector.forEach((value, dim) => (mean[dim] = (mean[dim] ?? 0) + value))
  const length = Math.hypot(...mean)
  return mean.map((value) => value / length)
}
