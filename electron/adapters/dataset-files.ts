/** Reads a retrieval set from its folder: `passages.jsonl`(`.gz`), `queries*.jsonl`, `sentence_gold.jsonl`. */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import {
  datasetPassage,
  datasetQuery,
  datasetSentenceGold,
  type Dataset,
} from '../contract/dataset'
import { AppError } from '../contract/errors'

interface Schema<Row> {
  safeParse(value: unknown):
    | { readonly success: true; readonly data: Row }
    | {
        readonly success: false
        readonly error: {
          readonly issues: readonly {
            readonly path: readonly PropertyKey[]
            readonly message: string
          }[]
        }
      }
}

/**
 * @param queriesFile another file of questions over the same passages
 * @param limit takes the first so many questions
 * @throws FILE_NOT_FOUND, FILE_UNREADABLE, or DATASET_INVALID with file, line and reason
 */
export async function readDataset(
  folder: string,
  queriesFile: string | undefined,
  limit: number | undefined,
): Promise<Dataset> {
  const plain = join(folder, 'passages.jsonl')
  const passages = existsSync(plain) ? plain : `${plain}.gz`
  const gold = join(folder, 'sentence_gold.jsonl')
  const queries = await readRows(queriesFile ?? join(folder, 'queries.jsonl'), datasetQuery)
  return {
    passages: await readRows(existsSync(passages) ? passages : plain, datasetPassage),
    queries: queries.slice(0, limit),
    gold: existsSync(gold) ? await readRows(gold, datasetSentenceGold) : undefined,
  }
}

async function readRows<Row>(file: string, schema: Schema<Row>): Promise<readonly Row[]> {
  const lines = (await readText(file)).split('\n')
  return lines.flatMap((line, place) => {
    if (line.trim() === '') return []
    const invalid = (reason: string) =>
      new AppError('DATASET_INVALID', { file, line: place + 1, reason })
    let value: unknown
    try {
      value = JSON.parse(line)
    } catch (cause) {
      throw new AppError('DATASET_INVALID', { file, line: place + 1, reason: 'JSON' }, { cause })
    }
    const row = schema.safeParse(value)
    if (row.success) return [row.data]
    const [issue] = row.error.issues
    throw invalid(`${issue?.path.map(String).join('.') ?? ''}: ${issue?.message ?? ''}`)
  })
}

async function readText(file: string): Promise<string> {
  try {
    const bytes = await readFile(file)
    return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  } catch (cause) {
    const missing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT'
    if (missing) throw new AppError('FILE_NOT_FOUND', { path: file }, { cause })
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new AppError('FILE_UNREADABLE', { path: file, reason }, { cause })
  }
}
