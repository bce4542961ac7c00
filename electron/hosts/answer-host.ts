/** The life of an engine process: open the library, answer calls, close cleanly. */
import { setTimeout as delay } from 'node:timers/promises'
import type { EngineEvent } from '../contract/entities'
import { AppError, toErrorBody } from '../contract/errors'
import type { Envelope, OperationHandlers } from '../contract/operations'
import { dispatch } from './dispatch'
import type { ToEngine } from './engine-messages'
import type { HostPort } from './host-port'

/** Calls that still run at the end may finish within this time; less than a host waits for the process. */
const GRACE_MS = 3_000

export interface AnswerableLibrary {
  readonly handlers: OperationHandlers
  /** Finishes the write in progress. */
  close(): Promise<void>
}

export type OpenForHost = (onEvent: (event: EngineEvent) => void) => Promise<AnswerableLibrary>

/**
 * Answers the host until it asks to close, goes away or the system ends the process; resolves
 * when the library is closed and every answer is handed over. Calls that come before the library
 * is open wait for it. A library that cannot be opened is told as `failed`, and that is the end.
 */
export async function answerHost(port: HostPort, open: OpenForHost): Promise<void> {
  const opening = open((event) => void port.send({ type: 'event', event }))
  const answers = new Set<Promise<void>>()
  let ending = false

  async function answer({ id, operation, input }: ToEngine & { type: 'call' }): Promise<void> {
    const envelope = ending ? stopped() : await callWhenOpen(opening, operation, input)
    await port
      .send({ type: 'answer', id, envelope })
      .catch((thrown: unknown) => port.send({ type: 'answer', id, envelope: failed(thrown) }))
  }

  const ended = new Promise<void>((resolve) => {
    port.onEnd(resolve)
    port.onMessage((message) => {
      if (message.type === 'close') {
        resolve()
        return
      }
      const answered = answer(message).finally(() => answers.delete(answered))
      answers.add(answered)
    })
  })

  let library: AnswerableLibrary
  try {
    library = await opening
  } catch (thrown) {
    await port.send({ type: 'failed', error: toErrorBody(thrown) })
    await Promise.allSettled(answers)
    return
  }
  await port.send({ type: 'ready' })
  await ended
  ending = true
  await Promise.race([Promise.allSettled(answers), delay(GRACE_MS, undefined, { ref: false })])
  await library.close()
}

async function callWhenOpen(
  opening: Promise<AnswerableLibrary>,
  operation: string,
  input: unknown,
): Promise<Envelope<unknown>> {
  try {
    const { handlers } = await opening
    return await dispatch(handlers, operation, input)
  } catch (thrown) {
    return failed(thrown)
  }
}

function stopped(): Envelope<unknown> {
  return failed(new AppError('ENGINE_STOPPED'))
}

function failed(thrown: unknown): Envelope<unknown> {
  return { ok: false, error: toErrorBody(thrown) }
}
