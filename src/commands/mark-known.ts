// Known findings of a batch: marked, and noted as still there; or noted for the baseline that is written of them.
import type { BaselineEntry } from '../disk/baseline-file.ts'
import type { Reported } from '../report/reported.ts'
import type { Known, Telling } from './judge-batch.ts'

type Marking = {
  readonly mark: (reported: Reported) => Reported
  readonly found: string[]
  readonly entries: BaselineEntry[]
}

export async function markingOf(known: Known, { baseline, writeBaseline }: Telling): Promise<Marking> {
  const [found, entries]: [string[], BaselineEntry[]] = [[], []]
  if (writeBaseline !== undefined) {
    const { entriesOf, markAll } = await import('./baseline.ts')
    const mark = (reported: Reported) => {
      entries.push(...entriesOf(reported, writeBaseline))
      return markAll(reported)
    }
    return { mark, found, entries }
  }
  if (baseline === undefined) return { mark: reported => reported, found, entries }
  const { markKnown } = await import('./baseline.ts')
  const byPrint = new Map(known.map(([print, ahead]) => [print, ahead ? { ahead: true as const } : {}]))
  const note = (print: string) => {
    if (byPrint.has(print)) found.push(print)
  }
  return { mark: reported => markKnown(reported, baseline, byPrint, note), found, entries }
}
