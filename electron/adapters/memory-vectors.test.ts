import { createMemoryVectors } from './memory-vectors'
import { vectorStoreSuite } from './suites/vector-store.suite'

vectorStoreSuite('vectors in memory', () => Promise.resolve(createMemoryVectors()))
