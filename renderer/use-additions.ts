import { useMemo, useState } from 'react'
import type { Client } from '../electron/contract/client'
import { createAdditionRun, noAdditions, type AdditionRun, type Additions } from './addition-run'
import { readBase64 } from './read-file'

/** One run of additions for the whole window, whatever screen is shown. */
export function useAdditions(
  client: Client,
  afterEach: () => void,
): readonly [Additions, AdditionRun] {
  const [additions, onChange] = useState(noAdditions)
  const run = useMemo(
    () => createAdditionRun({ client, readFile: readBase64, onChange, afterEach }),
    [client, afterEach],
  )
  return [additions, run]
}
