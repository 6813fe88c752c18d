// The reports of many filings, written piece by piece, each opened from its pack when its turn comes.
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { GrowingFile } from '../disk/growing-file.ts'
import type { AlertRule } from '../report/alert.ts'
import { pieceReporters } from '../report/index.ts'
import type { PieceReporter, Total } from '../report/pieces.ts'
import type { GoneFinding, Unusable } from '../report/reported.ts'
import type { ManyOptions } from './check-many.ts'
import type { Context } from './context.ts'
import { optionsFor } from './judge-batch.ts'
import { linesIn, type Packed } from './packed-pieces.ts'
import { keepWhereNamed } from './keep-inside.ts'
import { refusedBySystem } from './refused-by-system.ts'
import { UserError } from './user-error.ts'

export type ManyTold = {
  /** of each batch the pieces of each report */
  readonly kept: readonly (readonly Packed[])[]
  readonly files: readonly string[]
  readonly unusable: readonly Unusable[]
  readonly gone: readonly GoneFinding[] | undefined
  readonly filings: number
  readonly ready: number
  readonly known: number
  /** what each report sums up */
  readonly sums: readonly Readonly<Record<string, number>>[]
}

type Write = (text: string) => Promise<void> | undefined

/** @throws UserError where the disk does not take a report */
export async function tellMany(told: ManyTold, options: ManyOptions, context: Context): Promise<void> {
  for (const [index, { reporter, isFile }] of options.telling.outputs.entries()) {
    const report = {
      reporter: await pieceReporters[reporter](),
      packs: told.kept.map(packed => packed[index] ?? []),
      counts: told.sums[index] ?? {},
      options: optionsFor({ ...options.telling.options, ...(told.gone ? { gone: told.gone } : {}) }, isFile),
    }
    const file = options.files[index]
    const tell = (write: Write) => tellOne(report, told, write, context)
    await (file === undefined ? tell(options.write) : intoFile(file, tell))
  }
}

async function intoFile(path: string, tell: (write: Write) => Promise<void>): Promise<void> {
  let file: GrowingFile | undefined
  try {
    keepWhereNamed(path)
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    const growing = new GrowingFile(path)
    file = growing
    await tell(text => {
      growing.write(text)
      return undefined
    })
    growing.finish()
  } catch (error) {
    file?.abandon()
    const isFolder = error instanceof Error && 'code' in error && error.code === 'EISDIR'
    throw (isFolder ? new UserError({ code: 'directory', path }) : refusedBySystem(error, path)) ?? error
  }
}

type Report = {
  readonly reporter: PieceReporter
  readonly packs: readonly Packed[]
  readonly counts: Readonly<Record<string, number>>
  readonly options: Parameters<PieceReporter['frame']>[2]
}

async function tellOne(
  { reporter, packs, counts, options }: Report,
  { filings, ready, known, unusable, files }: ManyTold,
  write: Write,
  { words }: Context,
): Promise<void> {
  const orders = [...new Set(packs.flat().map(({ order }) => order))].sort((one, other) => one - other)
  const inOrder = orders.flatMap(order => packs.flatMap(packed => packed.filter(each => each.order === order)))
  const rules = rulesIn(inOrder)
  const places = new Map(rules.map(({ id }, index) => [id, index]))
  const pieces = inOrder.reduce((sum, { count }) => sum + count, 0)
  const total: Total = { filings, ready, known, unusable, counts, rules, pieces, files }
  const { before, between, after } = reporter.frame(total, words, options)
  await write(before)
  let isFirst = true
  for (const { bytes } of inOrder) {
    let text = ''
    for (const [, written, rule] of linesIn(bytes)) {
      const place = rule === undefined ? undefined : places.get(rule)
      const own = place === undefined ? written : (reporter.placed?.(written, place) ?? written)
      text += isFirst ? own : between + own
      isFirst = false
    }
    await write(text)
  }
  await write(`${after}\n`)
}

/** Each once, where a piece first names it. */
function rulesIn(packs: Packed): readonly AlertRule[] {
  const rules = new Map<string, AlertRule>()
  for (const { rules: own } of packs) for (const rule of own) if (!rules.has(rule.id)) rules.set(rule.id, rule)
  return [...rules.values()]
}
