/**
 * `npm run calibrate -- --sets DIR`: fits what the engine weighs and writes
 * `electron/engine/calibration.json`. It learns from the even half of each set's questions and
 * refuses to write when a set is missing: a calibration of fewer sets would fit those.
 *
 *   1  ranker       candidates of every question, without readings; the best are then read
 *                   in its order, and it is trained again on both
 *   2  sentences    of the best passages, against the sets' gold answers
 *   3  claims       answerable questions against questions of other sets, in whole libraries and
 *                   in small ones; the cuts by the shares that are lost and refused
 */
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { createJieba } from '../adapters/jieba'
import { nodeHasher } from '../adapters/node-hasher'
import { openReadingFile } from '../adapters/reading-file'
import type { AnswerTools } from '../engine/answer-question'
import type { Calibration } from '../engine/calibration'
import { createEmbeddings } from '../engine/embeddings'
import { surenessOf } from '../engine/evidence'
import { createModelQueue } from '../engine/model-queue'
import { rank } from '../engine/rank'
import { readPassages, type Read } from '../engine/read-passages'
import { createReadings } from '../engine/readings'
import { sentenceSignalNames } from '../engine/sentence-signals'
import { defaultEvaluationCache } from '../hosts/cli-options'
import { loadFinder, loadModelWithStarter } from '../hosts/open'
import { readingsIn } from '../hosts/open-readings'
import { projectRoot } from '../hosts/program-files'
import {
  askAll,
  claimExample,
  rankingExample,
  sentenceExample,
  type AskedQuestion,
} from './collect-examples'
import {
  everydayQuestions,
  libraryOf,
  openSet,
  openStarterSet,
  setNames,
  shuffled,
  STARTER,
  type ExampleSet,
} from './example-sets'
import { areRelated } from './foreign-questions'
import { fitSentences } from './fit-sentences'
import { trainClaims, type ClaimExample } from './train-claims'
import { trainRanker } from './train-ranker'

/** So many questions of a set are read by the answer finder: reading is what takes the time. */
const READ_QUESTIONS = 250
const FOREIGN_QUESTIONS = 150
/** What the examples of one kind in one set weigh together. */
const EXAMPLES = 150
const SMALL_LIBRARIES = [5, 50]
const SMALL_QUESTIONS = 60
/** Answerable questions that may be refused, and foreign ones that may be answered. */
const LOST_MOST = 0.05
const ANSWERED_MOST = 0.05
const RANKER = { trees: 160, leaves: 6, rate: 0.08, leafWeight: 10, ridge: 10, share: 0.5 }
const CLAIMS = { trees: 120, leaves: 5, rate: 0.1, leafWeight: 3, ridge: 3, share: 0.7 }
const none = new Map<number, never>()

const { values } = parseArgs({
  options: { sets: { type: 'string' }, cache: { type: 'string' } },
})
const setsFolder = values.sets ?? process.env['WENJU_SETS']
const missing =
  setsFolder === undefined
    ? setNames
    : setNames.filter((name) => !existsSync(join(setsFolder, name)))
if (setsFolder === undefined || missing.length > 0) {
  console.error(`calibrate: sets are missing, nothing is written: ${missing.join(', ')}`)
  process.exit(1)
}

const cache = resolve(values.cache ?? defaultEvaluationCache())
await mkdir(cache, { recursive: true })
const { model, close } = await loadModelWithStarter(join(cache, 'vectors'))
const finder = await loadFinder(model)
const queue = createModelQueue()
const readings = createReadings({
  finder,
  queue,
  hasher: nodeHasher,
  memory: await openReadingFile(readingsIn(cache)),
})
const segmenter = createJieba()
const embeddings = createEmbeddings({ ...model, queue, hasher: nodeHasher, memory: model.vectors })
const say = (line: string) => {
  console.log(line)
}

const sets: ExampleSet[] = [await openStarterSet({ model, segmenter })]
for (const name of setNames) {
  sets.push(await openSet(setsFolder, name, { model, segmenter }))
  say(`${name}: ${String(sets.at(-1)?.library.size ?? 0)} passages`)
}
const toolsOf = ({ library, mayRead }: Pick<ExampleSet, 'library' | 'mayRead'>): AnswerTools => ({
  library,
  segmenter,
  embeddings,
  readings: mayRead ? readings : undefined,
})

const asked = new Map<ExampleSet, readonly AskedQuestion[]>()
for (const set of sets) asked.set(set, await askAll(set.questions, toolsOf(set)))
const answerable = (set: ExampleSet) =>
  (asked.get(set) ?? []).filter(({ question }) => question.right.length > 0)
/** Large sets speak louder, but not by their size. */
const weightOf = (set: ExampleSet) => Math.sqrt(150 / Math.max(1, answerable(set).length))

say('ranker, first pass')
const unread = sets.flatMap((set) =>
  answerable(set).flatMap((one) => rankingExample(one, set, none, weightOf(set)) ?? []),
)
const firstTrees = trainRanker(unread, RANKER)

say('reading')
const readOf = new Map<AskedQuestion, Read>()
for (const set of sets) {
  if (!set.mayRead) continue
  for (const one of (asked.get(set) ?? []).slice(0, READ_QUESTIONS)) {
    const first = rank(one.found, none, firstTrees)
    readOf.set(one, await readPassages(one.found, first, set.library, readings, firstTrees))
  }
  say(`  ${set.name}`)
}

