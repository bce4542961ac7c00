/** The questions that the user has marked, in `own-questions.json` beside the list of articles. */
import { join } from 'node:path'
import type { Repair } from '../contract/entities'
import { AppError } from '../contract/errors'
import type { MarkedPlace, OwnQuestion } from '../contract/own-questions'
import type { OwnQuestionStore } from '../engine/ports'
import {
  createWriteQueue,
  nodeDisk,
  removeLeftovers,
  stamp,
  writeAtomically,
  type Disk,
} from './atomic-write'
import { jsonFile } from './json-file'
import { isCount, isObject, isString } from './library-list'

const FILE = 'own-questions.json'

/** Raise when an older program would misread the questions. */
const SCHEMA = 1

export interface OwnQuestionsOptions {
  readonly writable: boolean
  /** Makes the error that every write of a read-only store throws. */
  readonly refuse: () => AppError
  readonly disk?: Disk
}

export interface OpenedOwnQuestions {
  readonly store: OwnQuestionStore
  /** What was found damaged, and set aside. */
  readonly repairs: readonly Repair[]
}

/**
 * Opens the questions of the library in `folder`. A file that cannot be read is set aside, and the
 * library opens without its questions rather than not at all.
 */
export async function openOwnQuestionsFile(
  folder: string,
  { writable, refuse, disk = nodeDisk }: OwnQuestionsOptions,
): Promise<OpenedOwnQuestions> {
  const inTurn = createWriteQueue(folder)
  if (writable) await removeLeftovers(folder, FILE)
  const { found, repairs } = await read(folder, disk)
  if (writable && repairs.length > 0) await setAside(folder, disk)
  let kept = found

  return {
    repairs,
    store: {
      list: () => kept,
      save: async (questions) => {
        if (!writable) throw refuse()
        await inTurn(async () => {
          await writeAtomically(folder, FILE, JSON.stringify({ schema: SCHEMA, questions }), disk)
          kept = questions
        })
      },
    },
  }
}

async function read(
  folder: string,
  disk: Disk,
): Promise<{ readonly found: readonly OwnQuestion[]; readonly repairs: readonly Repair[] }> {
  try {
    const found = await jsonFile(folder, FILE, accept, disk).read()
    return { found: found ?? [], repairs: [] }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const reason = String(error.details['reason'])
    return { found: [], repairs: [{ what: 'own-questions-reset', detail: FILE, reason }] }
  }
}

/** Where even that cannot be done, the next save says why. */
async function setAside(folder: string, disk: Disk): Promise<void> {
  const file = join(folder, FILE)
  await disk.rename(file, `${file}.damaged-${stamp()}`).catch(() => undefined)
}

/** @throws LIBRARY_DAMAGED */
function accept(value: unknown): readonly OwnQuestion[] {
  const questions = isObject(value) && value.schema === SCHEMA ? value.questions : undefined
  if (!Array.isArray(questions) || !questions.every(isQuestion)) {
    throw new AppError('LIBRARY_DAMAGED', { file: FILE, reason: 'NOT_A_LIST' })
  }
  return questions
}

function isQuestion(value: unknown): value is OwnQuestion {
  return (
    isObject(value) &&
    isString(value.id) &&
    isString(value.question) &&
    isString(value.addedAt) &&
    Array.isArray(value.right) &&
    value.right.every(isPlace)
  )
}

function isPlace(value: unknown): value is MarkedPlace {
  return (
    isObject(value) &&
    isString(value.articleId) &&
    isString(value.title) &&
    isCount(value.start) &&
    isCount(value.end) &&
    isString(value.text) &&
    value.text !== ''
  )
}
