/** What can happen to a file behind a program's back. */
import fc from 'fast-check'
import { readFile, rm, truncate, writeFile } from 'node:fs/promises'

export type Damage =
  | { readonly what: 'deleted' | 'emptied' }
  /** To this share of its bytes. */
  | { readonly what: 'cut'; readonly share: number }
  | { readonly what: 'garbage'; readonly bytes: Uint8Array }
  /** From this share of its bytes on, as far as they reach. */
  | { readonly what: 'overwritten'; readonly share: number; readonly bytes: Uint8Array }

const share = fc.double({ min: 0, max: 1, noNaN: true })
const bytes = fc.uint8Array({ minLength: 1, maxLength: 200 })

export const damages: fc.Arbitrary<Damage> = fc.oneof(
  fc.record({ what: fc.constantFrom('deleted' as const, 'emptied' as const) }),
  fc.record({ what: fc.constant('cut' as const), share }),
  fc.record({ what: fc.constant('garbage' as const), bytes }),
  // A zero is allowed nowhere in JSON: no overwriting can make another valid list by chance.
  fc.record({
    what: fc.constant('overwritten' as const),
    share,
    bytes: bytes.map((some) => Uint8Array.of(0, ...some)),
  }),
)

export async function damage(file: string, harm: Damage): Promise<void> {
  if (harm.what === 'deleted') {
    await rm(file)
    return
  }
  const content = await readFile(file)
  if (harm.what === 'emptied') await truncate(file, 0)
  if (harm.what === 'cut') await truncate(file, Math.floor(content.length * harm.share))
  if (harm.what === 'garbage') await writeFile(file, harm.bytes)
  if (harm.what === 'overwritten') {
    const at = Math.floor(content.length * harm.share)
    content.set(harm.bytes.subarray(0, content.length - at), at)
    await writeFile(file, content)
  }
}
