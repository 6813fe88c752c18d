// The names of a service's domains as they are compared: several facts ask for them in turn.
import type { Service } from '../model/filing.ts'
import { latest } from '../model/remember.ts'

/** In small letters; of those that are written. */
export const domainNamesOf = latest((service: Service): readonly string[] =>
  (service.domains ?? []).flatMap(({ name }) => name?.toLowerCase() ?? []),
)
