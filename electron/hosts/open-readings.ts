/** What evaluations remember of their readings from run to run, in the folder of their cache. */
import { join } from 'node:path'
import { openReadingFile } from '../adapters/reading-file'
import { createBoundedMemory } from '../engine/bounded-memory'
import type { Reading, ReadingMemory } from '../engine/ports'

/** Where another run has the cache: some 100 MB. */
const READINGS_WITHOUT_FILE = 100_000

export function readingsIn(cache: string): string {
  return join(cache, 'readings.jsonl')
}

/** @param isOwn whether this run has the cache; without it readings are remembered in memory alone */
export async function openReadings(cache: string, isOwn: boolean): Promise<ReadingMemory> {
  return isOwn
    ? openReadingFile(readingsIn(cache))
    : createBoundedMemory<Reading>(READINGS_WITHOUT_FILE)
}
