/**
 * Vectors that come with the program under those of the library: looked up in both, added to the
 * library's only. So a new library answers at once, and nothing is copied.
 */
import type { VectorStore } from '../engine/ports'

export function layerVectors(own: VectorStore, shipped: Pick<VectorStore, 'get'>): VectorStore {
  return {
    get size() {
      return own.size
    },
    get: (hash) => own.get(hash) ?? shipped.get(hash),
    add: (hash, vector) => (shipped.get(hash) ? Promise.resolve() : own.add(hash, vector)),
  }
}
