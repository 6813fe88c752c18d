// One filing judged at several places: what all of them say, and what each says besides.
import type { Words } from '../locales/index.ts'
import { countsOf, type Counts } from '../report/counts.ts'
import type { Reported } from '../report/reported.ts'
import { tell, type Told } from '../report/tell.ts'

/** From and to, in days. */
type Days = readonly [number, number]

export type ComparedPlace = {
  readonly name: string
  readonly reported: Reported
  readonly counts: Counts
  /** working days the provider gives for its own review */
  readonly providerDays: Days | undefined
  /** days the administration's review takes */
  readonly administrationDays: Days | undefined
  readonly told: readonly Told[]
  /** what not every place says */
  readonly only: readonly Told[]
}

export type Comparison = { readonly places: readonly ComparedPlace[]; readonly everywhere: readonly Told[] }

const rank: Readonly<Record<Told['kind'], number>> = { fail: 0, 'bad-scan': 0, need: 1, ask: 2, confirm: 3 }
const weight = { error: 0, warning: 1, info: 2 } as const

const inOrder = (one: Told, other: Told) =>
  rank[one.kind] - rank[other.kind] || weight[one.severity] - weight[other.severity]

/** Provinces word their own rules: a material is the same by its name, anything else by what it requires of whom. */
const keyOf = ({ kind, title, about, detail }: Told) =>
  JSON.stringify(
    kind === 'need' ? [kind, detail, about] : kind === 'ask' ? [kind, title, about] : [kind, title, about, detail],
  )

/** The same demand by two rules of one place is one demand. */
function distinct(told: readonly Told[]): Told[] {
  return [
    ...new Map(
      told
        .toSorted(inOrder)
        .toReversed()
        .map(each => [keyOf(each), each]),
    ).values(),
  ].toReversed()
}

export function comparisonOf(reported: readonly Reported[], words: Words, personal: boolean): Comparison {
  const told = reported.map(each =>
    distinct(each.judgement.findings.map(finding => tell(finding, each, words, personal))),
  )
  const seen = new Map<string, number>()
  for (const key of told.flatMap(each => each.map(keyOf))) seen.set(key, (seen.get(key) ?? 0) + 1)
  const isEverywhere = (each: Told) => seen.get(keyOf(each)) === reported.length
  return {
    everywhere: told[0]?.filter(isEverywhere) ?? [],
    places: reported.map((each, index) => ({
      ...aboutPlace(each, words),
      told: told[index] ?? [],
      only: told[index]?.filter(one => !isEverywhere(one)) ?? [],
    })),
  }
}

function aboutPlace(reported: Reported, words: Words) {
  const { book, filing } = reported
  const provider = book.tables.code('providers', filing.provider ?? '')?.[words.language]
  const province = book.tables.code('provinces', filing.province ?? '')?.[words.language]
  return {
    name: [province ?? filing.province, provider ?? filing.provider].filter(Boolean).join(' / '),
    reported,
    counts: countsOf(reported),
    providerDays: book.provider?.provider?.['review-days'],
    administrationDays: book.province?.province?.['review-days'],
  }
}
