/**
 * `npm run bench`: the known questions of `data/eval` through the path of `ask`, over a library
 * that holds the starter articles and nothing else.
 *
 * Right means: a section that the question's writer named. Off-topic questions are right when
 * they are refused, that is, answered 'none' or 'related'.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readKnownQuestions } from '../adapters/known-questions'
import type { Answer } from '../contract/entities'
import type { KnownQuestion } from '../contract/known-question'
import { dataFolder, openLibrary } from '../hosts/open'

const TOP = 3

interface Outcome {
  readonly question: KnownQuestion
  readonly answer: Answer
  /** Place of the first hit in a right section, from 0; -1 when there is none among the first three. */
  readonly place: number
  readonly leadRight: boolean
}

const folder = await mkdtemp(join(tmpdir(), 'wenju-bench-'))
const library = await openLibrary({ folder, empty: false })
try {
  await library.settled()
  const questions = await readKnownQuestions(join(dataFolder, 'eval', 'questions.jsonl'))
  const outcomes: Outcome[] = []
  for (const question of questions) {
    const answer = await library.handlers.ask({ question: question.text, top: TOP })
    const right = ({
      articleId,
      sectionPath,
    }: {
      articleId: string
      sectionPath: readonly string[]
    }) =>
      question.answers.some(
        ({ article, section }) => article === articleId && section === sectionPath.join(' › '),
      )
    const lead = answer.sentences.find(({ role }) => role === 'lead')
    outcomes.push({
      question,
      answer,
      place: answer.hits.findIndex(right),
      leadRight: lead !== undefined && right(lead.citation),
    })
  }
  report(outcomes)
} finally {
  await library.close()
  await rm(folder, { recursive: true, force: true })
}

function report(outcomes: readonly Outcome[]) {
  const answerable = outcomes.filter(({ question }) => question.answers.length > 0)
  const offTopic = outcomes.filter(({ question }) => question.answers.length === 0)
  const found = answerable.filter(({ answer }) => answer.kind === 'found')
  const share = (part: readonly unknown[], whole: readonly unknown[]) =>
    Number((part.length / Math.max(1, whole.length)).toFixed(3))
  const figures = {
    questions: outcomes.length,
    'hit@1': share(
      answerable.filter(({ place }) => place === 0),
      answerable,
    ),
    'hit@3': share(
      answerable.filter(({ place }) => place >= 0),
      answerable,
    ),
    lead_in_right_section: share(
      found.filter(({ leadRight }) => leadRight),
      found,
    ),
    answered: share(found, answerable),
    off_topic_refused: share(
      offTopic.filter(({ answer }) => answer.kind !== 'found'),
      offTopic,
    ),
  }
  for (const { question, answer, place } of outcomes) {
    const wrong = question.answers.length === 0 ? answer.kind === 'found' : place !== 0
    const [first] = answer.hits
    if (!wrong) continue
    const got = first ? `${first.articleId} › ${first.sectionPath.join(' › ')}` : '-'
    console.log(
      `${question.id} [${answer.kind}, ${String(place)}] ${question.text.slice(0, 60)} → ${got}`,
    )
  }
  console.log(JSON.stringify(figures, null, 2))
}
