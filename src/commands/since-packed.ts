// What came nearer and what was changed since a bundle was packed.
import { isThere } from '../disk/is-there.ts'
import { visible } from '../model/visible.ts'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { bagSums } from '../bundle/bag-sums.ts'
import { deadlinesOf } from '../bundle/deadlines.ts'
import { bagWords } from '../locales/bag-words.ts'
import { daysBetween, isDay } from '../model/calendar.ts'
import type { Reported } from '../report/reported.ts'
import type { ChangedFile, NearerDeadline, SincePacked } from '../report/since-packed.ts'
import { changedBeside } from './beside-bundle.ts'
import type { BundleRecord } from './bundle-record.ts'
import type { Context } from './context.ts'

/** `beside`: where the filing may lie that the bundle was packed from. */
export type PackedBundle = {
  readonly bag: string
  readonly shown: string
  readonly beside: string
  readonly record: BundleRecord | undefined
  readonly reported: Reported
}

/** What is further off needs no action yet. */
const nearDays = 30

export async function sincePacked(bundle: PackedBundle, context: Context): Promise<Omit<SincePacked, 'warnings'>> {
  const on = bundle.record?.packed?.on
  const day = on !== undefined && isDay(on) ? { on } : {}
  const deadlines = nearerIn(bundle, context)
  const files = await changedFiles(bundle, context)
  return { ...day, deadlines, files, told: toldOf({ ...day, deadlines, files }, bundle, context) }
}

/** Those that are near or past, and those that the rules have moved forward. */
function nearerIn({ record, reported }: PackedBundle, { words, on, today }: Context): NearerDeadline[] {
  const { filing, day, book, rules } = reported
  const then = new Map(Object.entries(record?.packed?.deadlines ?? {}))
  const wasPackedEarlier = record?.packed !== undefined && record.packed.on < (on ?? today)
  return deadlinesOf({ filing, day, book, rules: [...rules.values()], words }).flatMap(deadline => {
    const { key: field, what, about, left } = deadline
    const was = then.get(field)
    const isMoved = was !== undefined && isDay(was) && deadline.day < was
    if (!isMoved && (!wasPackedEarlier || left > nearDays)) return []
    return [
      { field, what, ...(about === undefined ? {} : { about }), day: deadline.day, left, ...(isMoved ? { was } : {}) },
    ]
  })
}

async function changedFiles({ bag, beside, record }: PackedBundle, context: Context): Promise<ChangedFile[]> {
  const { algorithm, files } = record?.packed ?? {}
  if (algorithm === undefined || files === undefined || !isThere(join(bag, `manifest-${algorithm}.txt`))) return []
  const sums = bagSums(bag, algorithm)
  const isJudged = (path: string) => path === 'icp.yaml' || path.startsWith('materials/')
  const all = new Set([...Object.keys(files), ...[...sums.keys()].filter(isJudged)])
  const others = [...all].filter(path => sums.get(path) !== files[path])
  const filingText = readFileSync(join(bag, 'data', 'icp.yaml'), 'utf8')
  return [
    ...others.map(path => ({ path, is: 'not-judged' as const })),
    ...((await changedBeside(beside, { sums, algorithm, filingText }, context)) ?? []),
  ]
}

function toldOf(
  { on: packedOn, deadlines, files }: Omit<SincePacked, 'warnings' | 'told'>,
  { shown, beside }: PackedBundle,
  { words, on, today }: Context,
): string[] {
  const { since } = bagWords[words.language]
  const lines = [
    ...deadlines.map(({ what, about, day, left, was }) => {
      const whose = about === undefined ? what : `${what}${words.report.of(about)}`
      return was === undefined ? since.near(whose, day, left) : since.moved(whose, was, day)
    }),
    ...files.map(({ path, is }) =>
      since.file[is](visible(is === 'added' ? path : join(shown, 'data', path)), visible(beside)),
    ),
    ...(files.some(({ is }) => is !== 'not-judged') ? [since.packAgain] : []),
  ]
  const days = packedOn === undefined ? 0 : daysBetween(packedOn, on ?? today)
  return lines.length === 0 ? [] : [...(packedOn === undefined ? [] : [since.packed(packedOn, days)]), ...lines]
}
