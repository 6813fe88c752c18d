// The list of reporters. Each is pure: filings judged in, text out.
import type { Words } from '../locales/index.ts'
import { json } from './json.ts'
import { pretty } from './pretty.ts'
import type { ReportOptions, Reported, Unusable } from './reported.ts'

type Reporter = (
  all: readonly Reported[],
  words: Words,
  options: ReportOptions,
  unusable: readonly Unusable[],
) => string

export const reporters = { pretty, json } as const satisfies Record<string, Reporter>

export type ReporterName = keyof typeof reporters

export const reporterNames: readonly string[] = Object.keys(reporters)

export function isReporterName(name: string): name is ReporterName {
  return Object.hasOwn(reporters, name)
}
