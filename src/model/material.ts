// A material: one document, letter or picture to hand in, described once in `rules/materials/<id>.yaml`.
import { z } from 'zod'
import { lookNames } from './looks.ts'

const bilingual = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })

const signers = [
  'legal-representative',
  'individual',
  'principal',
  'service-lead',
  'guardian',
  'domain-holder',
  'verifier',
] as const

const sealers = [
  'sponsor',
  'issuer',
  'registration-authority',
  'superior-department',
  'establishment-office',
  'domain-holder',
  'employer',
  'provider',
] as const

export const materialSchema = z.strictObject({
  material: z.string(),
  title: bilingual,
  /** what people call its file besides; where it takes several words to tell, all of them, parted by blanks */
  called: z.array(z.string().min(1)).optional(),
  /** place among the slots of a bundle; papers of the sponsor first */
  order: z.number(),
  /** what it is and where it comes from */
  what: bilingual,
  /** how it must be signed, sealed, dated */
  form: bilingual.optional(),
  /** how it must be photographed */
  picture: bilingual.optional(),
  /** who signs it by hand, one after the other where several do */
  'signed-by': z.array(z.enum(signers)).min(1).optional(),
  /** who puts a seal on it */
  'sealed-by': z.array(z.enum(sealers)).min(1).optional(),
  /** the day stands on it, written by hand or printed */
  dated: z.enum(['by-hand', 'printed']).optional(),
  /** how long it holds, and how long it must still */
  validity: bilingual.optional(),
  /** how its file comes about */
  taken: z.enum(['photo', 'scan', 'photo-or-scan', 'export', 'screenshot', 'video']).optional(),
  /** where it goes on a provider's pages, where its place there is known */
  slots: z.record(z.string(), bilingual).optional(),
  /** it has colours of its own besides a seal: a grey picture is a copy of it */
  coloured: z.boolean().optional(),
  /** it may have more than one page */
  'several-pages': z.boolean().optional(),
  /** what is looked at in its picture, where that is not the usual */
  looks: z.array(z.enum(lookNames)).optional(),
  /** not photographed but exported or drawn: no advice on scans applies */
  drawn: z.boolean().optional(),
  /** what kind of file it is: a picture where nothing is said */
  media: z.literal('video').optional(),
  /** bytes of its file at most, whatever the provider takes */
  'max-bytes': z.number().optional(),
})

export type Material = z.infer<typeof materialSchema>
