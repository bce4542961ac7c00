import { readFile } from 'node:fs/promises'
import { knownQuestion, type KnownQuestion } from '../contract/known-question'

/** One JSON object a line. @throws ZodError or SyntaxError for a line of another shape */
export async function readKnownQuestions(file: string): Promise<readonly KnownQuestion[]> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '')
  return lines.map((line) => knownQuestion.parse(JSON.parse(line)))
}
