/**
 * The composition root: every adapter is chosen here and handed to the engine, once for each
 * program that opens a library.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { layerVectors } from '../adapters/layered-vectors'
import { createJieba } from '../adapters/jieba'
import { takeLock } from '../adapters/library-lock'
import { openLowdbStore } from '../adapters/lowdb-store'
import { readManifest } from '../adapters/model-files'
import { nodeHasher } from '../adapters/node-hasher'
import { openVectorIndex } from '../adapters/open-index'
import { sourceParser } from '../adapters/parsers/source-parser'
import { readFacts, readStarterArticles } from '../adapters/starter-files'
import { systemClock } from '../adapters/system-clock'
import { loadEmbedder } from '../adapters/transformers-embedder'
import { openVectorFile } from '../adapters/vector-file'
import type { EngineEvent, Repair } from '../contract/entities'
import { AppError } from '../contract/errors'
import type { IngestModel } from '../engine/ingest'
import { openKnowledgeBase, type KnowledgeBase } from '../engine/knowledge-base'

/** Programs are built flat into `out/main`; sources lie two levels below the root as well. */
export const projectRoot = fileURLToPath(new URL('../..', import.meta.url))
export const dataFolder = join(projectRoot, 'data')
/** Vectors of the starter articles, made by `npm run starter`. */
export const starterVectors = join(dataFolder, 'starter-vectors')
export const modelsFolder = () => process.env['WENJU_MODELS'] ?? join(projectRoot, 'models')

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
 * Opens a library, or makes one. One in use elsewhere is opened for questions only.
 * @throws LIBRARY_UNWRITABLE, LIBRARY_TOO_NEW
 */
export async function openLibrary({
  folder,
  empty,
  again,
  onEvent,
}: OpenOptions): Promise<OpenLibrary> {
  const lock = await takeLock(folder)
  try {
    const refuse = () =>
      new AppError('LIBRARY_IN_USE', { folder, pid: lock.taken ? process.pid : lock.pid })
    const { store, repairs } = await openLowdbStore(folder, { writable: lock.taken, refuse })
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
    // Nothing is awaited among these: a model that fails before it is handed over ends the process.
    const knowledgeBase = await openKnowledgeBase({
      store,
      segmenter: createJieba(),
      parser: sourceParser,
      hasher: nodeHasher,
      clock: systemClock,
      index,
      indexReason: reason,
      model: loadModel(join(folder, 'vectors'), lock.taken, (opened) => {
        late.push(...opened.repairs)
        vectors = opened.vectors
      }).then(withShippedVectors),
      modelId,
      repairs: () => [...lockRepair(lock), ...repairs, ...late],
      folder,
      starter,
      facts,
      readOnly: lock.taken ? undefined : refuse,
      version,
      decodeBase64: (base64) => Buffer.from(base64, 'base64'),
      onEvent: onEvent ?? (() => undefined),
    })
    return {
      ...knowledgeBase,
      async close() {
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

/** Model and vectors of one fingerprint; `onOpened` gets the file, to close it, and what its opening found. */
export async function loadModel(
  vectorFile: string,
  writable: boolean,
  onOpened: (opened: OpenedVectorFile) => void,
): Promise<IngestModel> {
  const { embedder, tokenizer } = await loadEmbedder(modelsFolder(), nodeHasher)
  const { fingerprint, dims } = embedder
  const opened = await openVectorFile(vectorFile, { fingerprint, dims, writable })
  onOpened(opened)
  return { embedder, tokenizer, vectors: opened.vectors }
}

async function withShippedVectors(model: IngestModel): Promise<IngestModel> {
  const { fingerprint, dims } = model.embedder
  const shipped = await openVectorFile(starterVectors, { fingerprint, dims, writable: false })
  return { ...model, vectors: layerVectors(model.vectors, shipped.vectors) }
}

function lockRepair(lock: Awaited<ReturnType<typeof takeLock>>): readonly Repair[] {
  return lock.taken && lock.stale ? [{ what: 'lock-taken', detail: String(lock.stale.pid) }] : []
}

async function packageVersion(): Promise<string> {
  const manifest = JSON.parse(await readFile(join(projectRoot, 'package.json'), 'utf8')) as {
    readonly version: string
  }
  return manifest.version
}
