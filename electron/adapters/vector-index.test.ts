import { expect, it } from 'vitest'
import { createExactIndex } from './exact-index'
import { createHnswIndex } from './hnsw-index'
import { openVectorIndex } from './open-index'
import { vectorIndexSuite } from './suites/vector-index.suite'

vectorIndexSuite('exact search', (dims) => Promise.resolve(createExactIndex(dims)))

const native = await createHnswIndex(2).then(
  () => undefined,
  (error: unknown) => String(error),
)
if (native === undefined) vectorIndexSuite('HNSW', createHnswIndex)
else it.skip(`HNSW (hnswlib-node does not load here: ${native})`)

it.skipIf(native !== undefined)(
  'HNSW refuses labels and values that it would take wrongly',
  async () => {
    const index = await createHnswIndex(2)
    for (const label of [-1, 2 ** 32, 0.5]) {
      expect(() => {
        index.add(label, Float32Array.of(1, 0))
      }).toThrow(RangeError)
    }
    expect(() => {
      index.add(0, Float32Array.of(Number.NaN, 0))
    }).toThrow(RangeError)
  },
)

it('lets exact search stand in, and says why, where HNSW does not load', async () => {
  const opened = await openVectorIndex(4, () =>
    Promise.reject(
      new Error("Cannot find package 'hnswlib-node' imported from /app/x.js\nat somewhere"),
    ),
  )
  expect(opened.index.kind).toBe('exact')
  expect(opened.reason).toBe("Cannot find package 'hnswlib-node'")
})
