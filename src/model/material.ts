// A material: one document, letter or picture to hand in, described once in `rules/materials/<id>.yaml`.
import { z } from 'zod'

const bilingual = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })

export const materialSchema = z.strictObject({
  material: z.string(),
  title: bilingual,
  /** place among the slots of a bundle; papers of the sponsor first */
  order: z.number(),
  /** what it is and where it comes from */
  what: bilingual,
  /** how it must be signed, sealed, dated */
  form: bilingual.optional(),
  /** how it must be photographed */
  picture: bilingual.optional(),
  /** not photographed but exported or drawn: no advice on scans applies */
  drawn: z.boolean().optional(),
  /** what kind of file it is: a picture where nothing is said */
  media: z.literal('video').optional(),
  /** bytes of its file at most, whatever the provider takes */
  'max-bytes': z.number().optional(),
})

export type Material = z.infer<typeof materialSchema>
