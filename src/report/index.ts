// The list of reporters, each loaded when asked for. Each is pure: filings judged in, text out.
import type { Words } from '../locales/index.ts'
import type { PieceReporter } from './pieces.ts'
import { pretty, prettyPieces } from './pretty.ts'
import type { ReportOptions, Reported, Unusable } from './reported.ts'

export type Reporter = (
  all: readonly Reported[],
  words: Words,
  options: ReportOptions,
  unusable: readonly Unusable[],
) => string

export const reporters = {
  pretty: () => Promise.resolve(pretty),
  json: async () => (await import('./json.ts')).json,
  ndjson: async () => (await import('./ndjson.ts')).ndjson,
  sarif: async () => (await import('./sarif.ts')).sarif,
  junit: async () => (await import('./junit.ts')).junit,
  github: async () => (await import('./github.ts')).github,
  gitlab: async () => (await import('./gitlab.ts')).gitlab,
  markdown: async () => (await import('./markdown.ts')).markdown,
} as const satisfies Record<string, () => Promise<Reporter>>

/** Those that can tell filings one by one. The others are for so few filings that people read them. */
export const pieceReporters = {
  pretty: () => Promise.resolve(prettyPieces),
  json: async () => (await import('./json.ts')).jsonPieces,
  ndjson: async () => (await import('./ndjson.ts')).ndjsonPieces,
  sarif: async () => (await import('./sarif.ts')).sarifPieces,
  junit: async () => (await import('./junit.ts')).junitPieces,
  gitlab: async () => (await import('./gitlab.ts')).gitlabPieces,
} as const satisfies Partial<Record<keyof typeof reporters, () => Promise<PieceReporter>>>

export type PieceReporterName = keyof typeof pieceReporters

export const isPieceReporter = (name: ReporterName): name is PieceReporterName => Object.hasOwn(pieceReporters, name)

export type ReporterName = keyof typeof reporters

export const reporterNames: readonly string[] = Object.keys(reporters)

export function isReporterName(name: string): name is ReporterName {
  return Object.hasOwn(reporters, name)
}
