/** Vectors made up for the suites of the library. */
export const SAMPLE_DIMS = 8

/** A unit vector of its own for every seed. */
export function sampleVector(seed: number, dims = SAMPLE_DIMS): Float32Array {
  const values = Array.from({ length: dims }, (_, place) => Math.sin(seed * 12.9898 + place + 1))
  const length = Math.hypot(...values)
  return Float32Array.from(values, (value) => value / length)
}
