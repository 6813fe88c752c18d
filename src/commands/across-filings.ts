// The rules across the filings of a run: kept small while the filings pass by, told once all have been seen.
import { createHash } from 'node:crypto'
import type { Traits } from '../facts/traits.ts'
import { Fleet, type FleetFinding } from '../rules/fleet.ts'
import type { Finding } from '../rules/finding.ts'
import type { Rule } from '../rules/rule.ts'
import { listIn, type CompiledSheet } from '../rules/rulebook.ts'
import { select } from '../rules/select.ts'
import { once } from '../model/remember.ts'
import type { Reported } from '../report/reported.ts'
import type { Context } from './context.ts'
import { isReady } from './judge-filing.ts'

const hash = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 16)

export class AcrossFilings {
  readonly #context: Context
  readonly #sheets: readonly CompiledSheet[]
  readonly #fileOf: (position: number) => string
  readonly #fleet = new Fleet(hash)

  /** @param fileOf the file of the filing at a position, counted from 0 */
  constructor(context: Context, fileOf: (position: number) => string) {
    this.#context = context
    this.#fileOf = fileOf
    const shipped = context.book.sheet('fleet')
    this.#sheets = [...(shipped ? [shipped] : []), ...context.book.for(undefined, undefined).own]
  }

  /** Every filing once, in the order they are reported in. */
  add(position: number, traits: Traits): void {
    this.#fleet.add(position, traits)
  }

  /** By the position of the filing, in the order of the filings. */
  findings(): ReadonlyMap<number, Finding[]> {
    const byFiling = new Map<number, Finding[]>()
    for (const found of this.#fleet.judge(this.#rules(), listIn(this.#context.book.common))) {
      const known = byFiling.get(found.filing)
      if (known) known.push(this.#told(found))
      else byFiling.set(found.filing, [this.#told(found)])
    }
    return byFiling
  }

  #rules(): readonly Rule[] {
    return select(this.#sheets, this.#context.on ?? this.#context.today)
  }

  #told({ finding, others }: FleetFinding): Finding {
    const named = others.first.map(this.#fileOf)
    const more = others.count > named.length ? ` +${others.count - named.length}` : ''
    return { ...finding, about: this.#context.words.list(named) + more }
  }

  /** The filing with these findings added to its own. */
  with(reported: Reported, more: readonly Finding[]): Reported {
    const { judgement, book, rules, filing } = reported
    const findings = [...judgement.findings, ...more]
    return {
      ...reported,
      judgement: { ...judgement, findings },
      ready: isReady(filing, findings),
      book: this.#bookWith(book),
      rules: this.#rulesWith(rules),
    }
  }

  readonly #bookWith = once((book: Reported['book']): Reported['book'] => ({
    ...book,
    own: [...book.own, ...this.#sheets.filter(sheet => !book.own.includes(sheet))],
  }))

  readonly #rulesWith = once(
    (rules: Reported['rules']): Reported['rules'] =>
      new Map([...rules, ...this.#rules().map(rule => [rule.id, rule] as const)]),
  )
}

/** Filings of one run, each with what the others make of it. */
export function acrossAll(all: readonly Reported[], context: Context): readonly Reported[] {
  const across = new AcrossFilings(context, position => all[position]?.file ?? '')
  all.forEach(({ traits }, position) => {
    if (traits) across.add(position, traits)
  })
  const findings = across.findings()
  return all.map((reported, position) => {
    const more = findings.get(position)
    return more ? across.with(reported, more) : reported
  })
}
