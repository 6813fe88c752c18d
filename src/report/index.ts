// The list of reporters, each loaded when asked for. Each is pure: filings judged in, text out.
import type { Words } from '../locales/index.ts'
import type { GatheredReporter } from './gathered.ts'
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

/** Those that tell filings one by one. */
const pieceReporters = {
  pretty: () => Promise.resolve(prettyPieces),
  json: async () => (await import('./json.ts')).jsonPieces,
  ndjson: async () => (await import('./ndjson.ts')).ndjsonPieces,
  sarif: async () => (await import('./sarif.ts')).sarifPieces,
  gitlab: async () => (await import('./gitlab.ts')).gitlabPieces,
} as const satisfies Partial<Record<keyof typeof reporters, () => Promise<PieceReporter>>>

/** Those that put what filings give in an order of their own. */
const gatheredReporters = {
  junit: async () => (await import('./junit.ts')).junitGathered,
  github: async () => (await import('./github.ts')).githubGathered,
  markdown: async () => (await import('./markdown.ts')).markdownGathered,
} as const satisfies Record<
  Exclude<keyof typeof reporters, keyof typeof pieceReporters>,
  () => Promise<GatheredReporter>
>

/** How a reporter tells of many filings, of which none is kept. */
export async function forMany(
  name: ReporterName,
): Promise<{ readonly pieces: PieceReporter } | { readonly gathered: GatheredReporter }> {
  if (name === 'junit' || name === 'github' || name === 'markdown') return { gathered: await gatheredReporters[name]() }
  return { pieces: await pieceReporters[name]() }
}

export type ReporterName = keyof typeof reporters

export const reporterNames: readonly string[] = Object.keys(reporters)

export function isReporterName(name: string): name is ReporterName {
  return Object.hasOwn(reporters, name)
}
