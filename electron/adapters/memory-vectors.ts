/** A VectorStore that forgets everything at the end: for tests and for evaluation runs. */
import type { VectorStore } from '../engine/ports'
import { checkVector } from './vector-record'

export function createMemoryVectors(): VectorStore {
  const vectors = new Map<string, Float32Array>()
  return {
    get size() {
      return vectors.size
    },
    get: (hash) => vectors.get(hash),
    async add(hash, vector) {
      checkVector(hash, vector, vector.length)
      const copy = vector.slice()
      await Promise.resolve()
      if (!vectors.has(hash)) vectors.set(hash, copy)
    },
  }
}
