type Numbers = Uint8Array | Uint32Array | Float64Array

/** The same array where it holds `count` values, else a copy with room to grow, zeros behind. */
export function withRoom<Kind extends Numbers>(values: Kind, count: number): Kind {
  if (count <= values.length) return values
  const kind = values.constructor as new (length: number) => Kind
  const larger = new kind(Math.max(16, count, Math.ceil(values.length * 1.5)))
  larger.set(values)
  return larger
}
