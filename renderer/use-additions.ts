import { useCallback, useState } from 'react'
import type { Client } from '../electron/contract/client'
import type { AddOutcome, ErrorBody } from '../electron/contract/entities'
import { toErrorBody } from '../electron/contract/errors'
import { readBase64 } from './read-file'

export interface Addition {
  readonly name: string
  readonly outcome: AddOutcome | 'refused'
  readonly error?: ErrorBody
}

export interface Additions {
  readonly results: readonly Addition[]
  /** The file being added now, and its place in the queue. */
  readonly now: { readonly name: string; readonly done: number; readonly total: number } | undefined
}

const nothing: Additions = { results: [], now: undefined }

/**
 * Adds files one after another, so that each has its own outcome. `clear` puts the report away.
 */
export function useAdditions(client: Client, afterEach: () => void) {
  const [additions, setAdditions] = useState(nothing)

  const add = useCallback(
    async (files: readonly File[]) => {
      setAdditions({ results: [], now: undefined })
      for (const [index, file] of files.entries()) {
        setAdditions(({ results }) => ({
          results,
          now: { name: file.name, done: index + 1, total: files.length },
        }))
        const result = await addOne(client, file)
        setAdditions(({ results }) => ({ results: [...results, result], now: undefined }))
        afterEach()
      }
    },
    [client, afterEach],
  )

  const clear = useCallback(() => {
    setAdditions(nothing)
  }, [])

  return { additions, add, clear } as const
}

async function addOne(client: Client, file: File): Promise<Addition> {
  try {
    const { outcome } = await client.addFile({ name: file.name, base64: await readBase64(file) })
    return { name: file.name, outcome }
  } catch (thrown) {
    return { name: file.name, outcome: 'refused', error: toErrorBody(thrown) }
  }
}
