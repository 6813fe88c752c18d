// A report in pieces: each filing told by itself, put together in the order the document wants, with little in memory.
import type { Words } from '../locales/index.ts'
import type { AlertRule } from './alert.ts'
import type { ReportOptions, Reported, Unusable } from './reported.ts'

/** What is told: a judged filing, or a file that cannot be used. */
export type One = { readonly reported: Reported } | { readonly unusable: Unusable }

export type Piece = {
  /** those of a lower order stand before it, whichever filing they are of */
  readonly order: number
  readonly text: string
  /** of a piece whose text says where in the list of rules its own one is */
  readonly rule?: AlertRule
}

/** `counts`: what the document sums up. */
export type Pieces = { readonly pieces: readonly Piece[]; readonly counts: Readonly<Record<string, number>> }

/** What is known once all are told. */
export type Total = {
  readonly filings: number
  readonly ready: number
  /** findings that were known before */
  readonly known: number
  readonly unusable: readonly Unusable[]
  readonly counts: Readonly<Record<string, number>>
  /** the rules of pieces, each once, in the order of the pieces */
  readonly rules: readonly AlertRule[]
  /** how many pieces there are */
  readonly pieces: number
  /** the files of the judged filings */
  readonly files: readonly string[]
}

/** `before` and `after` stand there once, `between` any two pieces. */
export type Frame = { readonly before: string; readonly between: string; readonly after: string }

export type PieceReporter = {
  readonly tell: (one: One, words: Words, options: ReportOptions) => Pieces
  readonly frame: (total: Total, words: Words, options: ReportOptions) => Frame
  /** the text of a piece whose rule stands there in the list of rules */
  readonly placed?: (text: string, ruleIndex: number) => string
}

/** Filings and unusable files in the order they were found. */
export function inOrder(all: readonly Reported[], unusable: readonly Unusable[]): One[] {
  const waiting = [...unusable]
  const unusableBefore = (index: number): One[] => {
    const next = waiting.findIndex(({ after = all.length }) => after > index)
    return waiting.splice(0, next < 0 ? waiting.length : next).map(each => ({ unusable: each }))
  }
  return [...all.flatMap((reported, index) => [...unusableBefore(index), { reported }]), ...unusableBefore(all.length)]
}

export function summed(all: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const sum: Record<string, number> = {}
  for (const counts of all) for (const [name, count] of Object.entries(counts)) sum[name] = (sum[name] ?? 0) + count
  return sum
}

/** The document of a few filings, all at once. */
export const whole =
  ({ tell, frame, placed = text => text }: PieceReporter) =>
  (all: readonly Reported[], words: Words, options: ReportOptions, unusable: readonly Unusable[] = []): string => {
    const told = inOrder(all, unusable).map(one => tell(one, words, options))
    const pieces = told.flatMap(each => each.pieces).sort((one, other) => one.order - other.order)
    const rules = new Map(pieces.flatMap(({ rule }) => (rule ? [[rule.id, rule] as const] : [])).toReversed())
    const ids = [...new Set(pieces.flatMap(({ rule }) => rule?.id ?? []))]
    const total: Total = {
      filings: all.length,
      ready: all.filter(({ ready }) => ready).length,
      known: all.flatMap(({ judgement }) => judgement.findings).filter(({ known }) => known === true).length,
      unusable,
      counts: summed(told.map(({ counts }) => counts)),
      rules: ids.flatMap(id => rules.get(id) ?? []),
      pieces: pieces.length,
      files: all.map(({ file }) => file),
    }
    const { before, between, after } = frame(total, words, options)
    const texts = pieces.map(({ text, rule }) => (rule ? placed(text, ids.indexOf(rule.id)) : text))
    return `${before}${texts.join(between)}${after}`
  }
