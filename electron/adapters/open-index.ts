/** The vector index that this machine can have, and why where it is not HNSW. */
import type { VectorIndex } from '../engine/ports'
import { createExactIndex } from './exact-index'
import { createHnswIndex } from './hnsw-index'

export interface OpenedIndex {
  readonly index: VectorIndex
  /** Why exact search stands in, in the loader's own words. */
  readonly reason?: string
}

export async function openVectorIndex(
  dims: number,
  createPreferred: (dims: number) => Promise<VectorIndex> = createHnswIndex,
): Promise<OpenedIndex> {
  try {
    return { index: await createPreferred(dims) }
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    return {
      index: createExactIndex(dims),
      reason: reason.split(/\n| imported from /)[0] ?? reason,
    }
  }
}
