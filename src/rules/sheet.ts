// The sheet: one authority's rules as they are written in YAML. Built from the lists of facts and conditions.
import { z } from 'zod'
import { conditions } from '../conditions/index.ts'
import { bilingual, sourceSchema } from './source-schema.ts'
import { severities } from './source.ts'
import { steps } from './step.ts'
import { scalar, takesSchemas } from './takes-schema.ts'

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
const ruleId = z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/)
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

const named = Object.entries(conditions).filter(([name]) => name !== 'equals' && name !== 'one-of')

/** `x` · `[x, y]` · `{ word: … }`; several words in one mapping must all hold. */
const conditionSchema = z.union([
  scalar,
  z.array(scalar).min(1),
  z.strictObject(Object.fromEntries(named.map(([name, { takes }]) => [name, takesSchemas[takes].optional()]))),
])

/** Which fact must be how; all lines must hold. The linter checks that every name is a fact. */
const factConditions = z.record(z.string(), conditionSchema)

const exampleFacts = z.record(z.string(), z.union([scalar, z.array(z.string())]))
export const exampleKinds = ['pass', 'fail', 'need', 'confirm', 'note', 'skip', 'ask'] as const

const example = z.strictObject(Object.fromEntries(exampleKinds.map(kind => [kind, exampleFacts.optional()])))

export const ruleSchema = z.strictObject({
  id,
  /** states the requirement, not the failure */
  title: bilingual,
  severity: z.enum(severities).optional(),
  /** which of the seven steps it belongs to, where its facts do not tell */
  step: z.enum(steps).optional(),
  since: day.optional(),
  until: day.optional(),
  replaces: z.union([ruleId, z.array(ruleId)]).optional(),
  when: factConditions.optional(),
  require: factConditions.optional(),
  /** one of these materials */
  needs: z.union([id, z.array(id).min(1)]).optional(),
  confirm: bilingual.optional(),
  note: bilingual.optional(),
  fix: bilingual.optional(),
  /** source id → where in it (may be empty) */
  source: z.record(id, z.string()),
  /** what the sources disagree about, in one sentence */
  conflict: bilingual.optional(),
  /** the evidence is weak: never more than an info */
  doubtful: z.literal(true).optional(),
  examples: z.array(example).min(1),
})
export type RuleEntry = z.infer<typeof ruleSchema>

const product = z.strictObject({
  id,
  zh: z.string(),
  en: z.string(),
  /** other names people write */
  names: z.array(z.string()).optional(),
  codes: z.number().optional(),
  'min-months': z.number().optional(),
  'min-days-left': z.number().optional(),
  'public-ip': z.boolean().optional(),
})

const provider = z.strictObject({
  zh: z.string(),
  en: z.string(),
  console: z.url().optional(),
  hotline: z.string().optional(),
  'english-help': z.boolean().optional(),
  'english-console': z.boolean().optional(),
  /** working days of the first review */
  'review-days': z.tuple([z.number(), z.number()]).optional(),
  products: z.array(product).optional(),
  /** limits of a picture; what is not published is left out */
  upload: z
    .strictObject({
      formats: z.array(z.enum(['jpeg', 'png', 'webp', 'bmp', 'gif', 'tiff', 'pdf'])).optional(),
      'max-bytes': z.number().optional(),
      'min-width': z.number().optional(),
      'min-height': z.number().optional(),
      /** a common target where the provider publishes no limits */
      advised: z.boolean().optional(),
    })
    .optional(),
  /** the console's screens in their order, with the fields on each */
  screens: z.array(z.strictObject({ id, title: bilingual, fields: z.array(z.string()) })).optional(),
})

const province = z.strictObject({
  code: z.string().regex(/^\d{2}$/),
  letter: z.string(),
  office: bilingual,
  /** the administration's own review in days, as providers estimate it */
  'review-days': z.tuple([z.number(), z.number()]).optional(),
  /** the footer shows the sponsor's number without the serial suffix */
  'footer-number': z.enum(['sponsor', 'service']).optional(),
})

export const sheetSchema = z.strictObject({
  sheet: id,
  extends: z.literal('national').optional(),
  title: bilingual,
  province: province.optional(),
  provider: provider.optional(),
  sources: z.record(id, sourceSchema),
  rules: z.array(ruleSchema),
})
export type Sheet = z.infer<typeof sheetSchema>
