// A report whose order is known last: what each filing gives is gathered by its place in the document.
import type { Words } from '../locales/index.ts'
import { inOrder, totalOfFew, type One, type Total } from './pieces.ts'
import type { ReportOptions, Reported, Unusable } from './reported.ts'

/** Those of a lower order stand before it, whichever filing they are of. */
export type OrderedPiece = { readonly order: number; readonly text: string }

/** `count` is of all there were, also of those that nobody kept. */
export type Gathered = {
  readonly orders: readonly number[]
  readonly texts: (order: number) => Iterable<string>
  readonly count: (order: number) => number
}

export type GatheredReporter = {
  readonly tell: (one: One, words: Words, options: ReportOptions) => readonly OrderedPiece[]
  /** letters of one order beyond which nothing is kept, as the document has no room for it */
  readonly room?: (order: number) => number
  readonly document: (gathered: Gathered, total: Total, words: Words, options: ReportOptions) => Iterable<string>
}

/** The document of a few filings, all at once. */
export const wholeGathered =
  ({ tell, document }: GatheredReporter) =>
  (all: readonly Reported[], words: Words, options: ReportOptions, unusable: readonly Unusable[] = []): string => {
    const byOrder = new Map<number, string[]>()
    for (const { order, text } of inOrder(all, unusable).flatMap(one => tell(one, words, options))) {
      const others = byOrder.get(order)
      if (others) others.push(text)
      else byOrder.set(order, [text])
    }
    const gathered: Gathered = {
      orders: [...byOrder.keys()].sort((one, other) => one - other),
      texts: order => byOrder.get(order) ?? [],
      count: order => byOrder.get(order)?.length ?? 0,
    }
    return [...document(gathered, { ...totalOfFew(all, unusable), rules: [], pieces: 0 }, words, options)].join('')
  }
