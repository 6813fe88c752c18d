// Known findings: read, matched with what is found now, written anew.
import { dirname, relative, resolve, sep } from 'node:path'
import { readBaseline, writeBaseline, type BaselineEntry } from '../disk/baseline-file.ts'
import { isThere } from '../disk/is-there.ts'
import { fingerprintsOf } from '../report/fingerprint.ts'
import { maskNumbers } from '../model/mask.ts'
import type { GoneFinding, Reported } from '../report/reported.ts'
import type { Finding } from '../rules/finding.ts'
import { keepWhereNamed } from './keep-inside.ts'
import { refusedBySystem } from './refused-by-system.ts'
import { UserError } from './user-error.ts'

/** A filing as the baseline names it: from the baseline's own folder, so that it holds wherever it is called from. */
const pathFrom = (baseline: string, file: string) =>
  relative(dirname(resolve(baseline)), resolve(file))
    .split(sep)
    .join('/')

/** @throws UserError for what is no baseline, FileProblem for a file that cannot be read */
export function openBaseline(file: string): readonly BaselineEntry[] {
  const entries = readBaseline(file)
  if (!entries) throw new UserError({ code: 'bad-baseline', got: file })
  return entries
}

/** The same filings with their known findings marked, and what the baseline knows that is found no more. */
export function compareWith(
  baseline: string,
  entries: readonly BaselineEntry[],
  all: readonly Reported[],
): { all: readonly Reported[]; gone: readonly GoneFinding[] } {
  const known = new Map(entries.map(entry => [entry.fingerprint, entry]))
  const found = new Set<string>()
  const marked = all.map(reported => markKnown(reported, baseline, known, print => found.add(print)))
  return { all: marked, gone: goneFrom(baseline, entries, found, all) }
}

/** The filing with its known findings marked; tells the fingerprint of each finding. */
export function markKnown(
  reported: Reported,
  baseline: string,
  known: ReadonlyMap<string, Pick<BaselineEntry, 'ahead'>>,
  tell: (fingerprint: string) => void,
): Reported {
  const prints = fingerprintsOf(reported, pathFrom(baseline, reported.file))
  const findings = reported.judgement.findings.map(finding => {
    const print = prints.get(finding) ?? ''
    tell(print)
    return isKnown(finding, known.get(print)) ? { ...finding, known: true as const } : finding
  })
  return { ...reported, judgement: { ...reported.judgement, findings } }
}

/** As a baseline marks it that was just written of it. */
export function markAll(reported: Reported): Reported {
  const findings = reported.judgement.findings.map(finding =>
    finding.verdict.is === 'confirm' ? finding : { ...finding, known: true as const },
  )
  return { ...reported, judgement: { ...reported.judgement, findings } }
}

/** What the baseline knows that was not found in the filings of this run. */
export function goneFrom(
  baseline: string,
  entries: readonly BaselineEntry[],
  found: ReadonlySet<string>,
  judged: readonly Pick<Reported, 'file'>[],
): readonly GoneFinding[] {
  const isGone = isOfThisRun(baseline, judged)
  return entries
    .filter(entry => !found.has(entry.fingerprint) && isGone(entry))
    .map(({ file, rule, fingerprint }) => ({ file, rule, fingerprint }))
}

/** The entries that may be of one of these files. */
export function entriesByFile(baseline: string, entries: readonly BaselineEntry[]): (file: string) => BaselineEntry[] {
  const byFile = new Map<string, BaselineEntry[]>()
  for (const entry of entries) {
    const others = byFile.get(entry.file)
    if (others) others.push(entry)
    else byFile.set(entry.file, [entry])
  }
  return file => byFile.get(maskNumbers(pathFrom(baseline, file))) ?? []
}

/** What was known as something to come is new once it has come. */
const isKnown = ({ from }: Finding, entry: Pick<BaselineEntry, 'ahead'> | undefined) =>
  entry !== undefined && (entry.ahead !== true || from !== undefined)

/** An entry counts only where its filing was judged now, or is there no more. */
function isOfThisRun(baseline: string, all: readonly Pick<Reported, 'file'>[]): (entry: BaselineEntry) => boolean {
  const judged = new Set(all.map(({ file }) => maskNumbers(pathFrom(baseline, file))))
  const missing = new Map<string, boolean>()
  return ({ file }) => {
    const isMissing = missing.get(file) ?? (!file.includes('*') && !isThere(resolve(dirname(baseline), file)))
    missing.set(file, isMissing)
    return judged.has(file) || isMissing
  }
}

/**
 * Everything found now; what was known of filings that this run did not look at stays.
 * @throws UserError where the disk does not take it
 */
export function saveBaseline(file: string, all: readonly Reported[]): readonly BaselineEntry[] {
  return saveEntries(
    file,
    all.flatMap(reported => entriesOf(reported, file)),
    all,
  )
}

/** @throws UserError where the disk does not take it */
export function saveEntries(
  file: string,
  now: readonly BaselineEntry[],
  all: readonly Pick<Reported, 'file'>[],
): readonly BaselineEntry[] {
  const isOurs = isOfThisRun(file, all)
  const before = isThere(file) ? openBaseline(file).filter(entry => !isOurs(entry)) : []
  const entries = [...before, ...now]
  try {
    keepWhereNamed(file)
    writeBaseline(file, entries)
  } catch (error) {
    throw refusedBySystem(error, file) ?? error
  }
  return entries
}

/** What is found in a filing, but the points to check oneself, as a baseline has it. */
export function entriesOf(reported: Reported, baseline: string): BaselineEntry[] {
  const path = pathFrom(baseline, reported.file)
  const prints = fingerprintsOf(reported, path)
  return reported.judgement.findings
    .filter(({ verdict }) => verdict.is !== 'confirm')
    .map(finding => ({
      file: maskNumbers(path),
      rule: finding.rule,
      kind: finding.verdict.is,
      fingerprint: prints.get(finding) ?? '',
      ...(finding.from === undefined ? {} : { ahead: true as const }),
    }))
}
