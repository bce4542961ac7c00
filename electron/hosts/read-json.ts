/** Reads a request's JSON without ever holding more of it than is allowed. */

export type JsonBody =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'malformed' }
  /** `bytes`: as announced, else what had come when the limit was passed. */
  | { readonly kind: 'too-large'; readonly bytes: number }

/** `limit` in bytes. The announced length is believed only when it already says too much. */
export async function readJson(request: Request, limit: number): Promise<JsonBody> {
  const announced = Number(request.headers.get('content-length') ?? 0)
  if (announced > limit) return { kind: 'too-large', bytes: announced }
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let bytes = 0
  let text = ''
  try {
    for await (const part of request.body ?? []) {
      bytes += part.byteLength
      if (bytes > limit) return { kind: 'too-large', bytes }
      text += decoder.decode(part, { stream: true })
    }
    return { kind: 'json', value: JSON.parse(text + decoder.decode()) }
  } catch (thrown) {
    // Bad UTF-8 is a TypeError, bad JSON a SyntaxError; anything else is not the caller's doing.
    if (thrown instanceof TypeError || thrown instanceof SyntaxError) return { kind: 'malformed' }
    throw thrown
  }
}
