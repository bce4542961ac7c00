import { answerFinderSuite } from '../adapters/suites/answer-finder.suite'
import { embedderSuite } from '../adapters/suites/embedder.suite'
import { createFakeEmbedder, createFakeFinder, createFakeTokenizer } from './fakes'

embedderSuite('the fake', () =>
  Promise.resolve({ embedder: createFakeEmbedder(), tokenizer: createFakeTokenizer() }),
)

answerFinderSuite('the fake finder', () => Promise.resolve(createFakeFinder()))
