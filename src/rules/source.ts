// On whose word a rule stands, and how strong a finding that word can carry.
import type { z } from 'zod'
import type { bilingual, sourceSchema } from './source-schema.ts'

export const severities = ['error', 'warning', 'info'] as const
export type Severity = (typeof severities)[number]

export type Bilingual = z.infer<typeof bilingual>
export type Source = z.infer<typeof sourceSchema>

const official: ReadonlySet<Source['kind']> = new Set(['regulation', 'notice', 'office-guide'])
const recentSince = '2023'
const oldBefore = '2018'

/**
 * The strongest severity these sources can carry: an error needs an official source, one dated 2023 or later, or two
 * publishers; one dated before 2018 or a doubtful one gives an `info`; what is left gives a warning.
 */
export function strongestSeverity(sources: readonly Source[], doubtful: boolean): Severity {
  if (doubtful) return 'info'
  const publishers = new Set(sources.map(source => source.publisher))
  const dates = sources.map(source => source['as-of']).filter(date => date !== 'unknown')
  const isStrong =
    sources.some(source => official.has(source.kind)) || dates.some(date => date >= recentSince) || publishers.size >= 2
  if (isStrong) return 'error'
  return dates.length > 0 && dates.every(date => date < oldBefore) ? 'info' : 'warning'
}

/** The weaker of two severities. */
export function weaker(one: Severity, other: Severity): Severity {
  return severities.indexOf(one) >= severities.indexOf(other) ? one : other
}
