import { createMemoryOwnQuestions } from './memory-own-questions'
import { ownQuestionStoreSuite } from './suites/own-question-store.suite'

ownQuestionStoreSuite('own questions in memory', () => Promise.resolve(createMemoryOwnQuestions()))
