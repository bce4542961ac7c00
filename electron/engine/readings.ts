/**
 * The answer finder as the engine uses it: through the one queue, and never twice for the same
 * question over the same sentences while the reading is remembered.
 */
import type { ModelQueue } from './model-queue'
import type { AnswerFinder, Hasher, ReadingMemory } from './ports'
import { createRemembered } from './remembered'

/** Takes what the finder takes, and rejects as it does. */
export type Readings = Pick<AnswerFinder, 'read'>

export interface ReadingsOptions {
  readonly finder: AnswerFinder
  readonly queue: ModelQueue
  readonly hasher: Hasher
  readonly memory: ReadingMemory
}

export function createReadings({ finder, queue, hasher, memory }: ReadingsOptions): Readings {
  const once = createRemembered(memory)
  return {
    read: (question, heading, sentences) =>
      once(
        hasher.sha256(JSON.stringify([finder.fingerprint, question, heading, ...sentences])),
        () => queue.run('question', () => finder.read(question, heading, sentences)),
      ),
  }
}
