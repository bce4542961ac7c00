import { createMemoryHistory } from './memory-history'
import { historyStoreSuite } from './suites/history-store.suite'

historyStoreSuite('history in memory', () => Promise.resolve(createMemoryHistory()))
