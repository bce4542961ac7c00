/**
 * Nearest neighbours by looking at every vector: exact, and fast enough for some 50,000 passages
 * (a few milliseconds at 10,000). It stands in where `hnswlib-node` does not load, and it is what
 * HNSW's recall is measured against.
 */
import type { Neighbour, VectorIndex } from '../engine/ports'

export function createExactIndex(dims: number): VectorIndex {
  const slots = new Map<number, number>()
  let labels: number[] = []
  let values = new Float32Array(dims * 64)

  return {
    kind: 'exact',
    get size() {
      return slots.size
    },
    add(label, vector) {
      if (vector.length !== dims) throw new RangeError(`a vector has ${String(dims)} values`)
      let slot = slots.get(label)
      if (slot === undefined) {
        slot = labels.length
        slots.set(label, slot)
        labels.push(label)
        if (labels.length * dims > values.length) {
          const larger = new Float32Array(values.length * 2)
          larger.set(values)
          values = larger
        }
      }
      values.set(vector, slot * dims)
    },
    remove(label) {
      const slot = slots.get(label)
      if (slot === undefined) return
      const last = labels.length - 1
      const moved = labels[last] ?? label
      values.copyWithin(slot * dims, last * dims, (last + 1) * dims)
      labels[slot] = moved
      slots.set(moved, slot)
      slots.delete(label)
      labels = labels.slice(0, last)
    },
    search(vector, k) {
      const found: Neighbour[] = labels.map((label, slot) => ({
        label,
        score: dotAt(values, slot * dims, vector),
      }))
      return found.sort((a, b) => b.score - a.score || a.label - b.label).slice(0, k)
    },
  }
}

function dotAt(values: Float32Array, from: number, vector: Float32Array): number {
  let sum = 0
  for (let place = 0; place < vector.length; place++) {
    sum += (values[from + place] ?? 0) * (vector[place] ?? 0)
  }
  return sum
}
