import { createMemoryStore } from './memory-store'
import { articleStoreSuite } from './suites/article-store.suite'

articleStoreSuite('articles in memory', () => Promise.resolve(createMemoryStore()))
