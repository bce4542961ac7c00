import { embedderSuite } from '../adapters/suites/embedder.suite'
import { createFakeEmbedder, createFakeTokenizer } from './fakes'

embedderSuite('the fake', () =>
  Promise.resolve({ embedder: createFakeEmbedder(), tokenizer: createFakeTokenizer() }),
)
