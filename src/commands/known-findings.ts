// Known findings in a run over many filings: those each batch may have, those that are gone, those written anew.
import type { BaselineEntry } from '../disk/baseline-file.ts'
import type { GoneFinding } from '../report/reported.ts'
import type { ManyResults } from './check-many.ts'
import { shownOf, type Found } from './find-filings.ts'
import type { Known, Telling } from './judge-batch.ts'

export type KnownFindings = {
  readonly of: (batch: readonly Found[]) => Known
  /** undefined where nothing was compared */
  readonly goneAmong: (found: ReadonlySet<string>, files: readonly string[]) => readonly GoneFinding[] | undefined
  /** undefined where none is written; throws a UserError where the disk does not take it */
  readonly save: (entries: readonly BaselineEntry[], files: readonly string[]) => ManyResults['baseline']
}

const filesOf = (files: readonly string[]) => files.map(file => ({ file }))

export async function knownFindings({ baseline, writeBaseline }: Telling): Promise<KnownFindings> {
  const none: KnownFindings = { of: () => [], goneAmong: () => undefined, save: () => undefined }
  if (writeBaseline !== undefined) {
    const { saveEntries } = await import('./baseline.ts')
    return {
      ...none,
      save: (entries, files) => ({
        file: writeBaseline,
        entries: saveEntries(writeBaseline, entries, filesOf(files)).length,
      }),
    }
  }
  if (baseline === undefined) return none
  const { entriesByFile, goneFrom, openBaseline } = await import('./baseline.ts')
  const entries = openBaseline(baseline)
  const byFile = entriesByFile(baseline, entries)
  return {
    ...none,
    of: batch =>
      batch
        .flatMap(found => byFile(shownOf(found)))
        .map(({ fingerprint, ahead }) => [fingerprint, ahead === true] as const),
    goneAmong: (found, files) => goneFrom(baseline, entries, found, filesOf(files)),
  }
}
