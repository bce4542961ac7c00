/** The engine of the library that is open, and the way to another library. */
import type { EngineEvent, ErrorBody } from '../../contract/entities'
import type { Envelope } from '../../contract/operations'
import type { EngineOptions } from '../engine-messages'
import { superviseEngine, type EngineChild, type SupervisedEngine } from '../supervise-engine'

export interface LibraryEngineParts extends Pick<EngineOptions, 'folder' | 'empty'> {
  readonly fork: (options: EngineOptions) => EngineChild
  readonly onEvent: (event: EngineEvent) => void
}

export interface LibraryEngine {
  /** The library that is open. */
  folder(): string
  /** Never rejects. Calls made during a move wait for its end. */
  call(operation: string, input: unknown): Promise<Envelope<unknown>>
  /**
   * Closes this library and opens another. One that cannot be opened is left again for the former;
   * the error says why.
   */
  moveTo(folder: string): Promise<ErrorBody | undefined>
  /** Resolves when the write in progress is finished and the process has ended. */
  close(): Promise<void>
}

export function libraryEngine({ fork, onEvent, folder, empty }: LibraryEngineParts): LibraryEngine {
  let open = folder

  function start(options: EngineOptions): SupervisedEngine {
    return superviseEngine({
      fork: (again) => fork({ ...options, again: again || (options.again ?? false) }),
      onEvent,
    })
  }

  let current = Promise.resolve(start({ folder, empty }))

  async function move(from: SupervisedEngine, wanted: string) {
    await from.close()
    const engine = start({ folder: wanted, empty: false })
    const opened = await engine.call('status', {})
    if (opened.ok) {
      open = wanted
      return { engine }
    }
    await engine.close()
    // Again: what was removed there before can still be brought back.
    return { engine: start({ folder: open, empty: false, again: true }), error: opened.error }
  }

  return {
    folder: () => open,
    async call(operation, input) {
      const engine = await current
      return engine.call(operation, input)
    },
    async moveTo(wanted) {
      const moving = current.then((from) => move(from, wanted))
      current = moving.then(({ engine }) => engine)
      return (await moving).error
    },
    async close() {
      const engine = await current
      await engine.close()
    },
  }
}
