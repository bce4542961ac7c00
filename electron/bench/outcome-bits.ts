/**
 * What became of each question, small enough to be committed: `<count>:<base64>`, eight questions a
 * byte, the first in the highest bit. Questions stand in the order of their hashes, so that a quick
 * run's are the first of a whole run's.
 */
import { createHash } from 'node:crypto'
import type { QuestionOutcome } from '../contract/dataset'
import type { Measure } from './set-result'

export function packBits(bits: readonly boolean[]): string {
  const bytes = Buffer.alloc(Math.ceil(bits.length / 8))
  bits.forEach((bit, place) => {
    const at = place >> 3
    if (bit) bytes[at] = (bytes[at] ?? 0) | (0x80 >> (place & 7))
  })
  return `${String(bits.length)}:${bytes.toString('base64')}`
}

/** @throws RangeError for what {@link packBits} did not make */
export function unpackBits(packed: string): readonly boolean[] {
  const [count, content] = packed.split(':')
  const length = Number(count)
  const bytes = Buffer.from(content ?? '', 'base64')
  if (
    content === undefined ||
    !Number.isInteger(length) ||
    bytes.length !== Math.ceil(length / 8)
  ) {
    throw new RangeError('not packed bits')
  }
  return Array.from(
    { length },
    (_, place) => ((bytes[place >> 3] ?? 0) & (0x80 >> (place & 7))) !== 0,
  )
}

/** Which questions these are, in their order. */
export function digestOf(ids: readonly string[]): string {
  return createHash('sha256').update(ids.join('\n')).digest('hex').slice(0, 16)
}

/** A measure that no question of the set has is left out. */
export function bitsOf(
  own: readonly QuestionOutcome[],
  foreign: readonly QuestionOutcome[],
): Partial<Record<Measure, string>> {
  const answerable = own.filter((outcome) => outcome.answerable)
  const judged = own.filter(({ leadRight }) => leadRight !== undefined)
  const offTopic = own.filter((outcome) => !outcome.answerable)
  const refused = ({ kind }: QuestionOutcome) => kind !== 'found'
  const all: readonly (readonly [Measure, readonly boolean[]])[] = [
    ['hit@1', answerable.map(({ ranks }) => ranks.hybrid === 1)],
    ['sentence', judged.map(({ leadRight }) => leadRight === true)],
    ['claimed', answerable.map(({ kind }) => kind === 'found')],
    ['off-topic refused', offTopic.map(refused)],
    ['foreign refused', foreign.map(refused)],
  ]
  return Object.fromEntries(
    all
      .filter(([, bits]) => bits.length > 0)
      .map(([measure, bits]) => [measure, packBits(bits)] as const),
  )
}
