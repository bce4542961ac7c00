/** Adding files one after another, so that each has its own outcome; stopped and resumed at will. */
import type { Client } from '../electron/contract/client'
import type { AddOutcome, ErrorBody } from '../electron/contract/entities'
import { toErrorBody, type ErrorCode } from '../electron/contract/errors'
import type { FoundFile, FoundFiles } from './found-files'

export interface Addition {
  readonly path: string
  readonly outcome: AddOutcome | 'refused'
  readonly error?: ErrorBody
}

export interface Additions {
  /** In the order in which they were decided. */
  readonly results: readonly Addition[]
  /** Folders are being opened up. */
  readonly looking: boolean
  /** The file being added now, and its place in the queue. */
  readonly now: { readonly path: string; readonly done: number; readonly total: number } | undefined
  /** Files that were not tried because the run was stopped. */
  readonly left: number
  /** What stopped the run, when it was not the user. */
  readonly halted: ErrorBody | undefined
  /** What was chosen held no file at all. */
  readonly nothing: boolean
}

export const noAdditions: Additions = {
  results: [],
  looking: false,
  now: undefined,
  left: 0,
  halted: undefined,
  nothing: false,
}

export const isBusy = ({ looking, now }: Additions): boolean => looking || now !== undefined

/** The next file would fail for the same reason, and the same one would not if it were mended. */
const HALTING: readonly ErrorCode[] = [
  'DISK_FULL',
  'LIBRARY_IN_USE',
  'LIBRARY_UNWRITABLE',
  'ENGINE_STOPPED',
  'ENGINE_GIVEN_UP',
  'UNAUTHORIZED',
]

/** Finds the files; ends early once the signal is aborted. */
export type Search = (stop: AbortSignal) => Promise<FoundFiles>

export interface AdditionRun {
  /** Begins a new report, or joins the run under way. */
  readonly add: (search: Search) => Promise<void>
  /** Nothing further is begun; what is added stays. */
  readonly stop: () => void
  /** Goes on with the files that were left. */
  readonly resume: () => Promise<void>
  /** Puts the finished report away. */
  readonly clear: () => void
}

export function createAdditionRun(options: {
  readonly client: Pick<Client, 'addFile'>
  /** A file's bytes as base64. */
  readonly readFile: (file: File) => Promise<string>
  readonly onChange: (additions: Additions) => void
  readonly afterEach: () => void
}): AdditionRun {
  const { client, readFile, onChange, afterEach } = options
  let additions = noAdditions
  let queue: FoundFile[] = []
  let tried = 0
  let searches = 0
  let working = false
  let stopping = new AbortController()

  const change = (part: Partial<Additions>) => {
    additions = { ...additions, ...part }
    onChange(additions)
  }

  const begin = (from: Additions) => {
    additions = from
    stopping = new AbortController()
  }

  const addOne = async ({ path, open }: FoundFile): Promise<Addition> => {
    try {
      const file = await open()
      const { outcome } = await client.addFile({ name: file.name, base64: await readFile(file) })
      return { path, outcome }
    } catch (thrown) {
      return { path, outcome: 'refused', error: withPath(toErrorBody(thrown), path) }
    }
  }

  const drain = async () => {
    if (working) return
    working = true
    for (let file = queue[tried]; file && !stopping.signal.aborted; file = queue[tried]) {
      change({ now: { path: file.path, done: tried + 1, total: queue.length } })
      const result = await addOne(file)
      const { error } = result
      if (error && HALTING.some((code) => code === error.code)) {
        stopping.abort()
        change({ halted: error })
      } else {
        tried += 1
        change({ results: [...additions.results, result] })
      }
      afterEach()
    }
    working = false
    const given = queue.length + additions.results.length
    const nothing = searches === 0 && given === 0 && !stopping.signal.aborted
    change({ now: undefined, left: queue.length - tried, nothing })
  }

  return {
    async add(search) {
      if (!working && searches === 0) {
        begin(noAdditions)
        queue = []
        tried = 0
      }
      searches += 1
      change({ looking: true })
      const { files, refused } = await search(stopping.signal)
      searches -= 1
      queue.push(...files)
      change({
        looking: searches > 0,
        results: [
          ...additions.results,
          ...refused.map((refusal) => ({ ...refusal, outcome: 'refused' as const })),
        ],
      })
      await drain()
    },
    stop: () => {
      stopping.abort()
    },
    async resume() {
      begin({ ...additions, left: 0, halted: undefined })
      await drain()
    },
    clear: () => {
      if (!isBusy(additions)) change(noAdditions)
    },
  }
}

/** The sentence then names the file as the report does, among others of the same name. */
function withPath({ code, details }: ErrorBody, path: string): ErrorBody {
  const named = ['name', 'path'].filter((key) => key in details)
  return { code, details: { ...details, ...Object.fromEntries(named.map((key) => [key, path])) } }
}
