/**
 * Loads transformers.js, and with it the native inference runtime, when it is first needed: where
 * the runtime has no build (Intel Macs, musl) the import fails, and the rest of the program goes on.
 */
import type * as Library from '@xenova/transformers'
import { AppError } from '../contract/errors'

export type Runtime = typeof Library

/**
 * @param load another way to get the library
 * @throws MODEL_UNSUPPORTED naming the system and the first line of what was wrong
 */
export async function loadRuntime(
  load: () => Promise<Runtime> = () => import('@xenova/transformers'),
): Promise<Runtime> {
  try {
    return await load()
  } catch (cause) {
    const reason = firstLine(cause instanceof Error ? cause.message : String(cause))
    const system = `${process.platform} ${process.arch}`
    throw new AppError('MODEL_UNSUPPORTED', { system, reason }, { cause })
  }
}

function firstLine(message: string): string {
  return message.split('\n')[0] ?? message
}
