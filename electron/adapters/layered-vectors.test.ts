import { expect, it } from 'vitest'
import { layerVectors } from './layered-vectors'
import { createMemoryVectors } from './memory-vectors'
import { vectorStoreSuite } from './suites/vector-store.suite'

const hash = (digit: string) => digit.repeat(64)

vectorStoreSuite('layered vectors', () =>
  Promise.resolve(layerVectors(createMemoryVectors(), createMemoryVectors())),
)

it('looks up shipped vectors and never copies them', async () => {
  const [own, shipped] = [createMemoryVectors(), createMemoryVectors()]
  await shipped.add(hash('a'), Float32Array.of(1, 0))
  const layered = layerVectors(own, shipped)
  expect(layered.get(hash('a'))).toEqual(Float32Array.of(1, 0))
  await layered.add(hash('a'), Float32Array.of(1, 0))
  await layered.add(hash('b'), Float32Array.of(0, 1))
  expect(own.size).toBe(1)
  expect(layered.get(hash('b'))).toEqual(Float32Array.of(0, 1))
})
