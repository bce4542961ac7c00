/**
 * Everything that changes the library: articles taken in, removed, brought back, split anew, and the
 * starter articles. One change after another, so that each sees what the one before it did.
 */
import type { AddOutcome, Article, EngineEvent } from '../contract/entities'
import { AppError } from '../contract/errors'
import { FILE_LIMIT } from '../contract/limits'
import type { LibraryIndex } from './library-index'
import { freeId, isVersionOf } from './next-version'
import { buildArticle } from './parse-source'
import type {
  ArticleStore,
  Clock,
  Hasher,
  ShippedArticle,
  SourceParser,
  StoredArticle,
  Tokenizer,
} from './ports'
import { splitPassages, splitterOf } from './split-passages'
import { planStarter } from './starter'

export interface LibraryChangesParts {
  readonly store: ArticleStore
  readonly parser: SourceParser
  readonly hasher: Hasher
  readonly clock: Clock
  readonly library: LibraryIndex
  /** Articles that come with the program; undefined for a library that is to begin without them. */
  readonly starter: readonly ShippedArticle[] | undefined
  /** Undefined when this program may write; otherwise the error that every change gets. */
  readonly readOnly: (() => AppError) | undefined
  /** The model's, or its stand-in while the model is not there. */
  readonly tokenizerNow: () => Tokenizer
  /** Has an article embedded. */
  readonly enqueue: (id: string) => void
  readonly onEvent: (event: EngineEvent) => void
}

export interface Added {
  readonly outcome: AddOutcome
  readonly id: string
}

export interface LibraryChanges {
  /** Runs `make` when its turn comes; refused where this program may not write. */
  change<Result>(make: () => Promise<Result>): Promise<Result>
  /** Resolves when the changes asked for so far have ended. */
  ended(): Promise<void>
  add(fileName: string, bytes: Uint8Array): Promise<Added>
  remove(id: string): Promise<void>
  restore(id: string): Promise<void>
  /** Puts in the starter articles that are new or newer, as `planStarter` has it. */
  putStarter(): Promise<void>
  /** Splits an article by the rules of now; one that is removed meanwhile stays removed. */
  splitAgain(stored: StoredArticle): Promise<void>
}

/** The changes themselves wait for no turn: callers put them into `change`. */
export function createLibraryChanges(parts: LibraryChangesParts): LibraryChanges {
  const { store, parser, hasher, clock, library, tokenizerNow, enqueue, onEvent } = parts

  const split = async ({ article }: Pick<StoredArticle, 'article'>): Promise<StoredArticle> => {
    const tokenizer = tokenizerNow()
    await clock.pause()
    return {
      article,
      passages: splitPassages(article, tokenizer, hasher),
      splitter: splitterOf(tokenizer),
    }
  }

  const splitAgain = async (stored: StoredArticle) => {
    const isThere = () => library.article(stored.article.id) === stored
    if (!isThere()) return
    const again = await split(stored)
    if (!isThere()) return
    if (!parts.readOnly) await store.save(again)
    if (isThere()) library.put(again)
  }

  let changes: Promise<unknown> = Promise.resolve()
  const change = <Result>(make: () => Promise<Result>): Promise<Result> => {
    const made = changes.then(() => {
      if (parts.readOnly) throw parts.readOnly()
      return make()
    })
    // The caller learns of a failure; the next change only waits for its end.
    changes = made.catch(() => undefined)
    return made
  }

  const add = async (fileName: string, bytes: Uint8Array): Promise<Added> => {
    if (bytes.length > FILE_LIMIT) {
      throw new AppError('FILE_TOO_LARGE', {
        name: fileName,
        bytes: bytes.length,
        limit: FILE_LIMIT,
      })
    }
    const sha256 = hasher.sha256(bytes)
    const same = store.list().find((record) => record.sha256 === sha256)
    if (same && !same.removedAt && library.article(same.id)) {
      return { outcome: 'unchanged', id: same.id }
    }
    const taken = new Set(store.list().map((record) => record.id))
    const draft = articleFrom({ fileName, bytes, sha256, id: same?.id ?? freeId(sha256, taken) })
    const earlier = store
      .list()
      .find(
        (record) =>
          !record.removedAt &&
          record.fileName === fileName &&
          record.title === draft.title &&
          isVersionOf(draft, library.article(record.id)?.article),
      )
    const article = { ...draft, id: same?.id ?? earlier?.id ?? draft.id }
    await keep(article, bytes)
    return { outcome: earlier ? 'updated' : 'added', id: article.id }
  }

  const articleFrom = ({ id, fileName, bytes, sha256 }: ShippedArticle): Article =>
    buildArticle(parser.parse(fileName, bytes), {
      id,
      fileName,
      bytes: bytes.length,
      sha256,
      addedAt: clock.now(),
    })

  /** Puts an article on disk and in the indexes, in the place of one of the same id. */
  const keep = async (article: Article, bytes: Uint8Array) => {
    const stored = await split({ article })
    await store.save(stored, bytes)
    await store.setRemoved(article.id, undefined)
    library.put(stored)
    enqueue(article.id)
    onEvent({ type: 'library' })
  }

  const putStarter = async () => {
    const state = store.starter()
    if (state?.declined) return
    if (!parts.starter) {
      if (!state) await store.saveStarter({ declined: true, versions: {} })
      return
    }
    const { put, versions } = planStarter(parts.starter, state?.versions ?? {}, store.list())
    for (const shipped of put) await keep(articleFrom(shipped), shipped.bytes)
    if (JSON.stringify(versions) !== JSON.stringify(state?.versions)) {
      await store.saveStarter({ declined: false, versions })
    }
  }

  const refuseUnknown = (id: string) => {
    if (!store.list().some((record) => record.id === id)) {
      throw new AppError('ARTICLE_NOT_FOUND', { id })
    }
  }

  return {
    change,
    ended: async () => {
      await changes
    },
    add,
    async remove(id) {
      refuseUnknown(id)
      await store.setRemoved(id, clock.now())
      library.remove(id)
      onEvent({ type: 'library' })
    },
    async restore(id) {
      refuseUnknown(id)
      const stored = await store.read(id)
      if (!stored) throw new AppError('ARTICLE_NOT_FOUND', { id })
      await store.setRemoved(id, undefined)
      library.put(stored)
      enqueue(id)
      onEvent({ type: 'library' })
    },
    putStarter,
    splitAgain,
  }
}