say('ranker, second pass')
const read = sets.flatMap((set) =>
  answerable(set).flatMap((one) => {
    const seen = readOf.get(one)
    return (seen && rankingExample(one, set, seen.readings, weightOf(set))) ?? []
  }),
)
const trees = trainRanker([...unread, ...read], RANKER)

say('sentences')
const place = (name: (typeof sentenceSignalNames)[number]) => sentenceSignalNames.indexOf(name)
const start = sentenceSignalNames.map(() => 0)
start[place('meaning')] = 1
start[place('words')] = 1
start[place('passage-behind-best')] = 1
start[place('opening-by-ask')] = 2
start[place('leads-only')] = -1
const sentenceExamples = async (withReadings: boolean) => {
  const examples = []
  for (const set of sets) {
    for (const one of answerable(set).slice(0, READ_QUESTIONS)) {
      if (one.question.gold.length === 0 || !set.mayRead) continue
      const seen = readOf.get(one)
      if (!seen) continue
      const used = withReadings ? seen.readings : none
      const ranked = rank(one.found, used, trees)
      const tools = toolsOf(set)
      const example = await sentenceExample(one, { ranked, readings: used }, tools, 1)
      if (example) examples.push(example)
    }
  }
  return examples
}
const keptPlain = new Set([place('opening-by-ask'), place('leads-only')])
const sentences = {
  read: fitSentences(await sentenceExamples(true), start, keptPlain),
  plain: fitSentences(await sentenceExamples(false), start, keptPlain),
}

say('claims')
const foreignTo = (set: ExampleSet) =>
  shuffled(
    sets
      .filter(({ name }) => name !== STARTER && !areRelated(set.name, name))
      .flatMap(({ questions }) => questions.slice(0, FOREIGN_QUESTIONS)),
  )
const everyday = await everydayQuestions()
const claims: ClaimExample[] = []
const addClaims = async (
  one: AskedQuestion,
  set: Pick<ExampleSet, 'library' | 'mayRead'>,
  weight: number,
) => {
  const { question, found, library } = one
  const plain = rank(found, none, trees)
  const reading = set.mayRead ? readings : undefined
  const seen = await readPassages(found, plain, library, reading, trees)
  const isAnswerable = question.right.length > 0
  claims.push(claimExample(found, seen.ranked, seen.readings, isAnswerable, weight))
  claims.push(claimExample(found, plain, none, isAnswerable, weight / 2))
}
for (const set of sets) {
  const own = (asked.get(set) ?? []).slice(0, READ_QUESTIONS)
  const foreign = foreignTo(set)
    .slice(0, FOREIGN_QUESTIONS)
    .map((question) => ({ ...question, right: [] }))
  const strangers = own.filter(({ question }) => question.right.length === 0)
  // Questions just outside what a library knows are the hardest, and few: they speak as loud as the rest.
  for (const one of own) {
    const isStrange = one.question.right.length === 0
    const group = isStrange ? strangers.length : own.length - strangers.length
    await addClaims(one, set, EXAMPLES / group)
  }
  for (const one of await askAll(foreign, toolsOf(set)))
    await addClaims(one, set, EXAMPLES / foreign.length)
  for (const one of await askAll(everyday, toolsOf(set))) {
    await addClaims(one, set, EXAMPLES / 2 / everyday.length)
  }
  if (set.name !== STARTER) {
    for (const size of SMALL_LIBRARIES) {
      const articles = shuffled(set.library.articles().map(({ article }) => article))
      const wanted = set.questions.slice(0, SMALL_QUESTIONS)
      for (const [turn, question] of wanted.entries()) {
        const right = articles.filter(({ id }) => question.right.includes(id)).slice(0, 1)
        const others = articles
          .slice((turn * size) % Math.max(1, articles.length - size))
          .filter(({ id }) => !question.right.includes(id))
        const library = libraryOf([...right, ...others.slice(0, size - right.length)], {
          model,
          segmenter,
        })
        const small = { library, mayRead: set.mayRead }
        const stranger = foreign[turn % foreign.length]
        const pair = [question, ...(stranger ? [stranger] : [])]
        for (const one of await askAll(pair, toolsOf(small))) await addClaims(one, small, 0.5)
      }
    }
  }
  say(`  ${set.name}: ${String(claims.length)} examples`)
}
const claimTrees = trainClaims(claims, CLAIMS)
const sure = (wanted: boolean) =>
  claims
    .filter(({ answerable: is }) => is === wanted)
    .map(({ row }) => surenessOf(row, claimTrees))
    .sort((a, b) => a - b)
const share = (values: readonly number[], part: number) =>
  values[Math.floor(values.length * part)] ?? 0.5
const lost = share(sure(true), LOST_MOST)
const answered = share(sure(false), 1 - ANSWERED_MOST)
// Where the two wishes cannot both be had, half of the way from one to the other.
const found = (lost + answered) / 2
const related = Math.min(found, share(sure(false), 0.5))
const refused = sure(false).filter((value) => value < found).length / sure(false).length
say(
  `found from ${found.toFixed(3)}: ${(100 * refused).toFixed(1)} % of foreign questions refused in tuning`,
)

const calibration: Calibration = {
  trees,
  claims: {
    trees: claimTrees,
    found: Number(found.toFixed(4)),
    related: Number(related.toFixed(4)),
  },
  sentences,
}
await writeFile(
  join(projectRoot, 'electron/engine/calibration.json'),
  `${JSON.stringify(calibration)}\n`,
)
await close()
say('written')
process.exit(0)
