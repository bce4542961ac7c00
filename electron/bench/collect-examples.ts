/** Questions over libraries, as rows for the trainers. */
import type { AnswerTools } from '../engine/answer-question'
import { find, type Found } from '../engine/answer-question'
import { evidenceRow } from '../engine/evidence'
import { sentencesWithSigns } from '../engine/choose-sentences'
import type { LibraryIndex } from '../engine/library-index'
import type { Reading } from '../engine/ports'
import { RANKED, signalRows, type Rankable } from '../engine/rank'
import type { Read } from '../engine/read-passages'
import type { Candidate } from '../engine/retrieve'
import { sentenceRows } from '../engine/sentence-signals'
import type { ExampleQuestion, ExampleSet } from './example-sets'
import type { ClaimExample } from './train-claims'
import type { RankingExample } from './train-ranker'
import type { SentenceExample } from './fit-sentences'

export interface AskedQuestion {
  readonly question: ExampleQuestion
  readonly found: Found
  readonly library: LibraryIndex
}

export async function askAll(
  questions: readonly ExampleQuestion[],
  tools: AnswerTools,
): Promise<readonly AskedQuestion[]> {
  const asked: AskedQuestion[] = []
  for (const question of questions) {
    asked.push({ question, found: await find(question.text, tools), library: tools.library })
  }
  return asked
}

/** `undefined` where the right place is not among the candidates: nothing can be learnt from it. */
export function rankingExample(
  { question, found, library }: AskedQuestion,
  set: ExampleSet,
  readings: ReadonlyMap<number, Reading>,
  weight: number,
): RankingExample | undefined {
  const candidates = found.retrieval.candidates.slice(0, RANKED)
  const right = candidates.map(({ label }) => {
    const entry = library.entry(label)
    return entry !== undefined && question.right.includes(set.keyOf(entry))
  })
  if (!right.includes(true)) return undefined
  const rows = signalRows(found, readings)
  return { rows, base: candidates.map(({ fused }) => fused), right, weight }
}

/** `undefined` without a gold answer among the sentences of the best passages. */
export async function sentenceExample(
  { question, found }: AskedQuestion,
  { ranked, readings }: Read,
  tools: AnswerTools,
  weight: number,
): Promise<SentenceExample | undefined> {
  const { lexicalWeight } = found.retrieval
  const sentences = await sentencesWithSigns({ ...found, ranked, readings, lexicalWeight }, tools)
  const right = sentences.map(({ entry, span }) =>
    question.gold.some(
      ({ articleId, start, end }) =>
        entry.article.id === articleId && span.start < end && start < span.end,
    ),
  )
  if (!right.includes(true)) return undefined
  const signs = sentences.map((sentence) => sentence.signs)
  return { rows: sentenceRows(question.text, signs, lexicalWeight), right, weight }
}

export function claimExample(
  rankable: Rankable,
  ranked: readonly Candidate[],
  readings: ReadonlyMap<number, Reading>,
  answerable: boolean,
  weight: number,
): ClaimExample {
  return { row: evidenceRow(rankable, ranked, readings), answerable, weight }
}
