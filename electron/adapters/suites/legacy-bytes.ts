/** Bytes of text in encodings that the platform can only decode: its own decoder, read backwards. */

const tables = new Map<string, ReadonlyMap<string, readonly number[]>>()

/** `text` in a legacy encoding of one or two bytes a character; a character it lacks is refused. */
export function legacyBytes(encoding: string, text: string): Uint8Array {
  const table = tables.get(encoding) ?? tableOf(encoding)
  tables.set(encoding, table)
  return Uint8Array.from(
    Array.from(text).flatMap((char) => {
      const bytes = table.get(char)
      if (!bytes) throw new RangeError(`${encoding} has no ${char}`)
      return bytes
    }),
  )
}

function tableOf(encoding: string): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder(encoding)
  const table = new Map<string, readonly number[]>()
  const add = (bytes: readonly number[]) => {
    const char = decoder.decode(Uint8Array.from(bytes))
    if (Array.from(char).length === 1 && char !== '\uFFFD' && !table.has(char))
      table.set(char, bytes)
  }
  for (let byte = 0; byte < 256; byte++) add([byte])
  for (let lead = 0x81; lead < 0xff; lead++) {
    for (let trail = 0x30; trail < 0xff; trail++) add([lead, trail])
  }
  return table
}
