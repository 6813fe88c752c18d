// A batch of found filings judged and told: what a thread hands back, packed, so that neither it nor the run keeps much.
import type { Traits } from '../facts/traits.ts'
import { pieceReporters, type PieceReporterName } from '../report/index.ts'
import type { One, Piece } from '../report/pieces.ts'
import type { ReportOptions, Reported, Unusable } from '../report/reported.ts'
import type { Context } from './context.ts'
import type { Found } from './find-filings.ts'
import { judgeFound, type Judged } from './judge-found.ts'
import { packPieces, type Packed } from './packed-pieces.ts'

/** How the filings are told. `wrapAt`: columns of the terminal. */
export type Telling = {
  /** a report in a file is for others: masked, without colour */
  readonly outputs: readonly { readonly reporter: PieceReporterName; readonly isFile: boolean }[]
  readonly options: ReportOptions
  readonly wrapAt?: number
  /** the file of known findings */
  readonly baseline?: string
}

/** What a filing counts for; findings that are known count for nothing. */
export type Counted = {
  /** of a judged filing */
  readonly file: string | undefined
  readonly ready: boolean
  readonly errors: number
  readonly warnings: number
  readonly known: number
  readonly guessed: boolean
  /** what each report sums up */
  readonly sums: readonly Readonly<Record<string, number>>[]
}

/** A piece, and which filing of the batch it is of. */
export type Placed = { readonly at: number; readonly piece: Piece }

/** `pieces`: of each report. */
export type Item = { readonly counted: Counted; readonly pieces: readonly (readonly Piece[])[] }

/** Fingerprints of known findings; true for one that is known as something to come. */
export type Known = readonly (readonly [fingerprint: string, ahead: boolean])[]

export type Batch = {
  /** the pieces of each report */
  readonly packed: readonly Packed[]
  readonly counted: readonly Counted[]
  /** one for each found filing; undefined where nobody can compare it with others */
  readonly traits: readonly (Traits | undefined)[]
  readonly unusable: readonly Unusable[]
  /** fingerprints of what was known and is still there */
  readonly found: readonly string[]
  /** a bug of ours kept one from being judged */
  readonly hasFailed: boolean
}

/** One filing that cannot be judged, even by our own fault, never keeps the others from being judged. */
export async function judgeBatch(
  batch: readonly Found[],
  known: Known,
  telling: Telling,
  context: Context,
): Promise<Batch> {
  const pieces: Placed[][] = telling.outputs.map(() => [])
  const counted: Counted[] = []
  const traits: (Traits | undefined)[] = []
  const unusable: Unusable[] = []
  const found: string[] = []
  let hasFailed = false
  for (const [at, each] of batch.entries()) {
    const { failed, ...judged } = await judgeSafely(each, context)
    hasFailed ||= failed === true
    const item = await itemOf(judged, known, telling, context, print => found.push(print))
    item.pieces.forEach((own, output) => pieces[output]?.push(...own.map(piece => ({ at, piece }))))
    counted.push(item.counted)
    traits.push(judged.reported?.traits)
    if (judged.unusable) unusable.push(judged.unusable)
  }
  return { packed: pieces.map(packPieces), counted, traits, unusable, found, hasFailed }
}

async function judgeSafely(found: Found, context: Context): Promise<Judged & { readonly failed?: true }> {
  try {
    return await judgeFound(found, context)
  } catch (error) {
    const { words, version } = context
    const name = error instanceof Error ? error.name : 'unknown'
    return {
      failed: true,
      unusable: { file: found.file, message: `${found.file}: ${words.input.bug(version)} ${name}` },
    }
  }
}

/** `tell` is told the fingerprints of known findings. */
export async function itemOf(
  judged: Judged,
  known: Known,
  telling: Telling,
  context: Context,
  tell: (fingerprint: string) => void,
): Promise<Item> {
  const reported = judged.reported && (await marked(judged.reported, known, telling, tell))
  const one: One | undefined = reported ? { reported } : judged.unusable && { unusable: judged.unusable }
  const told = await Promise.all(telling.outputs.map(output => tellOne(one, output, telling, context)))
  const findings = reported?.judgement.findings ?? []
  const fresh = findings.filter(finding => finding.known !== true)
  return {
    pieces: told.map(({ pieces }) => pieces),
    counted: {
      file: reported?.file,
      ready: reported?.ready === true,
      errors: fresh.filter(({ severity }) => severity === 'error').length,
      warnings: fresh.filter(({ severity }) => severity === 'warning').length,
      known: findings.length - fresh.length,
      guessed: (reported?.filing.guessed ?? []).length > 0,
      sums: told.map(({ counts }) => counts),
    },
  }
}

async function marked(
  reported: Reported,
  known: Known,
  { baseline }: Telling,
  tell: (fingerprint: string) => void,
): Promise<Reported> {
  if (baseline === undefined) return reported
  const { markKnown } = await import('./baseline.ts')
  const entries = new Map(known.map(([print, ahead]) => [print, ahead ? { ahead: true as const } : {}]))
  return markKnown(reported, baseline, entries, print => entries.has(print) && tell(print))
}

export const optionsFor = (options: ReportOptions, isFile: boolean): ReportOptions =>
  isFile ? { ...options, personal: false, colour: false } : options

async function tellOne(
  one: One | undefined,
  { reporter, isFile }: Telling['outputs'][number],
  { options, wrapAt }: Telling,
  { words }: Context,
) {
  if (!one) return { pieces: [], counts: {} }
  const told = (await pieceReporters[reporter]()).tell(one, words, optionsFor(options, isFile))
  if (wrapAt === undefined || reporter !== 'pretty' || isFile) return told
  const { wrapHanging } = await import('../locales/wrap.ts')
  return { ...told, pieces: told.pieces.map(piece => ({ ...piece, text: wrapHanging(piece.text, wrapAt) })) }
}
