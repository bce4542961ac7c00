/** The sets that there are, with their questions, before any is opened. */
import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { readDataset } from '../adapters/dataset-files'
import { STARTER, starterQuestions } from './example-sets'
import type { SetHead } from './foreign-questions'

export interface FoundSet extends SetHead {
  /** Absent for the starter questions. */
  readonly folder?: string
}

/** The starter questions, then every folder in `sets` that holds questions, by name. */
export async function findSets(sets: string | undefined): Promise<readonly FoundSet[]> {
  const known = await starterQuestions()
  const found: FoundSet[] = [
    {
      name: STARTER,
      language: 'zh',
      questions: known.map(({ id, text, lang }) => ({ id, text, language: lang })),
    },
  ]
  for (const name of sets === undefined ? [] : (await readdir(sets)).sort()) {
    const folder = join(sets ?? '', name)
    if (existsSync(join(folder, 'queries.jsonl'))) found.push(await headIn(folder, name))
  }
  return found
}

async function headIn(folder: string, name: string): Promise<FoundSet> {
  const { passages, queries } = await readDataset(folder, undefined, undefined)
  const counts = new Map<string, number>()
  for (const { lang } of passages) counts.set(lang, (counts.get(lang) ?? 0) + 1)
  const [most] = Array.from(counts).sort(([, a], [, b]) => b - a)
  return {
    name,
    folder,
    language: most?.[0] ?? 'zh',
    questions: queries.map(({ id, text, lang }) => ({ id, text, ...(lang && { language: lang }) })),
  }
}
