/**
 * The composition root: every adapter is chosen here and handed to the engine, once for each
 * program that opens a library.
 */
import { access, constants, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { layerVectors } from '../adapters/layered-vectors'
import { openHistoryFile } from '../adapters/history-file'
import { createJieba } from '../adapters/jieba'
import { createLexicalFile } from '../adapters/lexical-file'
import { takeLock, type Lock } from '../adapters/library-lock'
import { openLowdbStore } from '../adapters/lowdb-store'
import { readManifest } from '../adapters/model-files'
import { nodeHasher } from '../adapters/node-hasher'
import { openVectorIndex } from '../adapters/open-index'
import { openOwnQuestionsFile } from '../adapters/own-questions-file'
import { createPinyin } from '../adapters/pinyin'
import { sourceParser } from '../adapters/parsers/source-parser'
import { readFacts, readStarterArticles } from '../adapters/starter-files'
import { systemClock } from '../adapters/system-clock'
import { loadAnswerFinder } from '../adapters/transformers-answer-finder'
import { loadEmbedder, type LoadedEmbedder } from '../adapters/transformers-embedder'
import { openVectorFile } from '../adapters/vector-file'
import type { EngineEvent, Repair } from '../contract/entities'
import { AppError } from '../contract/errors'
import type { IngestModel } from '../engine/ingest'
import { openKnowledgeBase } from '../engine/knowledge-base'
import type { KnowledgeBase } from '../engine/knowledge-base-parts'
import type { AnswerFinder } from '../engine/ports'
import { createQuietTimer } from './quiet-timer'
import { dataFolder, modelsFolder, projectRoot, starterVectors } from './program-files'

/** After this many milliseconds without an event of the library its index is written. */
const QUIET_MS = 20_000

export interface OpenOptions {
  readonly folder: string
  /** A new library starts without the starter articles. */
  readonly empty: boolean
  /** Opened in the place of an engine that died: removed articles are kept for undo. */
  readonly again?: boolean
  readonly onEvent?: (event: EngineEvent) => void
}

export interface OpenLibrary extends Omit<KnowledgeBase, 'close'> {
  /** Finishes the write in progress, closes the files and gives the library back. */
  close(): Promise<void>
}

/**
 * Opens a library, or makes one. One in use elsewhere, or in a folder that may not be written to, is
 * opened for questions only.
 * @throws LIBRARY_UNWRITABLE where there is no library yet, LIBRARY_TOO_NEW
 */
export async function openLibrary({
  folder,
  empty,
  again,
  onEvent,
}: OpenOptions): Promise<OpenLibrary> {
  const lock = await takeLock(folder).catch(readableOnly(folder))
  try {
    const refuse = () =>
      'denied' in lock
        ? lock.denied
        : new AppError('LIBRARY_IN_USE', { folder, pid: lock.taken ? process.pid : lock.pid })
    const { store, repairs } = await openLowdbStore(folder, { writable: lock.taken, refuse })
    const history = await openHistoryFile(folder, { writable: lock.taken, refuse })
    const own = await openOwnQuestionsFile(folder, { writable: lock.taken, refuse })
    const erased =
      lock.taken && !again && store.list().some(({ removedAt }) => removedAt !== undefined)
    if (erased) await store.purge()
    const { embedder: spec, id: modelId } = await readManifest(modelsFolder()).catch(() => ({
      id: 'multilingual-e5-small',
      embedder: { dims: 384 },
    }))
    const { index, reason } = await openVectorIndex(spec.dims)
    const starter = empty ? undefined : await readStarterArticles(dataFolder, nodeHasher)
    const facts = await readFacts(dataFolder)
    const version = await packageVersion()
    const late: Repair[] = []
    let vectors: OpenedVectors | undefined
    const quiet = createQuietTimer(QUIET_MS)
    // Nothing is awaited among these: a model that fails before it is handed over ends the process.
    const model = loadModel(join(folder, 'vectors'), lock.taken, (opened) => {
      late.push(...opened.repairs)
      vectors = opened.vectors
    }).then(withShippedVectors)
    const knowledgeBase = await openKnowledgeBase({
      store,
      history: history.store,
      ownQuestions: own.store,
      segmenter: createJieba(),
      romanizer: createPinyin(),
      parser: sourceParser,
      hasher: nodeHasher,
      clock: systemClock,
      index,
      indexReason: reason,
      lexicalFile: createLexicalFile(folder),
      model,
      loadFinder: async () => loadFinder(await model),
      modelId,
      repairs: () => [...lockRepair(lock), ...repairs, ...history.repairs, ...own.repairs, ...late],
      folder,
      starter,
      facts,
      readOnly: lock.taken ? undefined : refuse,
      version,
      decodeBase64: (base64) => Buffer.from(base64, 'base64'),
      onEvent: (event) => {
        quiet.stir()
        onEvent?.(event)
      },
    })
    quiet.start(knowledgeBase.keepWords)
    return {
      ...knowledgeBase,
      async close() {
        quiet.stop()
        try {
          await knowledgeBase.close()
          if (erased) await vectors?.compact(knowledgeBase.hashes())
          await vectors?.close()
        } finally {
          if (lock.taken) await lock.release()
        }
      },
    }
  } catch (error) {
    if (lock.taken) await lock.release()
    throw error
  }
}

type OpenedVectorFile = Awaited<ReturnType<typeof openVectorFile>>
type OpenedVectors = OpenedVectorFile['vectors']

/** The embedder's tokenizer serves the answer finder too. */
export type LoadedModel = IngestModel & Pick<LoadedEmbedder, 'pretrained'>

/** Model and vectors of one fingerprint; `onOpened` gets the file, to close it, and what its opening found. */
export async function loadModel(
  vectorFile: string,
  writable: boolean,
  onOpened: (opened: OpenedVectorFile) => void,
): Promise<LoadedModel> {
  const { embedder, tokenizer, pretrained } = await loadEmbedder(modelsFolder(), nodeHasher)
  const { fingerprint, dims } = embedder
  const opened = await openVectorFile(vectorFile, { fingerprint, dims, writable })
  onOpened(opened)
  return { embedder, tokenizer, pretrained, vectors: opened.vectors }
}

/** @throws MODEL_DAMAGED naming the file */
export function loadFinder({ pretrained }: LoadedModel): Promise<AnswerFinder> {
  return loadAnswerFinder(modelsFolder(), nodeHasher, pretrained)
}

/** As {@link loadModel}, the starter's vectors beside those of the file. For benches. */
export async function loadModelWithStarter(
  vectorFile: string,
): Promise<{ readonly model: LoadedModel; readonly close: () => Promise<void> }> {
  let opened: OpenedVectorFile | undefined
  const own = await loadModel(vectorFile, true, (file) => {
    opened = file
  })
  const model = await withShippedVectors(own)
  return { model, close: async () => opened?.vectors.close() }
}

async function withShippedVectors(model: LoadedModel): Promise<LoadedModel> {
  const { fingerprint, dims } = model.embedder
  const shipped = await openVectorFile(starterVectors, { fingerprint, dims, writable: false })
  return { ...model, vectors: layerVectors(model.vectors, shipped.vectors) }
}

interface DeniedLock {
  readonly taken: false
  /** Why nothing may be written: the answer to every change. */
  readonly denied: AppError
}

/** What stands in a folder can be asked although nothing can be written there. */
function readableOnly(folder: string): (thrown: unknown) => Promise<DeniedLock> {
  return async (thrown) => {
    const isDenied = thrown instanceof AppError && thrown.code === 'LIBRARY_UNWRITABLE'
    if (!isDenied || !(await mayRead(join(folder, 'library.json')))) throw thrown
    return { taken: false, denied: thrown }
  }
}

async function mayRead(file: string): Promise<boolean> {
  return access(file, constants.R_OK).then(
    () => true,
    () => false,
  )
}

function lockRepair(lock: Lock | DeniedLock): readonly Repair[] {
  return lock.taken && lock.stale ? [{ what: 'lock-taken', detail: String(lock.stale.pid) }] : []
}

async function packageVersion(): Promise<string> {
  const manifest = JSON.parse(await readFile(join(projectRoot, 'package.json'), 'utf8')) as {
    readonly version: string
  }
  return manifest.version
}
