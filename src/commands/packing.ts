// From a judged filing to what a bundle is planned from: its findings in the reader's words, its files under slot names.
import { jsonText } from '../report/json-text.ts'
import { createHash } from 'node:crypto'
import type { PayloadEntry, SealAlgorithm } from '../bundle/bag.ts'
import { deadlinesOf } from '../bundle/deadlines.ts'
import type { Packing, ToldFinding } from '../bundle/packing.ts'
import { movedFiles, slotsOf, type SeenFile, type Slot } from '../bundle/slots.ts'
import { setAnswer } from '../disk/edit-yaml.ts'
import { parseFiling } from '../disk/filing.ts'
import { factAt } from '../facts/fact-at.ts'
import type { Words } from '../locales/index.ts'
import type { Filing } from '../model/filing.ts'
import { summaryOf } from '../report/counts.ts'
import { filingData } from '../report/filing-data.ts'
import type { Reported } from '../report/reported.ts'
import { showAbout } from '../report/subject.ts'
import { sourceLine, tell } from '../report/tell.ts'
import { sentenceOf } from '../report/told-line.ts'
import { showValue } from '../report/value.ts'
import type { Finding } from '../rules/finding.ts'
import { bundleFormat } from './bundle-record.ts'
import { digestsOf } from './changed-rules.ts'
import type { Context } from './context.ts'
import { idLookup } from './judge-filing.ts'

export type Judged = {
  readonly reported: Reported
  readonly text: string
  readonly files: ReadonlyMap<string, SeenFile>
}

/** @throws YamlProblem where the filing is written in a way that only a person can change */
export function packingOf({ reported, text, files }: Judged, algorithm: SealAlgorithm, context: Context): Packing {
  const { filing, day, book, judgement, ready } = reported
  const { words, version } = context
  const slots = slotsOf(filing, book.common.materials, name => files.get(name))
  const filingText = withSlotNames(text, filing, slots)
  return {
    id: idOf(filing, filingText),
    ticksKey: ticksKeyOf(filing),
    version,
    algorithm,
    words,
    filing,
    day,
    book,
    rules: [...reported.rules.values()],
    type: judgement.type,
    ready,
    summary: summaryOf(reported, words),
    findings: judgement.findings.map(finding => toldOf(finding, reported, words)),
    notes: judgement.notes.map(note => ({
      note,
      ...(note.about ? { about: showAbout(note.about, reported, words) } : {}),
    })),
    slots,
    show: (path, value, shown, unmasked) => showValue(factAt(path), value, book, shown, unmasked),
    filingText,
    findingsText: sums => findingsText(reported, filingText, context, { algorithm, sums }),
  }
}

/** The filer's own text, but for the names of the files: they must lead to where the files lie in the bundle. */
function withSlotNames(text: string, filing: Filing, slots: readonly Slot[]): string {
  return movedFiles(filing, slots).reduce((edited, { field, path }) => setAnswer(edited, field, path), text)
}

/** Province, provider and what the filing says, as eight digits: no name of a person or company. */
function idOf({ province, provider }: Filing, filingText: string): string {
  const digest = createHash('sha256').update(filingText).digest('hex').slice(0, 8)
  return [province, provider, digest].filter(part => part !== undefined && /^[a-z0-9-]+$/.test(part)).join('-')
}

/** Names that stand on the page anyway; no number of a person. */
export function ticksKeyOf({ provider, province, sponsor, services = [] }: Filing): string {
  const [first] = services
  const named = [provider, province, sponsor?.name, first?.domains?.[0]?.name ?? first?.name, services.length]
  return createHash('sha256').update(JSON.stringify(named)).digest('hex').slice(0, 12)
}

/** Identity numbers masked: a checklist goes from hand to hand. */
function toldOf(finding: Finding, reported: Reported, words: Words): ToldFinding {
  const { title, about, place, broken, detail, fix, conflict, sources } = tell(finding, reported, words, false)
  return {
    finding,
    title,
    ...(about === undefined ? {} : { about }),
    ...(place ? { line: place.line } : {}),
    broken: broken.map(line => sentenceOf(line, words)),
    ...(detail === undefined ? {} : { detail }),
    ...(fix === undefined ? {} : { fix }),
    ...(conflict === undefined ? {} : { conflict }),
    sources: sources.map(source => ({
      text: sourceLine(source, words),
      ...(source.url === undefined ? {} : { url: source.url }),
    })),
  }
}

type Record = { readonly algorithm: SealAlgorithm; readonly sums: readonly PayloadEntry[] }

/** Places are those of the filing in the bundle. The record tells later which files were judged. */
function findingsText(reported: Reported, filingText: string, context: Context, { algorithm, sums }: Record): string {
  const read = parseFiling(filingText, idLookup(context))
  const placeOf = read.is === 'filing' ? read.placeOf : reported.placeOf
  const filing = filingData({ ...reported, file: 'icp.yaml', placeOf }, context.words, { personal: false })
  const rules = Object.fromEntries(digestsOf(reported.rules.values()))
  const judged = sums.filter(({ path }) => path === 'icp.yaml' || path.startsWith('materials/'))
  const files = Object.fromEntries(judged.map(({ path, checksum }) => [path, checksum]))
  const { filing: written, day, book, rules: inForce } = reported
  const dates = deadlinesOf({ filing: written, day, book, rules: [...inForce.values()], words: context.words })
  const deadlines = Object.fromEntries(dates.map(({ key, day: last }) => [key, last]))
  const packed = { on: context.today, algorithm, files, deadlines }
  const tool = `icp-prep ${context.version}`
  const document = { format: bundleFormat, tool, ready: reported.ready, filings: [filing], rules, packed }
  return `${jsonText(document, 2)}\n`
}
