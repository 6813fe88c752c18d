// A report in pieces: each filing told by itself and written as it is told, with little in memory.
import type { Words } from '../locales/index.ts'
import type { AlertRule } from './alert.ts'
import type { ReportOptions, Reported, Unusable } from './reported.ts'

/** What is told: a judged filing, or a file that cannot be used. */
export type One = { readonly reported: Reported } | { readonly unusable: Unusable }

/** What is known once all are told. */
export type Total = {
  readonly filings: number
  readonly ready: number
  /** findings that were known before */
  readonly known: number
  readonly unusable: readonly Unusable[]
  /** the rules that were placed, in the order they were */
  readonly rules: readonly AlertRule[]
  /** how many pieces there are */
  readonly pieces: number
  /** the files of the judged filings */
  readonly files: readonly string[]
  /** the last day that was looked ahead to */
  readonly ahead: string | undefined
}

/** `rules`: of pieces whose texts say where in the list of rules their own ones are. */
export type Pieces = { readonly texts: readonly string[]; readonly rules?: readonly AlertRule[] }

/** `before` and `after` stand there once, `first` before the first piece, `between` any two. */
export type Frame = {
  readonly before: string
  readonly first: string
  readonly between: string
  /** what is known last stands last */
  readonly after: (total: Total) => string
}

/** In the order the filings were found. */
export type PieceReporter = {
  readonly tell: (one: One, words: Words, options: ReportOptions) => Pieces
  readonly frame: (words: Words, options: ReportOptions) => Frame
  /** several pieces, each saying where its rule stands in the list of rules */
  readonly placed?: (text: string, indexOf: (rule: string) => number) => string
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

/** The list of rules of a report that grows: each gets its place when it is first named. */
export class RuleList {
  readonly #places = new Map<string, number>()
  readonly #known = new Map<string, AlertRule>()

  readonly indexOf = (id: string): number => {
    const known = this.#places.get(id)
    if (known !== undefined) return known
    const place = this.#places.size
    this.#places.set(id, place)
    return place
  }

  learn(rules: readonly AlertRule[]): void {
    for (const rule of rules) if (!this.#known.has(rule.id)) this.#known.set(rule.id, rule)
  }

  get placed(): readonly AlertRule[] {
    return [...this.#places.keys()].flatMap(id => this.#known.get(id) ?? [])
  }
}

export const totalOfFew = (all: readonly Reported[], unusable: readonly Unusable[]) => ({
  filings: all.length,
  ready: all.filter(({ ready }) => ready).length,
  known: all.flatMap(({ judgement }) => judgement.findings).filter(({ known }) => known === true).length,
  unusable,
  files: all.map(({ file }) => file),
  ahead: all.flatMap(({ ahead }) => ahead ?? [])[0],
})

/** The document of a few filings, all at once. */
export const whole =
  ({ tell, frame, placed }: PieceReporter) =>
  (all: readonly Reported[], words: Words, options: ReportOptions, unusable: readonly Unusable[] = []): string => {
    const rules = new RuleList()
    const told = inOrder(all, unusable).map(one => tell(one, words, options))
    for (const each of told) rules.learn(each.rules ?? [])
    const texts = told.flatMap(each => each.texts)
    const { before, first, between, after } = frame(words, options)
    const joined = texts.join(between)
    const text = texts.length === 0 ? before : before + first + (placed?.(joined, rules.indexOf) ?? joined)
    return text + after({ ...totalOfFew(all, unusable), rules: rules.placed, pieces: texts.length })
  }
