/** The register of facts as `data/facts.json` holds it. */
import { z } from 'zod'

const localised = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })
const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

export const factRegister = z.object({
  schema: z.literal(1),
  source: z.string(),
  facts: z.array(
    z.strictObject({
      id: z.string().regex(/^F\d+$/),
      statement: localised,
      basis: z
        .array(
          z.strictObject({
            statute: localised,
            articles: z.strictObject({ zh: z.string(), en: z.string() }),
            version: z.string().min(1),
            via: localised.optional(),
            superseded: z.boolean().optional(),
          }),
        )
        .min(1),
      lawAsOf: isoDate,
      firstHand: z.boolean(),
      superseded: z.boolean(),
    }),
  ),
})
