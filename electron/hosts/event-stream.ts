/** Engine events as Server-Sent Events: one `data:` line of JSON each, no event names. */
import type { EngineEvent } from '../contract/entities'

export type Subscribe = (listener: (event: EngineEvent) => void) => () => void

/** Proxies and sleeping laptops drop a connection that is silent for long. */
const KEEP_ALIVE_MS = 20_000
/** Events held for a page that has stopped taking them; it is cut off then and connects again. */
const BACKLOG = 1_000
/** A window that has lost its host tries again after this time. */
const RETRY_MS = 1_000

/** Ends when the page goes away or `closing` is aborted, and then listens no more. */
export function eventStream(subscribe: Subscribe, closing: AbortSignal): Response {
  const encoder = new TextEncoder()
  let stop: () => void = () => undefined
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const write = (text: string) => controller.enqueue(encoder.encode(text))
      const unsubscribe = subscribe((event) => {
        if ((controller.desiredSize ?? 0) < -BACKLOG) end()
        else write(`data: ${JSON.stringify(event)}\n\n`)
      })
      const keepAlive = setInterval(() => write(': still here\n\n'), KEEP_ALIVE_MS)
      const end = () => {
        stop()
        controller.close()
      }
      stop = () => {
        clearInterval(keepAlive)
        unsubscribe()
        closing.removeEventListener('abort', end)
      }
      write(`retry: ${RETRY_MS}\n\n`)
      if (closing.aborted) end()
      else closing.addEventListener('abort', end)
    },
    cancel() {
      stop()
    },
  })
  return new Response(body, {
    headers: { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' },
  })
}
