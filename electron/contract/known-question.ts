/** A question on the starter library with the sections that answer it; none for one it cannot answer. */
import { z } from 'zod'

export const knownQuestion = z.strictObject({
  id: z.string().min(1),
  lang: z.string().min(2),
  text: z.string().min(1),
  answers: z.array(z.strictObject({ article: z.string(), section: z.string() })),
})

export type KnownQuestion = z.output<typeof knownQuestion>
