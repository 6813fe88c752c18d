// Rules across filings: what stands in several of them is counted, and judged by the rules about shared things.
import { factNamed } from '../facts/index.ts'
import type { SharedFactName } from '../facts/shared.ts'
import type { Filer, ServerUse, SharedThing, Traits } from '../facts/traits.ts'
import type { Known } from '../conditions/condition.ts'
import type { Path } from '../model/filing.ts'
import type { Finding } from './finding.ts'
import { judge, type Verdict } from './judge.ts'
import type { Rule } from './rule.ts'
import { companyGroups } from './related.ts'

/** One appearance of a thing: in which filing, counted from 0, and where. */
type Use = {
  readonly filing: number
  readonly field: string
  readonly filer: string
  readonly site: string
  readonly server?: ServerUse
}

export type FleetFinding = {
  readonly filing: number
  /** the other filings that hold the same thing: the first few of them, and how many there are */
  readonly others: { readonly first: readonly number[]; readonly count: number }
  readonly finding: Omit<Finding, 'about'>
}

type Shared = { readonly is: SharedThing; readonly uses: readonly Use[] }

/** Of every filing it keeps some hashes and where they stand, about a kilobyte; never the filing. */
export class Fleet {
  readonly #hash: (text: string) => string
  readonly #uses = new Map<string, Use | Use[]>()
  readonly #filers = new Map<string, Filer>()

  /** @param hash makes texts short and unreadable; equal texts stay equal */
  constructor(hash: (text: string) => string) {
    this.#hash = hash
  }

  /** @param filing its position among those of the run, each added once, in any order */
  add(filing: number, { filer, site, traits }: Traits): void {
    const who = this.#hash(filer.key)
    this.#filers.set(who, { ...filer, key: who, ties: filer.ties.map(this.#hash) })
    for (const { is, key, field, use } of traits) {
      const at = { filing, field: field.join('.'), filer: who, site, ...(use ? { server: use } : {}) }
      this.#keep(`${is} ${this.#hash(key)}`, at)
    }
  }

  #keep(key: string, use: Use): void {
    const known = this.#uses.get(key)
    if (known === undefined) this.#uses.set(key, use)
    else if (Array.isArray(known)) known.push(use)
    else this.#uses.set(key, [known, use])
  }

  /** What the rules in force say, filing by filing. */
  judge(rules: readonly Rule[], list: (name: string) => readonly string[]): FleetFinding[] {
    const about = rules.filter(({ scope }) => scope === 'shared')
    const found = this.#shared().flatMap(shared => {
      const facts = factsOf(shared, this.#filers)
      const context = { fact: (name: string) => facts.get(name) ?? factNamed(name)?.unlessSaid, list }
      return about.flatMap(rule => told(rule, judge(rule, context), shared))
    })
    return found.sort((one, other) => one.filing - other.filing)
  }

  /** Things of two filings and more, in the order in which the filings hold them. */
  #shared(): Shared[] {
    const several = [...this.#uses].flatMap(([key, uses]): Shared[] => {
      if (!Array.isArray(uses)) return []
      const sorted = uses.toSorted((one, other) => one.filing - other.filing)
      return sorted[0]?.filing === sorted.at(-1)?.filing ? [] : [{ is: thingOf(key), uses: sorted }]
    })
    return several.sort((one, other) => (one.uses[0]?.filing ?? 0) - (other.uses[0]?.filing ?? 0))
  }
}

/** No reader wants a hundred names in one line. */
const namedAtMost = 3

const fewOthers = (filings: readonly number[], filing: number): readonly number[] =>
  filings
    .slice(0, namedAtMost + 1)
    .filter(other => other !== filing)
    .slice(0, namedAtMost)

const things: readonly SharedThing[] = ['sponsor', 'mobile', 'lead', 'domain', 'server', 'code']

function thingOf(key: string): SharedThing {
  return things.find(thing => key.startsWith(`${thing} `)) ?? 'sponsor'
}

const distinct = (texts: Iterable<string | number>) => new Set(texts).size

function factsOf({ is, uses }: Shared, filers: ReadonlyMap<string, Filer>): Map<string, Known> {
  const known: readonly (readonly [SharedFactName, Known | undefined])[] = [
    ['shared.is', is],
    ['shared.filings', distinct(uses.map(use => use.filing))],
    ['shared.services', uses.length],
    ['shared.sponsors', distinct(uses.map(use => use.filer))],
    ['shared.unrelated-organizations', companyGroups(uses.flatMap(use => filers.get(use.filer) ?? []))],
    [
      'shared.accounts',
      distinct(uses.flatMap(use => (use.server?.hasCode === false ? [`${use.filer} ${use.site}`] : []))),
    ],
    ['shared.codes-left', codesLeft(uses)],
  ]
  return new Map(known.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])))
}

/** The filings may have been written on different days: the lowest count is the latest. */
function codesLeft(uses: readonly Use[]): number | undefined {
  const lasting = uses.flatMap(({ server }) => (server?.codes === undefined ? [] : [server.codes]))
  const needed = uses.filter(({ server }) => server?.hasCode === false).length
  return lasting.length === 0 ? undefined : Math.min(...lasting) - needed
}

/** Told once in every filing concerned, where the thing first stands in it. */
function told(rule: Rule, verdict: Verdict, { uses }: Shared): FleetFinding[] {
  if (verdict.is !== 'fail' && verdict.is !== 'confirm') return []
  const first = new Map(uses.toReversed().map(use => [use.filing, use]))
  const filings = [...first.keys()].sort((one, other) => one - other)
  return filings.map(filing => {
    const field: Path = (first.get(filing)?.field ?? '').split('.').map(key => (/^\d+$/.test(key) ? Number(key) : key))
    const { id, severity, step } = rule
    const said: Finding['verdict'] =
      verdict.is === 'fail' ? { is: 'fail', broken: verdict.broken.map(line => ({ ...line, field })) } : verdict
    return {
      filing,
      others: { first: fewOthers(filings, filing), count: filings.length - 1 },
      finding: { rule: id, severity, step, verdict: said, field },
    }
  })
}
