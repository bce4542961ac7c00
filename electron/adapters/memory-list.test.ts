import { createMemoryList } from './memory-list'
import { listStoreSuite, sampleEntry, sampleOwnQuestion } from './suites/list-store.suite'

listStoreSuite('history in memory', () => Promise.resolve(createMemoryList()), sampleEntry)
listStoreSuite(
  'own questions in memory',
  () => Promise.resolve(createMemoryList()),
  (question, ofAnotherKind) => sampleOwnQuestion(question, !ofAnotherKind),
)
