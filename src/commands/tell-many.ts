// The reports of many filings, each written as it grows; what is only known at the end is written then.
import { forMany } from '../report/index.ts'
import type { GatheredReporter } from '../report/gathered.ts'
import { RuleList, type PieceReporter, type Total } from '../report/pieces.ts'
import type { GoneFinding, ReportOptions } from '../report/reported.ts'
import type { ManyOptions } from './check-many.ts'
import type { Context } from './context.ts'
import { GatheredTexts } from './gathered-texts.ts'
import type { ToldBatch } from './judge-batch.ts'
import { openOutput, type GrowingOutput } from './growing-output.ts'
import type { RunTotal } from './run-total.ts'
import { optionsFor } from './tell-batch.ts'

type Growing = {
  readonly add: (told: ToldBatch) => Promise<void>
  readonly finish: (total: Omit<Total, 'rules' | 'pieces'>, gone: readonly GoneFinding[] | undefined) => Promise<void>
}

export class GrowingReports {
  readonly #reports: readonly Growing[]
  readonly #outputs: readonly GrowingOutput[]
  readonly #forget: () => void

  private constructor(reports: readonly Growing[], outputs: readonly GrowingOutput[], { whenStopped }: Context) {
    this.#reports = reports
    this.#outputs = outputs
    this.#forget = whenStopped?.(() => this.#abandonAll()) ?? (() => undefined)
  }

  /** @throws UserError where the disk does not take a report */
  static async open({ telling, targets, write }: ManyOptions, context: Context): Promise<GrowingReports> {
    const outputs: GrowingOutput[] = []
    const reports: Growing[] = []
    try {
      for (const [index, { reporter: name, isFile }] of telling.outputs.entries()) {
        const reporter = await forMany(name)
        const output = openOutput(targets[index] ?? {}, write)
        outputs.push(output)
        const options = optionsFor(telling.options, isFile)
        reports.push(
          'gathered' in reporter
            ? gathering(reporter.gathered, output, options, context)
            : growing(reporter.pieces, output, options, context),
        )
      }
    } catch (error) {
      for (const output of outputs) output.abandon()
      throw error
    }
    return new GrowingReports(reports, outputs, context)
  }

  /** @throws UserError where the disk does not take it */
  async add(told: readonly ToldBatch[]): Promise<void> {
    for (const [index, report] of this.#reports.entries()) {
      const own = told[index]
      if (own) await report.add(own)
    }
  }

  /** @throws UserError where the disk does not take it */
  async finish(total: RunTotal, gone: readonly GoneFinding[] | undefined): Promise<void> {
    const { ready, known, unusable, files, ahead } = total
    for (const report of this.#reports)
      await report.finish({ filings: files.length, ready, known, unusable, files, ahead }, gone)
  }

  /** Leaves what was there before, but of reports that are finished. */
  abandon(): void {
    this.#forget()
    this.#abandonAll()
  }

  #abandonAll(): void {
    for (const output of this.#outputs) output.abandon()
  }
}

const withGone = (options: ReportOptions, gone: readonly GoneFinding[] | undefined): ReportOptions =>
  gone ? { ...options, gone } : options

const decoder = new TextDecoder()
const textOf = (text: string | Uint8Array): string => (typeof text === 'string' ? text : decoder.decode(text))

function growing(
  { frame, placed }: PieceReporter,
  output: GrowingOutput,
  options: ReportOptions,
  { words }: Context,
): Growing {
  const { before, first, between } = frame(words, options)
  const rules = new RuleList()
  let pieces = 0
  return {
    add: async told => {
      rules.learn(told.rules)
      for (const { text, count } of told.parts) {
        if (count === 0) continue
        await output.write(pieces === 0 ? before + first : between)
        pieces += count
        await output.write(placed ? placed(textOf(text), rules.indexOf) : text)
      }
    },
    finish: async (total, gone) => {
      const { after } = frame(words, withGone(options, gone))
      if (pieces === 0) await output.write(before)
      await output.write(`${after({ ...total, rules: rules.placed, pieces })}\n`)
      output.finish()
    },
  }
}

function gathering(
  { document, room = () => Infinity }: GatheredReporter,
  output: GrowingOutput,
  options: ReportOptions,
  { words }: Context,
): Growing {
  const gathered = new GatheredTexts(room)
  return {
    add: ({ parts }) => {
      for (const part of parts) gathered.add(part)
      return Promise.resolve()
    },
    finish: async (total, gone) => {
      const whole = { ...total, rules: [], pieces: 0 }
      for (const text of document(gathered, whole, words, withGone(options, gone))) await output.write(text)
      await output.write('\n')
      output.finish()
    },
  }
}
