/**
 * The caller's side of the operations table: typed calls over any transport that can carry a
 * name and a value there and an envelope back. Free of zod, so the renderer may use it.
 */
import type { EngineEvent } from './entities'
import { fromErrorBody } from './errors'
import type { Envelope, OperationInput, OperationName, OperationResults } from './operations'

export interface Transport {
  call(operation: OperationName, input: unknown): Promise<Envelope<unknown>>
  /** Listens until the returned function is called. */
  subscribe(listener: (event: EngineEvent) => void): () => void
}

export type Client = {
  readonly [Name in OperationName]: (input: OperationInput<Name>) => Promise<OperationResults[Name]>
} & Pick<Transport, 'subscribe'>

/**
 * Calls by name over `transport`. A failed envelope is thrown as an `AppError`.
 */
export function createClient(transport: Transport): Client {
  const calls = new Proxy(
    {},
    {
      get: (_, operation: string) => async (input: unknown) => {
        const envelope = await transport.call(operation as OperationName, input)
        if (!envelope.ok) throw fromErrorBody(envelope.error)
        return envelope.data
      },
    },
  ) as Client
  return Object.assign(Object.create(calls) as Client, {
    subscribe: (listener: (event: EngineEvent) => void) => transport.subscribe(listener),
  })
}
