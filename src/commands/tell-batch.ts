// The filings of a batch told, one after the other, for each report of the run.
import type { AlertRule } from '../report/alert.ts'
import type { GatheredReporter } from '../report/gathered.ts'
import { forMany } from '../report/index.ts'
import type { One, PieceReporter } from '../report/pieces.ts'
import type { ReportOptions } from '../report/reported.ts'
import type { Context } from './context.ts'
import type { Telling, ToldBatch, ToldPart } from './judge-batch.ts'
import { packed } from './packed-texts.ts'

export type Teller = { readonly tell: (one: One) => void; readonly told: () => ToldBatch }

export const optionsFor = (options: ReportOptions, isFile: boolean): ReportOptions =>
  isFile ? { ...options, personal: false, colour: false } : options

/** One for each report. */
export function tellersOf({ outputs, options, wrapAt }: Telling, context: Context): Promise<Teller[]> {
  return Promise.all(
    outputs.map(async ({ reporter: name, isFile }) => {
      const reporter = await forMany(name)
      const own = optionsFor(options, isFile)
      if ('gathered' in reporter) return gatheringTeller(reporter.gathered, own, context)
      const wrap = name === 'pretty' && !isFile ? await wrapping(wrapAt) : (text: string) => text
      return pieceTeller(reporter.pieces, own, wrap, context)
    }),
  )
}

async function wrapping(columns: number | undefined): Promise<(text: string) => string> {
  if (columns === undefined) return text => text
  const { wrapHanging } = await import('../locales/wrap.ts')
  return text => wrapHanging(text, columns)
}

function pieceTeller(
  { tell, frame }: PieceReporter,
  options: ReportOptions,
  wrap: (text: string) => string,
  { words }: Context,
): Teller {
  const texts: string[] = []
  const rules = new Map<string, AlertRule>()
  return {
    tell: one => {
      const told = tell(one, words, options)
      texts.push(...told.texts.map(wrap))
      for (const rule of told.rules ?? []) if (!rules.has(rule.id)) rules.set(rule.id, rule)
    },
    told: () => {
      const text = texts.join(frame(words, options).between)
      return { parts: [{ order: 0, count: texts.length, length: text.length, text }], rules: [...rules.values()] }
    },
  }
}

function gatheringTeller({ tell }: GatheredReporter, options: ReportOptions, { words }: Context): Teller {
  const byOrder = new Map<number, string[]>()
  const part = ([order, texts]: [number, string[]]): ToldPart => ({
    order,
    count: texts.length,
    length: texts.reduce((sum, { length }) => sum + length, 0),
    text: packed(texts),
  })
  return {
    tell: one => {
      for (const { order, text } of tell(one, words, options)) {
        const others = byOrder.get(order)
        if (others) others.push(text)
        else byOrder.set(order, [text])
      }
    },
    told: () => ({ parts: [...byOrder].map(part), rules: [] }),
  }
}
