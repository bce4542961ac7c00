/**
 * Stand-ins for the model, small and lawful enough for tests: vectors are folded bags of
 * characters, so texts that share characters are near, and one token is one character. All vectors
 * share a direction, so that cosines run as high as the real model's (unrelated texts near 0.8).
 */
import type { AnswerFinder, Embedder, Segmenter, SentenceReading, Tokenizer } from './ports'
import { fold } from './fold'

const DIMS = 64
const SHARED = 2

export interface FakeEmbedder extends Embedder {
  /** Texts in the order in which they were embedded. */
  readonly embedded: readonly string[]
}

export function createFakeEmbedder(): FakeEmbedder {
  const embedded: string[] = []
  const embed = (text: string) => {
    embedded.push(text)
    const vector = new Float32Array(DIMS)
    for (const character of fold(text)) {
      const dim = ((character.codePointAt(0) ?? 0) * 31) % DIMS
      vector[dim] = (vector[dim] ?? 0) + 1
    }
    const length = Math.hypot(...vector) || 1
    const lifted = [SHARED, ...vector.subarray(1).map((value) => value / length)]
    const whole = Math.hypot(...lifted)
    return Promise.resolve(Float32Array.from(lifted, (value) => value / whole))
  }
  return {
    id: 'fake',
    dims: DIMS,
    fingerprint: 'fake-1',
    embedded,
    embedPassage: embed,
    embedQuery: embed,
  }
}

export function createFakeTokenizer(limit = 480): Tokenizer {
  return { fingerprint: `fake-${String(limit)}`, limit, count: (text) => Array.from(text).length }
}

export interface FakeFinder extends AnswerFinder {
  /** Questions in the order in which they were read. */
  readonly asked: readonly string[]
}

/** Marks from the first to the last character that the question has too; half of its characters make a score of 0. */
export function createFakeFinder(fingerprint = 'fake-1'): FakeFinder {
  const asked: string[] = []
  return {
    fingerprint,
    asked,
    read(question, _heading, sentences) {
      asked.push(question)
      const wanted = new Set(fold(question))
      const readings = sentences.map((sentence) =>
        sentence.trim() === '' ? undefined : sharedStretch(wanted, sentence),
      )
      const score = Math.max(-Infinity, ...readings.flatMap((reading) => reading?.score ?? []))
      return Promise.resolve({ score, sentences: readings })
    },
  }
}

function sharedStretch(wanted: ReadonlySet<string>, sentence: string): SentenceReading {
  const shared = Array.from(sentence.matchAll(/\S/gu)).filter(([character]) =>
    Array.from(fold(character)).some((folded) => wanted.has(folded)),
  )
  const first = shared[0]
  const last = shared.at(-1)
  const met = new Set(shared.flatMap(([character]) => Array.from(fold(character))))
  return {
    score: (20 * met.size) / Math.max(1, wanted.size) - 10,
    span: first && last ? [first.index, last.index + last[0].length] : undefined,
  }
}

/** Every three characters are a word. */
export const fakeSegmenter: Segmenter = {
  fingerprint: 'threes',
  words: (run) => run.match(/.{1,3}/gu) ?? [],
}
