/** A knowledge base over memory twins and fakes: nothing touches the disk, no model is loaded. */
import type { EngineEvent } from '../../contract/entities'
import { createFakeRomanizer } from '../../engine/fake-romanizer'
import {
  createFakeEmbedder,
  createFakeFinder,
  createFakeTokenizer,
  fakeSegmenter,
} from '../../engine/fakes'
import { openKnowledgeBase } from '../../engine/knowledge-base'
import type { KnowledgeBaseParts } from '../../engine/knowledge-base-parts'
import { createExactIndex } from '../exact-index'
import { createMemoryList } from '../memory-list'
import { createMemoryStore } from '../memory-store'
import { createMemoryVectors } from '../memory-vectors'
import { nodeHasher } from '../node-hasher'
import { sourceParser } from '../parsers/source-parser'
import { systemClock } from '../system-clock'

/** @param parts in the place of what stands here otherwise */
export async function openInMemory(parts: Partial<KnowledgeBaseParts> = {}) {
  const events: EngineEvent[] = []
  const embedder = createFakeEmbedder()
  const finder = createFakeFinder()
  const store = parts.store ?? createMemoryStore()
  const vectors = createMemoryVectors()
  const knowledgeBase = await openKnowledgeBase({
    store,
    history: createMemoryList(),
    ownQuestions: createMemoryList(),
    segmenter: fakeSegmenter,
    romanizer: createFakeRomanizer({}),
    parser: sourceParser,
    hasher: nodeHasher,
    clock: systemClock,
    index: createExactIndex(embedder.dims),
    indexReason: undefined,
    model: Promise.resolve({ embedder, tokenizer: createFakeTokenizer(), vectors }),
    loadFinder: () => Promise.resolve(finder),
    modelId: 'fake',
    repairs: () => [],
    folder: '/library',
    starter: undefined,
    facts: [],
    readOnly: undefined,
    version: '0.0.0',
    decodeBase64: (base64) => Buffer.from(base64, 'base64'),
    onEvent: (event) => events.push(event),
    ...parts,
  })
  return { ...knowledgeBase, embedder, finder, events, store, vectors }
}
